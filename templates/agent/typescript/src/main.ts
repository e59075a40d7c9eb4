// The process: configured by the environment, ended by a signal.
import { serve } from './serve.ts';
import { createModel } from './model.ts';
import { orExit } from './orExit.ts';

await orExit(() => serve(process.env, createModel));
