/** The part of bpmn-js-differ that is used here; it ships no types. */
declare module 'bpmn-js-differ' {
  export function diff(
    before: object,
    after: object,
  ): Record<
    '_added' | '_removed' | '_changed' | '_layoutChanged',
    Record<string, unknown>
  >;
}
