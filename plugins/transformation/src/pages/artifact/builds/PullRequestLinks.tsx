import type { PullRequestRef } from '@ameide/plugin-transformation-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Flex, Link } from '@backstage/ui';
import { pullRequestRouteRef } from '../../../routes';

/** Links to the pull requests that a build opened. */
export const PullRequestLinks = (props: { pullRequests: PullRequestRef[] }) => {
  const link = useRouteRef(pullRequestRouteRef);
  if (!props.pullRequests.length) return null;
  return (
    <Flex direction="column" gap="1">
      {props.pullRequests.map(pr => (
        <Link key={pr.id} href={link?.({ pullRequestId: pr.id })}>
          {pr.repository} #{pr.number}: {pr.title}
        </Link>
      ))}
    </Flex>
  );
};
