/** An element of the drawing, as far as rules look at it. */
export interface Element {
  $type: string;
  id?: string;
  extensionElements?: { values?: { $type: string }[] };
}

/** Takes what a rule has found. */
export interface Reporter {
  report(elementId: string, message: string): void;
}
