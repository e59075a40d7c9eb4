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

/** The part of bpmn-moddle that is used here; its types are out of this compiler's reach. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(
      xml: string,
      type: string,
    ): Promise<{ rootElement: unknown; warnings: { message: string }[] }>;
  }
}
