import { Flex, Skeleton } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { Load } from '../api/useLoad';
import { Problem } from './Problem';

/** Shows a skeleton, the error, or what was loaded; a failed refresh keeps the last answer in view. */
export function Loaded<T>(props: {
  load: Load<T>;
  errorTitle?: string;
  children: (value: T) => ReactNode;
}) {
  const { value, error, loading, reload } = props.load;
  if (loading) {
    return (
      <Flex direction="column" gap="3" role="status" aria-label="Loading">
        <Skeleton width="40%" height={20} />
        <Skeleton width="100%" height={20} />
        <Skeleton width="80%" height={20} />
      </Flex>
    );
  }
  return (
    <>
      <Problem error={error} title={props.errorTitle} onRetry={reload} />
      {value !== undefined && props.children(value)}
    </>
  );
}
