import type { ProcessInterface } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { transformationApiRef } from '../../../api/transformationApi';
import { useLoad } from '../../../api/useLoad';

/**
 * What the processes of an artifact take and give: variables, outputs of user tasks, messages.
 *
 * @param revision - of this revision's newest good build; where absent, of the newest good build at all
 * @returns nothing where there is no such build: forms then fall back to plain JSON
 */
export function useProcesses(
  artifactId: string,
  revision?: number,
): ProcessInterface[] | undefined {
  const api = useApi(transformationApiRef);
  const { value, error } = useLoad(async () => {
    const { items } = await api.listBuilds(artifactId);
    const good = items
      .filter(build => build.status === 'succeeded')
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
    const build = good.find(b => b.revision === revision) ?? good[0];
    return build ? (await api.getBuildFiles(build.id)).processes : [];
  }, [api, artifactId, revision]);
  return error ? [] : value;
}
