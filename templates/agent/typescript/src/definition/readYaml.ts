import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseDocument } from 'yaml';
import { StartError } from '../errors.ts';

/**
 * Reads a file in YAML 1.2, as the factory writes it, into plain values.
 *
 * @throws StartError with the line, also for a tag that would make an object
 */
export function readYaml(path: string): unknown {
  const document = parseDocument(readFileSync(path, 'utf8'));
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) {
    const [message] = problem.message.split('\n');
    throw new StartError(`${basename(path)} is no YAML: ${message}`);
  }
  return document.toJS();
}
