import type { Carry } from './carry';

/** Extensions that say nothing of the run: how a model was made, who sees it in a list, how a form looks. */
export const documentation: Carry = {
  types: ['*'],
  carry(said) {
    for (const name of ['properties', 'localization', 'potentialStarter'])
      for (const found of said.extensions(name)) said.takeExtension(found);
  },
};

/**
 * Attributes that say how an engine runs and shows it, not what is done; they are warned of. Every step is kept by
 * Temporal, which makes the marks for it needless.
 */
export const operational = new Set([
  'async',
  'asyncBefore',
  'asyncAfter',
  'asyncLeave',
  'exclusive',
  'jobPriority',
  'taskPriority',
  'historyTimeToLive',
  'isStartableInTasklist',
  'isEagerExecutionFetching',
  'startFormInit',
  'versionTag',
  'candidateStarterUsers',
  'candidateStarterGroups',
  'initiator',
  'category',
  'modelerTemplate',
  'modelerTemplateVersion',
  'modelerTemplateIcon',
  'formFieldValidation',
]);
