import { problemsOf, refusedBecause } from '../../service/problems';
import { findConflicts } from './conflicts';
import { toModel, type DomainModel } from './model';
import { domainControllerParameters } from './parameters';

/** What to say of parameters that no domain controller can be made from. */
export const refused = (problems: string[]) =>
  refusedBecause('A domain controller', problems);

/**
 * Parameters of the template, as a model.
 *
 * @throws InputError that names every parameter that is wrong, and why
 */
export function readModel(values: unknown): DomainModel {
  const result = domainControllerParameters.safeParse(values);
  if (!result.success) throw refused(problemsOf(result.error));
  const model = toModel(result.data);
  const conflicts = findConflicts(model);
  if (conflicts.length) throw refused(conflicts);
  return model;
}
