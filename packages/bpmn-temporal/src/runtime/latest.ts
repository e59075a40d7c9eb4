import { makeContinueAsNewFunc, workflowInfo } from '@temporalio/workflow';
import type { Start } from './start';

/** Whether it was called as the newest version, and began with the build of its caller, which is another one. */
export function isOutdated({ called, resume }: Start): boolean {
  return (
    called?.latest === true &&
    resume === undefined &&
    workflowInfo().targetWorkerDeploymentVersionChanged
  );
}

/** Goes on with the build that new instances get, before anything has happened; once, whatever that build then is. */
export function goOnWithLatest(
  variables: object,
  start: Start,
): Promise<never> {
  const goOn = makeContinueAsNewFunc({
    initialVersioningBehavior: 'AUTO_UPGRADE',
  });
  return goOn(variables, {
    ...start,
    called: { catches: [], ...start.called, latest: false },
  });
}
