import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { TransformationApiError } from '@ameide/plugin-transformation-common';
import type { ApiOf } from '../api';
import { createOpenPullRequestsAction } from './openPullRequests';

let mockNow = 0;
jest.mock('node:timers/promises', () => ({
  setTimeout: async (ms: number) => {
    mockNow += ms;
  },
}));

const refuse = (status: number, code: string, message: string) =>
  Promise.reject(new TransformationApiError(status, code, message));
const unavailable = () =>
  refuse(503, 'unavailable', 'Temporal cannot be reached');

const building = { id: 'b', status: 'running' };
const built = {
  ...building,
  status: 'succeeded',
  steps: [],
  diagnostics: [],
  pullRequests: [{ id: 'services.orders.1', repository: 'services/orders' }],
};

describe('ameide:open-pull-requests', () => {
  const directory = createMockDirectory({ content: { 'README.md': 'x' } });

  beforeEach(() => {
    jest.spyOn(Date, 'now').mockImplementation(() => mockNow);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function open(
    startBuild: () => Promise<unknown>,
    getBuild: () => Promise<unknown>,
  ) {
    const api = {
      startBuild,
      getBuild,
      getService: async () => ({ catalogInfoUrl: 'http://localhost/info' }),
    };
    const context = createMockActionContext({
      workspacePath: directory.path,
      input: { artifact: 'orders', path: '.' },
    });
    await createOpenPullRequestsAction(
      (() => api) as unknown as ApiOf,
      'http://localhost',
    ).handler(context);
    return context.output;
  }

  it('waits for a build while nobody can say how it stands, for a while', async () => {
    const startBuild = jest
      .fn()
      .mockImplementationOnce(unavailable)
      .mockResolvedValue(building);
    const getBuild = jest
      .fn()
      .mockImplementationOnce(unavailable)
      .mockResolvedValueOnce(building)
      .mockResolvedValue(built);
    const output = await open(startBuild, getBuild);
    expect(output).toHaveBeenCalledWith(
      'servicePullRequestUrl',
      'http://localhost/pull-requests/services.orders.1',
    );
    expect(startBuild).toHaveBeenCalledTimes(2);
  });

  it('fails with the reason where nobody can for longer', async () => {
    const getBuild = jest.fn(unavailable);
    await expect(open(async () => building, getBuild)).rejects.toThrow(
      'Temporal cannot be reached',
    );
    expect(getBuild.mock.calls.length).toBeGreaterThan(30);
  });

  it('fails at once where it is refused', async () => {
    const startBuild = jest.fn(() => refuse(403, 'not-allowed', 'not yours'));
    await expect(open(startBuild, unavailable)).rejects.toThrow('not yours');
    expect(startBuild).toHaveBeenCalledTimes(1);
  });
});
