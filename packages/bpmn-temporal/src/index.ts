/**
 * The compiler BPMN 2.0 → Temporal TypeScript project.
 *
 * @packageDocumentation
 */
export { main as runCommandLine } from './cli';
export { compile } from './compile';
export { MAX_SOURCE_BYTES } from './sourceLimit';
export type {
  CompileOptions,
  CompileResult,
  Diagnostic,
  FlowShape,
  GeneratedFile,
  JsonObject,
  JsonValue,
  ProcessInterface,
  SourceMapEntry,
} from './types';
export { version } from './version';
