import type {
  ArtifactEvent,
  EventOf,
  Revision,
  RevisionStatus,
} from '@ameide/plugin-transformation-common';
import { revisionOf, type ArtifactState } from './state';

/** The state after one more event; undefined before the first, which must be `artifact-created`. */
export function apply(
  state: ArtifactState | undefined,
  event: ArtifactEvent,
): ArtifactState {
  if (event.type === 'artifact-created') return created(event);
  if (!state || event.sequence !== state.sequence + 1) {
    throw new Error(
      `The stream of artifact ${event.artifactId} has a gap before ${event.sequence}`,
    );
  }
  const next = {
    ...state,
    sequence: event.sequence,
    updatedAt: event.at,
    updatedBy: event.by,
  };
  const written = { ...next, ...withAuthor(state, event.by, event.sequence) };
  switch (event.type) {
    case 'content-changed':
      return { ...written, digest: event.data.digest };
    case 'artifact-renamed':
      return { ...written, title: event.data.title };
    case 'artifact-tagged':
      return { ...written, tags: event.data.tags };
    case 'artifact-linked':
      return { ...written, links: [...state.links, event.data] };
    case 'artifact-unlinked':
      return {
        ...written,
        links: state.links.filter(
          ({ relation, target }) =>
            relation !== event.data.relation || target !== event.data.target,
        ),
      };
    case 'artifact-archived':
      return { ...written, archived: true };
    case 'artifact-restored':
      return { ...written, archived: false };
    case 'comment-added':
      return next;
    case 'revision-made': {
      const { ofSequence: sequence } = event.data;
      const made = { ...next, revisions: [...state.revisions, madeBy(event)] };
      return { ...made, ...withAuthor(state, event.by, sequence) };
    }
    case 'revision-submitted': {
      const { sequence } = revisionOf(state, event.data.number);
      const submitted = withStatus(next, event.data.number, 'submitted');
      return { ...submitted, ...withAuthor(state, event.by, sequence) };
    }
    case 'revision-approved':
      return withStatus(next, event.data.number, 'approved');
    case 'revision-rejected':
      return withStatus(next, event.data.number, 'rejected');
    case 'finding-waived': {
      const { number: revision, ...waived } = event.data;
      const waiver = { revision, ...waived, by: event.by };
      return { ...next, waivers: [...state.waivers, waiver] };
    }
    case 'revision-promoted':
      return promoted(next, event.data.number);
    default:
      throw new Error(`Unknown event ${JSON.stringify(event satisfies never)}`);
  }
}

/** Folds events, oldest first, onto a state. */
export function fold(
  events: ArtifactEvent[],
  state?: ArtifactState,
): ArtifactState | undefined {
  return events.reduce(apply, state);
}

function created(event: EventOf<'artifact-created'>): ArtifactState {
  const { kind, title, owner, digest } = event.data;
  return {
    id: event.artifactId,
    kind,
    title,
    owner,
    sequence: event.sequence,
    tags: [],
    links: [],
    archived: false,
    digest,
    revisions: [],
    waivers: [],
    authors: { [event.by]: event.sequence },
    createdAt: event.at,
    createdBy: event.by,
    updatedAt: event.at,
    updatedBy: event.by,
  };
}

function madeBy(event: EventOf<'revision-made'>): Revision {
  const { number, ofSequence: sequence, note } = event.data;
  return {
    number,
    sequence,
    ...(note && { note }),
    status: 'draft',
    createdAt: event.at,
    createdBy: event.by,
  };
}

function withAuthor({ authors }: ArtifactState, by: string, at: number) {
  return {
    authors: { ...authors, [by]: Math.max(at, authors[by] ?? 0) },
  };
}

function withStatus(
  state: ArtifactState,
  number: number,
  status: RevisionStatus,
): ArtifactState {
  return {
    ...state,
    revisions: state.revisions.map(item =>
      item.number === number ? { ...item, status } : item,
    ),
  };
}

/** What was written up to the promoted revision is settled; its authors may approve the next one. */
function promoted(state: ArtifactState, number: number): ArtifactState {
  const { sequence } = revisionOf(state, number);
  const later = Object.entries(state.authors).filter(([, at]) => at > sequence);
  return {
    ...withStatus(state, number, 'promoted'),
    promotedRevision: number,
    authors: Object.fromEntries(later),
  };
}
