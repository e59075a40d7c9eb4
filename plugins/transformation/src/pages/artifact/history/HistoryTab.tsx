import { artifactWritePermission } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { v7 as uuidv7 } from 'uuid';
import { transformationApiRef } from '../../../api/transformationApi';
import { useAction } from '../../../api/useAction';
import { useGate } from '../../../api/useGate';
import { useLoad } from '../../../api/useLoad';
import { ContentView } from '../../../components/ContentView';
import { GatedButton } from '../../../components/GatedButton';
import { Loaded } from '../../../components/Loaded';
import { Panel } from '../../../components/Panel';
import { Problem } from '../../../components/Problem';
import { TwoColumns } from '../../../components/TwoColumns';
import type { TabProps } from '../tab';
import { EventList } from './EventList';
import { MakeRevisionButton } from './MakeRevisionButton';
import { RevisionList } from './RevisionList';

/** All that ever happened to the artifact; every state of it can be looked at and brought back. */
export const HistoryTab = ({ artifact, onChanged }: TabProps) => {
  const api = useApi(transformationApiRef);
  const { id, kind, sequence: newest } = artifact;
  const noun = kind === 'bpmn' ? 'Drawing' : 'Content';
  const gate = useGate(
    artifactWritePermission,
    `change this ${noun.toLowerCase()}`,
    artifact,
  );
  const [params, setParams] = useSearchParams();
  const selected = Number(params.get('at')) || newest;
  const select = (sequence: number) =>
    setParams({ at: String(sequence) }, { replace: true });

  const events = useLoad(() => api.listEvents(id), [api, id, newest]);
  const content = useLoad(
    () => api.getContent(id, selected),
    [api, id, selected],
  );
  const restore = useAction(async () => {
    if (!content.value) return;
    const { artifact: after } = await api.command(id, {
      type: 'change',
      commandId: uuidv7(),
      expectedSequence: newest,
      content: content.value.content,
    });
    select(after.sequence);
    onChanged();
  });
  const newestFirst = useMemo(
    () =>
      [...(events.value?.items ?? [])].sort((a, b) => b.sequence - a.sequence),
    [events.value],
  );

  return (
    <TwoColumns
      aside={
        <>
          <Panel
            title="Revisions"
            actions={
              <MakeRevisionButton
                artifact={artifact}
                gate={gate}
                onDone={onChanged}
              />
            }
          >
            <RevisionList artifact={artifact} onSelect={select} />
          </Panel>
          <Panel title="Events">
            <Loaded load={events} errorTitle="The history could not be loaded">
              {() => (
                <EventList
                  events={newestFirst}
                  selected={selected}
                  onSelect={select}
                />
              )}
            </Loaded>
          </Panel>
        </>
      }
    >
      <Flex direction="column" gap="3">
        <Flex justify="between" align="center">
          <Text as="h3" variant="title-x-small">
            {selected === newest
              ? `As it stands (#${newest})`
              : `As it was after #${selected}`}
          </Text>
          {selected !== newest && (
            <GatedButton
              variant="secondary"
              reason={gate.reason}
              isDisabled={!gate.allowed || !content.value}
              isPending={restore.pending}
              onPress={() => restore.run()}
            >
              Restore this {noun.toLowerCase()}
            </GatedButton>
          )}
        </Flex>
        <Problem error={restore.error} title="It was not restored" />
        <Loaded
          load={content}
          errorTitle={`That ${noun.toLowerCase()} could not be loaded`}
        >
          {value => (
            <ContentView
              kind={kind}
              content={value.content}
              label={`${noun} after #${selected}`}
              height="max(420px, calc(100vh - 330px))"
            />
          )}
        </Loaded>
      </Flex>
    </TwoColumns>
  );
};
