import type { DomainModel } from '../model/model';
import { tomlString } from '../../text/toml';

/** A `pyproject.toml` with the description of the service. */
export const described = (text: string, { description }: DomainModel): string =>
  text.replace(
    'description = ""',
    () => `description = ${tomlString(description)}`,
  );

/** The `pyproject.toml` of the client, with the names of its distribution and of its package. */
export const sdkToml = (text: string, model: DomainModel): string =>
  described(text, model)
    .replace('name = "service-client"', `name = "${model.name}-client"`)
    .replace(
      '"client" = "service_client"',
      `"client" = "${model.name.replace(/-/g, '_')}_client"`,
    );
