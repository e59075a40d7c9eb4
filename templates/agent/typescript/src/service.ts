/** In every line of the log, every metric and every trace. */
export const CONTROLLER_TYPE = 'agent';
export const CONTROLLER_NAME = 'agent';

/** What a token needs to run it. */
export const RUN_SCOPE = 'agent.run';
