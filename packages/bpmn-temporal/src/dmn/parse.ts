import { DmnModdle } from 'dmn-moddle';
import { list, text } from '../1-parse/moddle';
import type { Moddle } from '../1-parse/moddle';
import { logicOf } from './logic';
import type { Decision, Decisions } from './model';
import { MAX_SOURCE_BYTES, bytesOf } from '../sourceLimit';

/** DMN 1.3 files by name → their decisions. What can't be read is noted; it matters where a decision is missing. */
export async function parseDecisions(
  files: Readonly<Record<string, string>>,
): Promise<Decisions> {
  const byId = new Map<string, Decision>();
  const problems: string[] = [];
  for (const [file, xml] of Object.entries(files).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const read = await readDefinitions(xml);
    if (typeof read === 'string') {
      problems.push(`${file}: ${read}`);
      continue;
    }
    for (const element of list(read.drgElement)) {
      if (element.$type !== 'dmn:Decision') continue;
      const decision = decisionOf(element, file);
      const other = byId.get(decision.id);
      if (other)
        problems.push(
          `The decision ${decision.id} is in ${other.file} and in ${file}`,
        );
      else byId.set(decision.id, decision);
    }
  }
  return { byId, problems };
}

async function readDefinitions(xml: string): Promise<Moddle | string> {
  if (bytesOf(xml) > MAX_SOURCE_BYTES) return 'the file is larger than 10 MiB';
  if (/<!DOCTYPE/i.test(xml)) return 'the file has a document type';
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
    const [warning] = warnings as { readonly message: string }[];
    return warning
      ? warning.message.split('\n')[0] ?? ''
      : (rootElement as Moddle);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return `it is no DMN 1.3: ${message.split('\n')[0]}`;
  }
}

function decisionOf(element: Moddle, file: string): Decision {
  const id = text(element.id);
  const variable = text((element.variable as Moddle | undefined)?.name);
  return {
    id,
    name: text(element.name) || id,
    file,
    variable: variable || id,
    requires: list(element.informationRequirement).flatMap(required => {
      const { href } = (required.requiredDecision ?? {}) as { href?: unknown };
      return text(href) ? [text(href).replace(/^.*#/, '')] : [];
    }),
    logic: logicOf(element),
  };
}
