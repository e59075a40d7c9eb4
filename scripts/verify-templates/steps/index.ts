import type { Input } from '../inputs';
import type { Step } from '../step';
import { agentService } from './agent';
import { bufBreaking, bufLint } from './buf';
import { canaries } from './canaries';
import { catalog } from './catalog';
import { helmLint, helmTemplate } from './chart';
import { contractCopy, contractModule, ownContract } from './contract';
import { changedDrawing } from './codeFirst';
import { goProcess, goService } from './go';
import { imageBuild, imageFile } from './image';
import { make } from './make';
import { drawingCheck, policiesDrift } from './drift';
import { coreManifests, customManifests, databaseManifests } from './manifests';
import { migrations } from './migrations';
import {
  compile,
  install,
  integration,
  lint,
  processIntegration,
  processTests,
  unit,
} from './npm';
import {
  compilePython,
  installPython,
  integrationPython,
  lintPython,
  makePython,
  pythonProcess,
  unitPython,
} from './python';
import { gitleaks, secretlint } from './secrets';
import { update } from './update';

/** What is looked at in the output as it came from the template. */
const pristine = [canaries, catalog, gitleaks, secretlint];

const chart = [helmLint, helmTemplate, coreManifests, customManifests];

/** Chart and image file, which are alike in all languages. */
const deployment = [...chart, databaseManifests, imageFile, imageBuild];

/** How an output in some language is installed, compiled and tested, and what runs its Makefile. */
interface Language {
  install: Step;
  compile: Step;
  lint: Step;
  unit: Step;
  integration: Step;
  make(name: string, verb: string): Step;
}

// clients are in three languages, whatever the service is written in
const sdk = makePython('sdk', 'sdk');

/** Where the contract is kept with its service, and where it is kept for itself. */
const CONTRACT = {
  service: [sdk, contractModule],
  repository: [ownContract, contractCopy],
};

/** A domain controller, wherever its contract is kept. */
const domainController = (language: Language): Step[] => [
  ...pristine,
  language.install,
  ...CONTRACT.repository,
  bufLint,
  bufBreaking,
  language.make('generate', 'generate'),
  language.compile,
  language.lint,
  language.unit,
  language.integration,
  migrations,
  ...CONTRACT.service,
  ...deployment,
  update,
];

/** An agent, which has neither a database nor a contract of its own. */
const agent = (language: Language): Step[] => [
  ...pristine,
  language.install,
  language.make('generate', 'generate'),
  agentService.stubs,
  language.compile,
  language.lint,
  language.unit,
  language.integration,
  agentService.sandbox(language.make('sandbox', 'sandbox')),
  ...deployment.filter(step => step !== databaseManifests),
  update,
];

const processController: Step[] = [
  ...pristine,
  install,
  bufLint,
  bufBreaking,
  make('generate', 'generate'),
  compile,
  lint,
  unit,
  processTests,
  processIntegration,
  policiesDrift,
  drawingCheck,
  ...chart,
  imageFile,
  imageBuild,
  update,
];

const typescript = { install, compile, lint, unit, integration, make };
const python = {
  install: installPython,
  compile: compilePython,
  lint: lintPython,
  unit: unitPython,
  integration: integrationPython,
  make: makePython,
};

/** A process whose worker is written by hand. */
const codeFirst = (
  language: Language & { paths: Step; liveTokens: Step },
): Step[] => {
  const generate = language.make('generate', 'generate');
  return [
    ...pristine,
    language.install,
    bufLint,
    bufBreaking,
    generate,
    language.compile,
    language.lint,
    language.unit,
    language.paths,
    changedDrawing(generate, language.paths),
    language.integration,
    language.liveTokens,
    make('drawing-check', 'drawing-check'),
    ...chart,
    imageFile,
    imageBuild,
    update,
  ];
};

/** What has to be true of the output of a template, in this order. */
const STEPS: Record<string, Record<string, Step[]>> = {
  'domain-controller': {
    typescript: domainController(typescript),
    go: domainController({ ...goService, make }),
    python: domainController(python),
  },
  agent: { python: agent(python), typescript: agent(typescript) },
  'process-controller': {
    typescript: processController,
    go: codeFirst({ ...goService, ...goProcess, make }),
    python: codeFirst({ ...python, ...pythonProcess }),
  },
};

/** @throws Error where nobody has said what has to be true */
export function stepsOf({ template, language, values }: Input): Step[] {
  const steps = STEPS[template]?.[language];
  if (!steps) throw new Error(`There are no steps for ${template}/${language}`);
  const isOwn = values.contract === 'repository';
  const others = CONTRACT[isOwn ? 'service' : 'repository'];
  return steps.filter(step => !others.includes(step));
}
