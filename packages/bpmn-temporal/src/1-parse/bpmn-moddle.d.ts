declare module 'bpmn-moddle' {
  /** The part of bpmn-moddle that the compiler uses. */
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(
      xml: string,
    ): Promise<{ rootElement: unknown; warnings: readonly unknown[] }>;
  }
}
