import { fullName, MAIN, type Place } from './places';
import type { GithubPull } from './pullRequest';

/** Why GitHub would not merge an open pull request now; undefined where it would. */
export function mergeProblem(
  place: Place,
  { draft, mergeable, mergeable_state, html_url }: GithubPull,
): string | undefined {
  if (draft || mergeable_state === 'draft') {
    return `It is a draft at GitHub; mark it as ready for review at ${html_url}`;
  }
  if (mergeable === false || mergeable_state === 'dirty') {
    return `The branch contradicts ${MAIN}; build the newest revision again, or merge ${MAIN} into the branch by hand`;
  }
  if (typeof mergeable !== 'boolean') {
    return 'GitHub is still finding out whether it can be merged; look again in a moment';
  }
  if (mergeable_state === 'blocked') {
    return `A rule of ${fullName(
      place,
    )} holds it back, a review or a check perhaps; see ${html_url}`;
  }
  if (mergeable_state === 'behind') {
    return `${fullName(
      place,
    )} wants the branch up to date with ${MAIN} first; see ${html_url}`;
  }
  return undefined;
}
