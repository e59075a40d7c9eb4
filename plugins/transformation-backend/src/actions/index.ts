import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  artifactCommand,
  artifactWritePermission,
} from '@ameide/plugin-transformation-common';
import { audited } from '../access/audited';
import { createAccess, type AccessServices } from '../access/authorize';
import { validate } from '../router/validate';
import { registerChangeArtifact } from './changeArtifact';
import { registerCompareArtifact } from './compareArtifact';
import { registerCompileArtifact } from './compileArtifact';
import type { ActionContext } from './context';
import { registerCreateArtifact } from './createArtifact';
import { registerDecommissionService } from './decommissionService';
import { registerGetArtifact } from './getArtifact';
import { registerListArtifacts } from './listArtifacts';
import { registerMakeRevision } from './makeRevision';
import { registerProposeControllers } from './proposeControllers';
import { registerSubmitRevision } from './submitRevision';
import { registerValidateContent } from './validateContent';

/** What the actions are made of. */
export interface ActionOptions
  extends Omit<AccessServices, 'artifacts'>,
    Pick<
      ActionContext,
      'artifacts' | 'kinds' | 'compile' | 'placeOf' | 'decommission'
    > {
  auditor: AuditorService;
}

/**
 * Registers what templates and AI agents may do. To approve and to promote is
 * not among it: that is for persons, by the page or the HTTP API.
 */
export function registerActions(
  actions: ActionsRegistryService,
  options: ActionOptions,
): void {
  const { artifacts, kinds, compile, placeOf, decommission, auditor } = options;
  const access = createAccess(options);
  const write: ActionContext['write'] = async (
    credentials,
    eventId,
    need,
    meta,
    work,
  ) => {
    const result = await audited(
      auditor,
      { eventId, meta },
      () => access.authorize(credentials, need),
      async author => {
        await options.limitWrites(author);
        return work(author);
      },
    );
    return { output: { ...result } };
  };
  const context: ActionContext = {
    ...access,
    artifacts,
    kinds,
    compile,
    placeOf,
    decommission,
    write,
    command(credentials, artifact, given) {
      const command = validate(artifactCommand, given);
      const need = { permission: artifactWritePermission, artifact };
      return write(credentials, 'artifact-change', need, { artifact }, author =>
        artifacts.change(author, artifact, command),
      );
    },
  };
  registerListArtifacts(actions, context);
  registerGetArtifact(actions, context);
  registerCreateArtifact(actions, context);
  registerChangeArtifact(actions, context);
  registerValidateContent(actions, context);
  registerCompileArtifact(actions, context);
  registerCompareArtifact(actions, context);
  registerMakeRevision(actions, context);
  registerSubmitRevision(actions, context);
  registerProposeControllers(actions, context);
  registerDecommissionService(actions, context);
}
