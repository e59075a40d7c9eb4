import { oneLine } from '../text/lines';

/**
 * A `package.json`, or its lock file, with the name of the service.
 *
 * @param text - JSON of either
 */
export function named(text: string, name: string, description: string): string {
  const json = JSON.parse(text) as {
    description?: string;
    packages?: Record<string, object>;
  };
  Object.assign(json, { name });
  if (json.description !== undefined) json.description = oneLine(description);
  if (json.packages) Object.assign(json.packages[''], { name });
  return `${JSON.stringify(json, null, 2)}\n`;
}
