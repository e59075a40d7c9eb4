/**
 * State that each workflow has for itself. The modules of the runtime are shared by all workflows of a worker
 * (`preloadModules` of the bundle), which makes instances begin sooner; their globals are not.
 */
export function ofWorkflow<State extends object>(
  create: () => State,
): () => State {
  const own = Symbol();
  const globals = globalThis as { [own]?: State };
  return () => (globals[own] ??= create());
}
