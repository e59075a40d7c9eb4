import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import {
  create,
  createFileRegistry,
  fromBinary,
  type DescMethod,
} from '@bufbuild/protobuf';
import {
  FileDescriptorSetSchema,
  type FileDescriptorSet,
} from '@bufbuild/protobuf/wkt';
import type { Definition, Tool } from '../definition/model.ts';
import { StartError } from '../errors.ts';
import { ROOT } from '../paths.ts';
import { isContext, schemaOf } from './schema.ts';
import type { Stub } from './stub.ts';
import { textAbove } from './textAbove.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** What buf makes of the contracts in `proto/` of a folder; nothing where there are none. @throws StartError */
export function compileContracts(root: string): FileDescriptorSet {
  if (!globSync('proto/**/*.proto', { cwd: root }).length) {
    return create(FileDescriptorSetSchema);
  }
  const buf = join(ROOT, 'node_modules', '.bin', 'buf');
  try {
    const built = execFileSync(buf, ['build', '--output', '-'], {
      cwd: root,
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return fromBinary(FileDescriptorSetSchema, built);
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error);
    throw new StartError(`The contracts are wrong. ${said.trim()}`);
  }
}

/** A stub for each tool. @throws StartError where a contract has no such method */
export function makeStubs(
  { tools }: Definition,
  contracts: FileDescriptorSet,
): Stub[] {
  const registry = createFileRegistry(contracts);
  return tools.map(tool => {
    const method = methodOf(
      tool,
      registry.getService(tool.service)?.methods ?? [],
    );
    const context = method.input.fields.find(isContext)?.jsonName;
    return {
      tool,
      description: tool.description || textAbove(method) || tool.method,
      arguments: schemaOf(method.input),
      ...(context && { context }),
    };
  });
}

function methodOf(tool: Tool, methods: DescMethod[]): DescMethod {
  const found = methods.find(({ name }) => name === tool.method);
  if (!found) {
    throw new StartError(
      `tool ${tool.id}: there is no method ${tool.service}/${tool.method} in proto/`,
    );
  }
  if (found.methodKind !== 'unary') {
    throw new StartError(
      `tool ${tool.id}: ${tool.method} streams, which no tool does`,
    );
  }
  return found;
}
