import { tomlString } from '../text/toml';

/** A `pyproject.toml` with the description of the service. */
export const described = (
  text: string,
  { description }: { description: string },
): string =>
  text.replace(
    'description = ""',
    () => `description = ${tomlString(description)}`,
  );
