import type { Diagnostic } from '@ameide/plugin-transformation-common';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';

/**
 * What is wrong in a content, with the line where that can be told. A text that
 * is no content of the kind has one mistake: that it cannot be read.
 */
export async function checkContent(
  kind: ArtifactKindDefinition,
  content: string,
): Promise<Diagnostic[]> {
  try {
    await kind.assertContent(content);
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'InputError') throw error;
    return [unreadable(message.replace(/^content: /, ''))];
  }
  const found = await kind.validate(content);
  return found.map(diagnostic => {
    const { line, elementId } = diagnostic;
    return line || !elementId
      ? diagnostic
      : { ...diagnostic, line: lineOf(content, elementId) };
  });
}

function unreadable(message: string): Diagnostic {
  // readers of XML and YAML say "line 3, column 7", "Line: 3 Column: 7" and the like
  const [, line, column] =
    /line:? (\d+)(?:,? column:? (\d+))?/i.exec(message) ?? [];
  return {
    code: 'KIND000',
    severity: 'error',
    message,
    hint: 'It can be saved when it can be read',
    ...(line && { line: Number(line) }),
    ...(column && { column: Number(column) }),
  };
}

/** The first line that gives something this id. */
function lineOf(content: string, elementId: string): number | undefined {
  const id = elementId.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const given = new RegExp(
    `(?:^|[\\s"'{,])(?:id|identifier)["']?\\s*[:=]\\s*["']?${id}(?![\\w-])`,
  );
  const index = content.split('\n').findIndex(line => given.test(line));
  return index < 0 ? undefined : index + 1;
}
