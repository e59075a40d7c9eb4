import { setTimeout } from 'node:timers/promises';

/** A job that a worker has been given. */
export interface ZeebeJob {
  readonly key: number;
  readonly processInstanceKey: number;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What is needed of Zeebe's REST API (8.6 or newer), with plain fetch. */
export function zeebeAt(address: string) {
  const base = `${address.replace(/\/$/, '')}/v2`;
  const ask = async <T>(path: string, body: FormData | object): Promise<T> => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${base}/${path}`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
    });
    const text = await response.text();
    // a broker that is busy has not taken the request
    if (text.includes('RESOURCE_EXHAUSTED')) {
      await setTimeout(10);
      return ask(path, body);
    }
    if (!response.ok)
      throw new Error(`Zeebe answered ${response.status} to ${path}: ${text}`);
    return (text ? JSON.parse(text) : {}) as T;
  };
  return {
    /** Deploys a drawing; fails where it is refused. */
    async deploy(name: string, drawing: string): Promise<void> {
      const form = new FormData();
      form.append('resources', new Blob([drawing]), name);
      await ask('deployments', form);
    },
    /** Starts an instance of the newest version; resolved when it has ended, where that is awaited. */
    start(
      processDefinitionId: string,
      variables: object,
      awaitCompletion = false,
    ): Promise<{ readonly processInstanceKey: number }> {
      return ask('process-instances', {
        processDefinitionId,
        variables,
        awaitCompletion,
      });
    },
    /** Jobs of the type, waited for so many milliseconds. */
    async activate(
      type: string,
      requestTimeout: number,
    ): Promise<readonly ZeebeJob[]> {
      const { jobs } = await ask<{ jobs: ZeebeJob[] }>('jobs/activation', {
        type,
        timeout: 60_000,
        maxJobsToActivate: 64,
        requestTimeout,
        worker: 'bpmn-temporal',
      });
      return jobs;
    },
    async complete({ key }: ZeebeJob, variables: object): Promise<void> {
      await ask(`jobs/${key}/completion`, { variables });
    },
  };
}
