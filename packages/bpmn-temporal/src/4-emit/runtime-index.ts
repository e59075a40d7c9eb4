import { runtimeSources } from '../runtimeSources.gen';
import type { GeneratedFile } from '../types';

/**
 * src/runtime/index.gen.ts with what the project's files import from it and nothing else: a bundle takes in all that
 * an index names, and a process that has no loops need not carry them.
 */
export function runtimeIndex(files: readonly GeneratedFile[]): string {
  const used = new Set(files.flatMap(({ content }) => importedFrom(content)));
  const [note = ''] = (runtimeSources['runtime/index'] ?? '').split('\n');
  const lines = exportsOf('runtime/index').flatMap(line => {
    const match = /^export \{ (.*) \} (from .*)$/.exec(line);
    if (!match) return [line];
    const names = (match[1] ?? '').split(', ').filter(name => used.has(name));
    return names.length ? [`export { ${names.join(', ')} } ${match[2]}`] : [];
  });
  return `${[note, ...lines].join('\n')}\n`;
}

function importedFrom(content: string): string[] {
  return [
    ...content.matchAll(
      /^import \{([^}]*)\} from '\.\/runtime\/index\.gen\.ts'/gm,
    ),
  ].flatMap(([, names = '']) =>
    names
      .split(',')
      .map(name => name.trim())
      .filter(Boolean),
  );
}

/** Its exports, those of the index that it takes in too. */
function exportsOf(module: string): string[] {
  return (runtimeSources[module] ?? '').split('\n').flatMap(line => {
    const all = /^export \* from '\.\/(.*)\.gen\.ts'/.exec(line)?.[1];
    if (all !== undefined) return exportsOf(`runtime/${all}`);
    return line.startsWith('export ') ? [line] : [];
  });
}
