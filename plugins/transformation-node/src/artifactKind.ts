import type {
  Diagnostic,
  ElementChange,
  ElementOperation,
} from '@ameide/plugin-transformation-common';

/** Two changes of one content joined, or the elements that both of them changed. */
export type Merge =
  | { content: string; elementIds?: undefined }
  | { content?: undefined; elementIds: string[] };

/** What a content says, for those who do not open it. */
export interface ContentDescription {
  /** `3 decisions, 12 rules` */
  summary: string;
  /** All words that it is to be found by. */
  searchText: string;
  /** Artifacts and entities that the content names, each once: full artifact names and entity references. */
  references: string[];
}

/**
 * What the artifact store has to know of a kind of artifact. A kind does not
 * know the store: it works on contents alone.
 */
export interface ArtifactKindDefinition {
  /** As in `Artifact.kind`. */
  readonly kind: string;

  /** JSON Schema of the content, or of what it says where it is no JSON. */
  readonly schema: Record<string, unknown>;

  /**
   * Refuses what is no content of this kind at all. A content with mistakes in
   * it is accepted here: work in progress is to be kept, and builds refuse it.
   *
   * @throws InputError that names the place and the remedy
   */
  assertContent(content: string): Promise<void>;

  /** The mistakes in a content that `assertContent` accepts. */
  validate(content: string): Promise<Diagnostic[]>;

  describe(content: string): Promise<ContentDescription>;

  /** What changed between two contents, in the terms of the kind. */
  difference(before: string, after: string): Promise<ElementChange[]>;

  /**
   * Carries operations out, in their order. What comes out is written as the kind writes it.
   *
   * @throws InputError that names the operation that is not possible
   */
  apply(content: string, operations: ElementOperation[]): Promise<string>;

  /** Joins two contents that were both made of `base`; `theirs` is kept where `mine` changed nothing. */
  merge(base: string, theirs: string, mine: string): Promise<Merge>;
}
