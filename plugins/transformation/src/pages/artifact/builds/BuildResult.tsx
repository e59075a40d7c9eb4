import type { Build, BuildFiles } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import { useLoad } from '../../../api/useLoad';
import { Loaded } from '../../../components/Loaded';
import { Panel } from '../../../components/Panel';
import { DiagnosticList } from '../../../diagram/DiagnosticList';
import { diagnosticMarks } from '../../../diagram/diagnosticMarks';
import { DiagramViewer } from '../../../diagram/DiagramViewer';
import { GeneratedCode, type Place } from './GeneratedCode';

const NONE: BuildFiles = { files: [], sourceMap: [], processes: [] };

/** The drawing with what the compiler said about it, and the code: a click on an element leads to its line. */
export const BuildResult = (props: { artifactId: string; build: Build }) => {
  const { artifactId, build } = props;
  const api = useApi(transformationApiRef);
  const compiled = build.steps.some(
    step => step.name === 'compile' && step.status === 'done',
  );
  const content = useLoad(
    () => api.getContent(artifactId, build.sequence),
    [api, artifactId, build.sequence],
  );
  const files = useLoad(
    async () => (compiled ? api.getBuildFiles(build.id) : NONE),
    [api, build.id, compiled],
  );
  const [element, setElement] = useState<string>();
  const [place, setPlace] = useState<Place>();
  const marks = useMemo(
    () => diagnosticMarks(build.diagnostics),
    [build.diagnostics],
  );
  const places = (files.value?.sourceMap ?? []).filter(
    entry => entry.elementId === element,
  );

  return (
    <>
      <Panel title="Drawing">
        <Flex direction="column" gap="3">
          <Loaded load={content} errorTitle="The drawing could not be loaded">
            {value => (
              <DiagramViewer
                content={value.content}
                label={`Drawing of revision r${build.revision}`}
                marks={marks}
                selected={element}
                height={360}
                onSelect={id => {
                  setElement(id);
                  const first = files.value?.sourceMap.find(
                    entry => entry.elementId === id,
                  );
                  if (first) setPlace({ path: first.path, line: first.line });
                }}
              />
            )}
          </Loaded>
          <DiagnosticList
            diagnostics={build.diagnostics}
            onSelect={({ elementId }) => setElement(elementId)}
          />
        </Flex>
      </Panel>
      <Loaded load={files} errorTitle="The code could not be loaded">
        {value =>
          value.files.length > 0 && (
            <Panel title="Generated code">
              <GeneratedCode
                files={value.files}
                place={place}
                others={places}
                element={element}
                onPlace={setPlace}
              />
            </Panel>
          )
        }
      </Loaded>
    </>
  );
};
