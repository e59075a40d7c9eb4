export {
  artifact,
  artifactContent,
  artifactKind,
  kindInfo,
  listedArtifact,
  MAX_CONTENT_BYTES,
  MAX_INLINE_BYTES,
  upload,
} from './artifact';
export type {
  Artifact,
  ArtifactContent,
  ArtifactKind,
  KindInfo,
  ListedArtifact,
  Upload,
} from './artifact';
export { artifactCommand, createArtifactRequest } from './commands';
export type {
  ArtifactCommand,
  CommandOf,
  CreateArtifactRequest,
} from './commands';
export { artifactEvent, elementChange } from './events';
export type { ArtifactEvent, ElementChange, EventOf } from './events';
export * from './gate';
export * from './link';
export * from './operations';
export * from './results';
export * from './revision';
