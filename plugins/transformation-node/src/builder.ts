import type {
  BuildFiles,
  Diagnostic,
  GeneratedFile,
} from '@ameide/plugin-transformation-common';

/** What a builder is given: one revision of one artifact. */
export interface BuilderInput {
  tenant: string;
  artifactId: string;
  title: string;
  revision: number;
  content: string;
  /** By job type: what activities that are not filled in answer with. */
  defaults: Record<string, Record<string, unknown>>;
}

/** What a builder makes of it; no files where a diagnostic is an error. */
export interface BuilderOutput {
  files: GeneratedFile[];
  diagnostics: Diagnostic[];
  sourceMap: BuildFiles['sourceMap'];
  processes: BuildFiles['processes'];
}

/** Turns artifacts of one kind into deployable files. No builder knows another one. */
export interface Builder {
  readonly id: string;
  /** The kind of artifact it takes. */
  readonly kind: string;
  build(input: BuilderInput): Promise<BuilderOutput>;
}
