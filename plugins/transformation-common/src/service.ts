import { z } from 'zod';
import { repositoryPath } from './build';
import { pullRequest } from './pullRequest';

/** Where an output says what it was made from; what a template makes without it is no service. */
export const ANSWERS_PATH = '.factory/answers.yaml';

/** What an output says it was made from, in {@link ANSWERS_PATH}. */
export const templateAnswers = z.looseObject({
  /** Entity reference of the template. */
  template: z.string().min(1).max(300),
  version: z.string().min(1).max(100),
  /** Of all files beside this one. */
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});
export type TemplateAnswers = z.infer<typeof templateAnswers>;

/** The name of the service's contract, where that has a repository for itself. */
export const contractOf = (service: string): string => `${service}-protos`;

/** `GET /services/{service}`: where its source is, or will be. */
export const serviceSource = z.object({
  /** As the forge calls it, `services/orders`. */
  repository: z.string(),
  /** Where the catalog reads the service's entities, once they are on the main branch. */
  catalogInfoUrl: z.string(),
});
export type ServiceSource = z.infer<typeof serviceSource>;

/** `POST /services/{service}/proposals` */
export const proposeServiceRequest = z.object({
  title: z.string().min(1).max(100),
  /** All that the template makes, {@link ANSWERS_PATH} among it. */
  files: z
    .array(z.object({ path: repositoryPath, content: z.string() }))
    .min(1)
    .max(1000),
});
export type ProposeServiceRequest = z.infer<typeof proposeServiceRequest>;

/** What became of a template's output. */
export const serviceProposal = z.object({
  tenant: z.string(),
  repository: z.string(),
  /** Absent where the main branch says all of it already. */
  pullRequest: pullRequest.optional(),
  /** Runs it in the first lane; absent where something has to be settled first. */
  rollOut: pullRequest.optional(),
  /** Version of the template in the main branch; absent in a new repository. */
  from: z.string().optional(),
  /** Version of the template of the output. */
  to: z.string(),
  /** Files that both the template and somebody else have changed in one place; both are marked in them. */
  conflicts: z.array(z.string()),
});
export type ServiceProposal = z.infer<typeof serviceProposal>;
