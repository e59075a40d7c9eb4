import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  forgeExtensionPoint,
  type Forge,
} from '@ameide/plugin-transformation-node';
import { transformationModuleGithub } from './module';

/** The forge that the module sets with this configuration. */
async function forgeOf(github: object | undefined): Promise<Forge | undefined> {
  let set: Forge | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'transformation',
    register(env) {
      env.registerExtensionPoint(forgeExtensionPoint, {
        setForge: forge => {
          set = forge;
        },
      });
      env.registerInit({
        deps: { logger: coreServices.logger },
        async init() {},
      });
    },
  });
  const data = { transformation: { forge: { type: 'none', ...github } } };
  await startTestBackend({
    features: [
      plugin,
      transformationModuleGithub,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  return set;
}

const tenants = { demo: { owner: 'acme', gitopsRepository: 'gitops' } };

describe('the module', () => {
  it('sets no forge without settings', async () => {
    expect(await forgeOf(undefined)).toBeUndefined();
  });

  it('sets the forge at GitHub with them', async () => {
    const forge = await forgeOf({ github: { tenants } });
    await expect(forge!.remote('other', 'gitops')).rejects.toThrow(
      'transformation.forge.github.tenants.other',
    );
  });

  it('does not start with a host that has no integration', async () => {
    const settings = { github: { host: 'ghe.test', tenants } };
    await expect(forgeOf(settings)).rejects.toThrow(
      'integrations.github has no entry for ghe.test',
    );
  });
});
