export * from './agentLookup';
export * from './artifactResource';
export * from './artifactRules';
