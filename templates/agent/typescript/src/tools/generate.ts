// make generate: makes the stubs of the tools from the contracts in proto/.
import { loadDefinition } from '../definition/load.ts';
import { DEFINITION, ROOT, SCHEMA, STUBS } from '../paths.ts';
import { orExit } from '../orExit.ts';
import { compileContracts, makeStubs } from './contracts.ts';
import { writeStubs } from './stub.ts';

await orExit(() => {
  const definition = loadDefinition(DEFINITION, SCHEMA);
  writeStubs(STUBS, makeStubs(definition, compileContracts(ROOT)));
});
