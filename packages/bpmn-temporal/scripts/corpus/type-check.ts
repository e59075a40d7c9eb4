import { posix, join } from 'node:path';
import ts from 'typescript';
import { tsconfigFile } from '../../src/4-emit/config-files';
import { runtimeSources } from '../../src/runtimeSources.gen';

/** A folder that is not there, so that packages are found as they are from here. */
const root = join(__dirname, '../../.corpus').split('\\').join('/');

/**
 * The type errors of compiled projects, by their place in the list. All are one program: what is the same in each of
 * them stands there once, and is checked once.
 */
export function checkTypes(
  projects: readonly Record<string, string>[],
): string[][] {
  const files = new Map<string, string>([
    [`${root}/package.json`, '{ "type": "module" }'],
  ]);
  for (const [name, content] of Object.entries(runtimeSources))
    files.set(`${root}/shared/src/${name}.gen.ts`, content);
  for (const [index, project] of projects.entries())
    for (const [path, content] of Object.entries(project))
      if (!isShared(path)) files.set(`${root}/${index}/${path}`, content);
  const program = ts.createProgram({
    rootNames: [...files.keys()].filter(path => path.endsWith('.ts')),
    options: options(),
    host: hostOf(files),
  });
  const errors = projects.map((): string[] => []);
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const told = `${tell(diagnostic)}`;
    const path = diagnostic.file?.fileName.slice(root.length + 1) ?? '';
    // what is wrong in the shared part, or in none, is wrong in all
    const one = errors[Number.parseInt(path, 10)];
    for (const list of one ? [one] : errors) list.push(told);
  }
  return errors;
}

/** Whether it is the same in every project. */
export function isShared(path: string): boolean {
  return path.slice('src/'.length).replace(/\.gen\.ts$/, '') in runtimeSources;
}

function options(): ts.CompilerOptions {
  const { compilerOptions } = JSON.parse(tsconfigFile()) as {
    compilerOptions: object;
  };
  return ts.convertCompilerOptionsFromJson(compilerOptions, root).options;
}

function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options());
  const read = (path: string) => files.get(path) ?? host.readFile(path);
  const own: ts.CompilerHost = {
    ...host,
    readFile: read,
    fileExists: path => files.has(path) || host.fileExists(path),
    getCurrentDirectory: () => root,
    directoryExists: path =>
      path.startsWith(root) || host.directoryExists?.(path) === true,
    getSourceFile: (path, language) => {
      const text = files.get(path);
      if (text === undefined) return library(host, path, language);
      return ts.createSourceFile(path, text, language);
    },
  };
  own.resolveModuleNameLiterals = (literals, from, _redirected, all, source) =>
    literals.map(literal =>
      ts.resolveModuleName(
        shared(literal.text, from),
        from,
        all,
        own,
        undefined,
        undefined,
        ts.getModeForUsageLocation(source, literal, all),
      ),
    );
  return own;
}

/** The runtime of every project is the shared one. */
function shared(name: string, from: string): string {
  if (!name.startsWith('.') || !from.startsWith(root)) return name;
  const path = posix.join(posix.dirname(from), name);
  const match = /^\d+\/src\/(.*)\.gen\.ts$/.exec(path.slice(root.length + 1));
  return match?.[1] !== undefined && match[1] in runtimeSources
    ? `${root}/shared/src/${match[1]}.gen.ts`
    : name;
}

/** Declarations of TypeScript and of packages stay read from one program to the next. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function library(
  host: ts.CompilerHost,
  path: string,
  language: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  if (!libraries.has(path))
    libraries.set(path, host.getSourceFile(path, language));
  return libraries.get(path);
}

function tell({ file, start, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  if (!file) return message;
  const { line } = file.getLineAndCharacterOfPosition(start ?? 0);
  return `${file.fileName.slice(root.length + 1)}:${line + 1}: ${message}`;
}
