/** The parts of diagram-js' services that this plugin uses; diagram-js itself stays behind bpmn-js. */

export interface DiagramElement {
  id: string;
  type: string;
  source?: DiagramElement;
  target?: DiagramElement;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Canvas {
  /** What is seen, what is drawn (`inner`) and the size of the window onto it (`outer`). */
  viewbox(): Box & { inner: Box; outer: { width: number; height: number } };
  viewbox(box: Box): void;
  addMarker(elementId: string, marker: string): void;
  removeMarker(elementId: string, marker: string): void;
  scrollToElement(elementId: string, padding?: number): void;
  resized(): void;
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
  filter(keep: (element: DiagramElement) => boolean): DiagramElement[];
}

export interface Overlays {
  add(
    elementId: string,
    type: string,
    overlay: {
      position: {
        top?: number;
        bottom?: number;
        left?: number;
        right?: number;
      };
      html: HTMLElement;
    },
  ): string;
  remove(id: string): void;
}

export interface Selection {
  select(element: DiagramElement | null): void;
}

export interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
  /** Where in the stack one stands; diagram-js offers no public name for it. */
  _stackIdx: number;
}

export interface EventBus {
  on<E>(event: string, listener: (event: E) => void): void;
}

/** What a viewer and a modeler of bpmn-js have in common. */
export interface Diagram {
  get<T>(service: string): T;
  importXML(xml: string): Promise<unknown>;
  destroy(): void;
}
