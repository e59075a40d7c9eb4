declare module 'dmn-moddle' {
  /** The part of dmn-moddle that the compiler uses. */
  export class DmnModdle {
    fromXML(
      xml: string,
    ): Promise<{ rootElement: unknown; warnings: readonly unknown[] }>;
  }
}
