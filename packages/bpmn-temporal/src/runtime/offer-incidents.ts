import { defineUpdate, setHandler } from '@temporalio/workflow';
import { toVariables } from './json';
import { mustBeOpen, refusal } from './must-be-open';
import { merge, writeLocal } from './scope';
import type { Scope } from './scope';
import { deliver } from './serial';
import type { IncidentResolution, VariableChange } from './state';

const resolveUpdate = defineUpdate<void, [IncidentResolution]>(
  'resolveIncident',
);
const setVariablesUpdate = defineUpdate<void, [VariableChange]>('setVariables');

/** Lets operators correct variables, and have what failed tried again, skipped or given up. */
export function offerIncidents(root: Scope): void {
  const { incidents, scopes } = root.instance;
  setHandler(
    resolveUpdate,
    ({ key, action = 'retry', variables }) => {
      const incident = incidents.get(key);
      incidents.delete(key);
      return new Promise<void>((resolve, reject) => {
        deliver(() => {
          const given = toVariables(variables);
          if (incident?.answer({ action, variables: given })) resolve();
          else
            reject(
              refusal(
                `The incident ${JSON.stringify(key)} was interrupted before`,
              ),
            );
        });
      });
    },
    {
      validator: ({ key, action }) => {
        mustBeOpen(incidents, 'incident', key);
        if (action !== undefined && !['retry', 'skip', 'fail'].includes(action))
          throw refusal(`${action} is none of retry, skip and fail`, 'Invalid');
        if (action === 'skip' && !incidents.get(key)?.state.skippable)
          throw refusal(
            `${key} can not be skipped: correct the variables and retry, or let it fail`,
            'Invalid',
          );
      },
    },
  );
  setHandler(
    setVariablesUpdate,
    ({ key, variables }) =>
      new Promise<void>(resolve => {
        deliver(() => {
          const scope = key === undefined ? undefined : scopes.get(key);
          if (scope) writeLocal(scope, toVariables(variables));
          else merge(root, toVariables(variables));
          resolve();
        });
      }),
    {
      validator: ({ key, variables }) => {
        if (key !== undefined) mustBeOpen(scopes, 'activity', key);
        if (typeof variables !== 'object' || variables === null)
          throw refusal('variables has to be an object', 'Invalid');
      },
    },
  );
}
