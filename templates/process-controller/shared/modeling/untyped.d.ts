// What these packages have that is used here; they bring no types.
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages: object);
    fromXML(xml: string): Promise<{ rootElement: unknown }>;
  }
}

declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { config: object; resolver: object });
    lint(
      root: unknown,
    ): Promise<
      Record<string, { id: string; message: string; category: string }[]>
    >;
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  export default class NodeResolver {
    resolveRule(pkg: string, rule: string): unknown;
    resolveConfig(pkg: string, config: string): unknown;
  }
}

declare module '@bpmn-io/element-templates-validator' {
  export function validateAllZeebe(templates: unknown[]): {
    results: { valid: boolean; errors?: { message: string }[] }[];
  };
}
