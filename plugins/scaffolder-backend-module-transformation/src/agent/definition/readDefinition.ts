import { parse } from 'yaml';
import {
  agentDefinition,
  type AgentDefinition,
} from '@ameide/plugin-transformation-common';

/** A definition as somebody has written it, or the places where it is wrong. */
export function readDefinition(
  text: string,
): { definition: AgentDefinition } | { problems: string[] } {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    return { problems: [`definition: ${(error as Error).message}`] };
  }
  const result = agentDefinition.safeParse(content);
  if (result.success) return { definition: result.data };
  return {
    problems: result.error.issues.map(
      ({ path, message }) => `${['definition', ...path].join('.')}: ${message}`,
    ),
  };
}
