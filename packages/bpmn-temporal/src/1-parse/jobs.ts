import type { JobWork, MappingEntry } from './model';
import { extension, list, text } from './moddle';
import type { Moddle } from './moddle';

/** zeebe:ioMapping of an element. */
export function mappingsOf(element: Moddle): {
  input: MappingEntry[];
  output: MappingEntry[];
} {
  const mapping = extension(element, 'IoMapping');
  const entries = (value: unknown) =>
    list(value).map(entry => ({
      target: text(entry.target),
      source: text(entry.source),
    }));
  return {
    input: entries(mapping?.inputParameters),
    output: entries(mapping?.outputParameters),
  };
}

/** zeebe:taskDefinition with its headers, if the element is done by a worker. */
export function jobOf(element: Moddle): JobWork | undefined {
  const definition = extension(element, 'TaskDefinition');
  if (!definition) return undefined;
  const headers = list(extension(element, 'TaskHeaders')?.values);
  return {
    kind: 'job',
    jobType: text(definition.type),
    retries: text(definition.retries) || '3',
    headers: Object.fromEntries(
      headers.map(header => [text(header.key), text(header.value)]),
    ),
  };
}
