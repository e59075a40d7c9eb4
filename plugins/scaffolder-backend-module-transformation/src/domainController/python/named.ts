import type { DomainModel } from '../model/model';
import { tomlString } from '../../text/toml';

/** A `pyproject.toml` with the description of the service. */
export const described = (text: string, { description }: DomainModel): string =>
  text.replace(
    'description = ""',
    () => `description = ${tomlString(description)}`,
  );
