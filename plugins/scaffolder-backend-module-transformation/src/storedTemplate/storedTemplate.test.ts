import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { readDirectory } from './readDirectory';
import { registerDryRunStoredTemplate } from './registerDryRun';

const template = (location: string): TemplateEntityV1beta3 => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'thing',
    annotations: { 'backstage.io/managed-by-location': location },
  },
  spec: {
    type: 'thing',
    parameters: [
      {
        required: ['name'],
        properties: { name: { type: 'string', pattern: '^[a-z]+$' } },
      },
    ],
    steps: [
      { id: 'a', name: 'Copy', action: 'fetch:plain' },
      { id: 'b', name: 'Ask the catalog', action: 'catalog:fetch' },
      { id: 'c', name: 'Publish', action: 'publish:github' },
      { id: 'd', name: 'Tell', action: 'x:tell', if: '${{ false }}' },
      { id: 'e', action: 'x:end', if: '${{ steps.b.output.entity }}' },
    ],
    output: { text: '${{ steps.b.output.entity }}' },
  },
});

describe('the dry-run of a stored template', () => {
  const directory = createMockDirectory();

  function setUp(
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    directory.setContent({ 'template.yaml': 'x', skeleton: { 'a.txt': 'a' } });
    const actions = actionsRegistryServiceMock();
    const dryRun = jest.fn(async (_request: object, _options: object) => ({
      log: [{ body: { stepId: 'd', status: 'skipped', message: '' } }],
      output: {},
      steps: [],
      directoryContents: [
        { path: 'ü.txt', base64Content: Buffer.from('ü').toString('base64') },
      ],
    }));
    registerDryRunStoredTemplate(actions, {
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [template(`file:${directory.resolve('template.yaml')}`)],
      }),
      permissions: mockServices.permissions({ result }),
      reader: mockServices.urlReader.mock(),
      scaffolder: { dryRun } as never,
    });
    const ask = (values: object, templateRef = 'template:default/thing') =>
      actions.invoke({
        id: 'test:dry-run-stored-template',
        input: { templateRef, values } as never,
        credentials: mockCredentials.user('user:demo/agent-scout'),
      });
    return { ask, dryRun };
  }

  it('runs with the rights of the factory what asks nobody for anything, and says what it leaves out', async () => {
    const { ask, dryRun } = setUp();
    expect((await ask({ name: 'x' })).output).toEqual({
      files: [{ path: 'ü.txt', content: 'ü' }],
      leftOut: ['Ask the catalog', 'Publish', 'x:end'],
    });
    const [request, { credentials }] = dryRun.mock.calls[0] as never as [
      { template: TemplateEntityV1beta3; directoryContents: object[] },
      { credentials: { principal: { type: string } } },
    ];
    expect(credentials.principal.type).toBe('service');
    expect(request.template.spec.steps).toEqual([
      { id: 'a', name: 'Copy', action: 'fetch:plain' },
      { id: 'b', name: 'Ask the catalog', action: 'debug:log' },
      { id: 'c', name: 'Publish', action: 'debug:log' },
      { id: 'd', name: 'Tell', action: 'debug:log', if: '${{ false }}' },
      { id: 'e', action: 'debug:log' },
    ]);
    expect(request.template.spec.output).toBeUndefined();
    expect(request.directoryContents).toEqual(
      expect.arrayContaining([
        { path: 'skeleton/a.txt', base64Content: 'YQ==' },
      ]),
    );
  });

  it('says which value is wrong, and runs nothing', async () => {
    const { ask, dryRun } = setUp();
    await expect(ask({ name: '../x' })).rejects.toThrow(
      'name does not match pattern "^[a-z]+$"',
    );
    await expect(ask({})).rejects.toThrow('values requires property "name"');
    expect(dryRun).not.toHaveBeenCalled();
  });

  it('is for those who may run templates, of templates that they may see', async () => {
    const denied = setUp(AuthorizeResult.DENY);
    await expect(denied.ask({ name: 'x' })).rejects.toThrow(
      'scaffolder.task.create',
    );
    const { ask, dryRun } = setUp();
    await expect(ask({ name: 'x' }, 'template:default/other')).rejects.toThrow(
      'there is no template template:default/other',
    );
    expect(dryRun).not.toHaveBeenCalled();
    expect(denied.dryRun).not.toHaveBeenCalled();
  });

  it('reads the folder of a template that came from a URL', async () => {
    const reader = mockServices.urlReader.mock({
      readTree: async () =>
        ({
          files: async () => [
            { path: 'a.txt', content: async () => Buffer.from('a') },
          ],
        } as never),
    });
    expect(
      await readDirectory(
        template('url:https://git.example/x/blob/main/t/template.yaml'),
        reader,
      ),
    ).toEqual([{ path: 'a.txt', base64Content: 'YQ==' }]);
    expect(reader.readTree).toHaveBeenCalledWith(
      'https://git.example/x/blob/main/t/',
    );
  });
});
