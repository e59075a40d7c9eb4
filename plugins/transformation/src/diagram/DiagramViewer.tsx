import { Button, Flex, Skeleton } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../components/Problem';
import styles from './DiagramViewer.module.css';
import type { Mark } from './marks';
import { openViewer, type OpenDiagram } from './openDiagram';

export interface DiagramViewerProps {
  /** BPMN XML. */
  content: string;
  /** What a screen reader calls the drawing. */
  label: string;
  marks?: readonly Mark[];
  /** Marks that depend on the drawing itself, as a path along its flows does. */
  marksOf?: (diagram: OpenDiagram) => readonly Mark[];
  /** The element to select and bring into view. */
  selected?: string;
  onSelect?: (elementId: string | undefined) => void;
  height?: number | string;
}

/** A drawing to look at: it can be moved, zoomed and clicked, not changed. */
export const DiagramViewer = (props: DiagramViewerProps) => {
  const { content, marks, marksOf, selected } = props;
  const container = useRef<HTMLDivElement>(null);
  const [diagram, setDiagram] = useState<OpenDiagram>();
  const [shown, setShown] = useState<string>();
  const [error, setError] = useState<Error>();
  const onSelect = useRef(props.onSelect);
  onSelect.current = props.onSelect;

  useEffect(() => {
    let gone = false;
    let opened: OpenDiagram | undefined;
    openViewer(container.current!).then(viewer => {
      if (gone) {
        viewer.close();
        return;
      }
      opened = viewer;
      viewer.onSelect(id => onSelect.current?.(id));
      setDiagram(viewer);
    }, setError);
    return () => {
      gone = true;
      opened?.close();
    };
  }, []);

  useEffect(() => {
    if (!diagram) return undefined;
    let gone = false;
    diagram.show(content).then(
      () => {
        if (gone) return;
        setError(undefined);
        setShown(content);
      },
      cause => !gone && setError(cause),
    );
    return () => {
      gone = true;
    };
  }, [diagram, content]);

  useEffect(() => {
    if (!diagram || shown === undefined) return;
    diagram.mark([...(marks ?? []), ...(marksOf?.(diagram) ?? [])]);
  }, [diagram, shown, marks, marksOf]);

  useEffect(() => {
    if (diagram && shown !== undefined && selected) diagram.select(selected);
  }, [diagram, shown, selected]);

  return (
    <Flex direction="column" gap="2">
      <Problem error={error} title="This drawing cannot be shown" />
      <div
        className={styles.frame}
        style={{ height: props.height ?? 420 }}
        role="group"
        aria-label={props.label}
      >
        <div ref={container} className={`ameide-viewer ${styles.canvas}`} />
        {shown === undefined && !error && (
          <Skeleton className={styles.waiting} width="100%" height="100%" />
        )}
        <div className={styles.buttons}>
          <Button
            size="small"
            variant="secondary"
            onPress={() => diagram?.fit()}
          >
            Fit
          </Button>
        </div>
      </div>
    </Flex>
  );
};
