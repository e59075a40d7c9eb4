import type { NativeConnection } from '@temporalio/worker';
import { openAttribute } from '../runtime/marks';

/** Temporal's number for a keyword list. */
const keywordList = 7;

/**
 * Makes sure that the namespace knows the search attribute by which instances are found.
 *
 * @throws an error that says what to run, where it is missing and the worker may not add it
 */
export async function ensureSearchAttribute(
  connection: NativeConnection,
  namespace: string,
): Promise<void> {
  const { operatorService } = connection;
  const known = await operatorService
    .listSearchAttributes({ namespace })
    .then(({ customAttributes }) => openAttribute in (customAttributes ?? {}))
    // Not everybody may list them; adding will tell.
    .catch(() => false);
  if (known) return;
  try {
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: { [openAttribute]: keywordList },
    });
  } catch (error) {
    if (/already exists/i.test(String(error))) return;
    throw new Error(
      `The namespace ${namespace} has no search attribute ${openAttribute}, and it can not be added: ${String(
        error,
      )}. Run: temporal operator search-attribute create --namespace ${namespace} --name ${openAttribute} --type KeywordList`,
    );
  }
}
