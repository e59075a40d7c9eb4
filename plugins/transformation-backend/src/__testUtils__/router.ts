import express from 'express';
import { mockServices } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import type { ArtifactStore } from '../artifacts/store';
import { createRouter, type RouterOptions } from '../router';
import { ruleset } from './permissions';
import { plainKind } from './store';

const unused = {} as never;

/** The HTTP API of a store, with nothing behind the rest of it. */
export function appOf(
  store: ArtifactStore,
  options: Partial<RouterOptions> = {},
): express.Express {
  const router = createRouter({
    httpAuth: mockServices.httpAuth(),
    permissions: mockServices.permissions(),
    artifactRules: ruleset,
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({ success: jest.fn(), fail: jest.fn() }),
    }),
    // what fails and is told to nobody is told here
    logger: mockServices.rootLogger({ level: 'error' }),
    tracing: tracingServiceMock.mock(),
    isAgent: async () => false,
    artifacts: store,
    kinds: new Map([['bpmn', plainKind]]),
    builds: unused,
    forge: unused,
    instances: unused,
    deployments: unused,
    statistics: unused,
    tenants: unused,
    limitWrites: async () => {},
    check: unused,
    ...options,
  });
  return express().use(router);
}
