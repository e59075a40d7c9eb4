import type {
  Diagnostic,
  ElementChange,
} from '@ameide/plugin-transformation-common';

/** Two changes of one content joined, or the elements that both of them changed. */
export type Merge =
  | { content: string; elementIds?: undefined }
  | { content?: undefined; elementIds: string[] };

/**
 * What the artifact store has to know of a kind of artifact. A kind does not
 * know the store: it works on contents alone.
 */
export interface ArtifactKindDefinition {
  /** As in `Artifact.kind`. */
  readonly kind: string;

  /**
   * Refuses what is no content of this kind at all. A content with mistakes in
   * it is accepted here: work in progress is to be kept, and builds refuse it.
   *
   * @throws InputError that names the place and the remedy
   */
  assertContent(content: string): Promise<void>;

  /** The mistakes in a content that `assertContent` accepts. */
  validate(content: string): Promise<Diagnostic[]>;

  /** Entities that the content is bound to, each once, by entity reference. */
  references(content: string): Promise<string[]>;

  /** What changed between two contents, in the terms of the kind. */
  difference(before: string, after: string): Promise<ElementChange[]>;

  /** Joins two contents that were both made of `base`; `theirs` is kept where `mine` changed nothing. */
  merge(base: string, theirs: string, mine: string): Promise<Merge>;
}
