import { atGithub, statusOf } from './errors';
import { MAIN } from './places';
import type { Repository } from './repositories';

/** A file at the main branch; undefined where it, or the repository, is not there. */
export async function readFile(
  { api, place }: Repository,
  path: string,
): Promise<string | undefined> {
  return atGithub(place, () =>
    api.repos
      .getContent({
        owner: place.owner,
        repo: place.repo,
        path,
        ref: MAIN,
      })
      .then(({ data }) =>
        // a folder answers a list, and a submodule no content
        'content' in data
          ? Buffer.from(data.content, 'base64').toString('utf8')
          : undefined,
      )
      .catch(error => {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }),
  );
}
