// The process, with a model that needs no provider.
import { orExit } from '../../src/orExit.ts';
import { scripted } from '../../src/sandbox/scriptedModel.ts';
import { serve } from '../../src/serve.ts';

await orExit(() => serve(process.env, async () => scripted([])));
