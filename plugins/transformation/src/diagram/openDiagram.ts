import { fitBox } from './fitBox';
import { applyMarks, type Mark } from './marks';
import type {
  Canvas,
  CommandStack,
  Diagram,
  DiagramElement,
  ElementRegistry,
  EventBus,
  Selection,
} from './services';

/** A drawing on the screen. */
export interface OpenDiagram {
  /** @throws Error in words where the text is no drawing; what was shown before is gone then */
  show(xml: string): Promise<void>;
  fit(): void;
  mark(marks: readonly Mark[]): void;
  /** Selects an element and brings it into view. */
  select(elementId: string): void;
  /** All flows between elements: id, and the ids of what they connect. */
  flows(): { id: string; source: string; target: string }[];
  onSelect(listener: (elementId: string | undefined) => void): void;
  close(): void;
}

/** A drawing that is being worked on. */
export interface DiagramEditor extends OpenDiagram {
  /** The drawing as it stands, and the place in the history of changes that it stands for. */
  read(): Promise<{ xml: string; position: number }>;
  history(): { position: number; canUndo: boolean; canRedo: boolean };
  undo(): void;
  redo(): void;
  onChange(listener: () => void): void;
}

/** Opens a viewer in an element of the page. */
export async function openViewer(container: HTMLElement): Promise<OpenDiagram> {
  const { newViewer } = await import('./bpmn');
  return wrap(newViewer(container), container);
}

/** Opens an editor with its properties panel. */
export async function openEditor(
  container: HTMLElement,
  panel: HTMLElement,
): Promise<DiagramEditor> {
  const { newModeler } = await import('./bpmn');
  const modeler = newModeler(container, panel);
  const diagram = wrap(modeler, container);
  const stack = () => modeler.get<CommandStack>('commandStack');
  return {
    ...diagram,
    read: async () => {
      const position = stack()._stackIdx;
      const { xml } = await modeler.saveXML({ format: true });
      if (!xml) throw new Error('The drawing could not be written as XML.');
      return { xml, position };
    },
    history: () => ({
      position: stack()._stackIdx,
      canUndo: stack().canUndo(),
      canRedo: stack().canRedo(),
    }),
    undo: () => stack().undo(),
    redo: () => stack().redo(),
    onChange: listener =>
      modeler.get<EventBus>('eventBus').on('commandStack.changed', listener),
  };
}

function wrap(diagram: Diagram, container: HTMLElement): OpenDiagram {
  const canvas = () => diagram.get<Canvas>('canvas');
  const registry = () => diagram.get<ElementRegistry>('elementRegistry');
  const resize = new ResizeObserver(() => canvas().resized());
  resize.observe(container);
  const fit = () => {
    const { inner, outer } = canvas().viewbox();
    const palette = container.querySelector<HTMLElement>('.djs-palette');
    const covered = palette ? palette.offsetLeft + palette.offsetWidth : 0;
    if (outer.width > 0) canvas().viewbox(fitBox(inner, outer, covered));
  };
  let unmark = () => {};
  let shown = false;

  return {
    show: async xml => {
      unmark = () => {};
      shown = false;
      await diagram.importXML(xml);
      shown = true;
      fit();
    },
    fit,
    mark: marks => {
      unmark();
      unmark = shown ? applyMarks(diagram, marks) : () => {};
    },
    select: elementId => {
      const element = registry().get(elementId);
      if (!element) return;
      diagram.get<Selection>('selection').select(element);
      canvas().scrollToElement(elementId, 80);
    },
    flows: () =>
      registry()
        .filter(e => e.type === 'bpmn:SequenceFlow' && !!e.source && !!e.target)
        .map(e => ({ id: e.id, source: e.source!.id, target: e.target!.id })),
    onSelect: listener =>
      diagram
        .get<EventBus>('eventBus')
        .on<{ newSelection: DiagramElement[] }>('selection.changed', event =>
          listener(event.newSelection[0]?.id),
        ),
    close: () => {
      resize.disconnect();
      diagram.destroy();
    },
  };
}
