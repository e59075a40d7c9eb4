import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { Container, Header } from '@backstage/ui';
import {
  Navigate,
  Route,
  Routes,
  useLocation,
  useParams,
} from 'react-router-dom';
import { transformationApiRef } from '../../api/transformationApi';
import { useLoad } from '../../api/useLoad';
import { EntityName } from '../../components/EntityName';
import { Loaded } from '../../components/Loaded';
import { isNotFound } from '../../components/Problem';
import { When } from '../../components/When';
import { artifactRouteRef, artifactsRouteRef } from '../../routes';
import { NotFound } from '../../components/NotFound';
import { ContentTab } from './content/ContentTab';
import { BuildsTab } from './builds/BuildsTab';
import { DiagramTab } from './diagram/DiagramTab';
import { HistoryTab } from './history/HistoryTab';
import { InstancesTab } from './instances/InstancesTab';
import { RenameButton } from './RenameButton';

const HISTORY = { id: 'history', label: 'History' };
const TABS = [
  { id: 'diagram', label: 'Diagram' },
  HISTORY,
  { id: 'builds', label: 'Builds' },
  { id: 'instances', label: 'Instances' },
];
/** Only drawings are built and run. */
const OTHER_TABS = [{ id: 'content', label: 'Content' }, HISTORY];

/** One artifact: its drawing, its history, what was built of it and what runs of it. */
export const ArtifactPage = () => {
  const { artifactId = '' } = useParams();
  const api = useApi(transformationApiRef);
  const here = useRouteRef(artifactRouteRef)?.({ artifactId }) ?? '';
  const list = useRouteRef(artifactsRouteRef)?.() ?? '/artifacts';
  const { pathname } = useLocation();
  const load = useLoad(() => api.getArtifact(artifactId), [api, artifactId]);
  const { value: artifact } = load;

  if (isNotFound(load.error)) {
    return (
      <NotFound
        title="No such artifact"
        back={{ href: list, label: 'All artifacts' }}
      >
        There is no artifact “{artifactId}” in your tenant.
      </NotFound>
    );
  }

  const isDrawing = (artifact?.kind ?? 'bpmn') === 'bpmn';
  const tabs = isDrawing ? TABS : OTHER_TABS;
  const active = tabs.find(tab =>
    pathname.slice(here.length + 1).startsWith(tab.id),
  );
  return (
    <>
      <Header
        title={artifact?.title ?? artifactId}
        tabs={tabs.map(tab => ({ ...tab, href: `${here}/${tab.id}` }))}
        activeTabId={active?.id ?? tabs[0].id}
        customActions={
          artifact && <RenameButton artifact={artifact} onDone={load.reload} />
        }
        metadata={
          artifact && [
            {
              label: 'Owner',
              value: <EntityName entityRef={artifact.owner} />,
            },
            {
              label: 'Updated',
              value: (
                <>
                  <When at={artifact.updatedAt} /> by{' '}
                  <EntityName entityRef={artifact.updatedBy} />
                </>
              ),
            },
            {
              label: 'Latest revision',
              value: artifact.latestRevision
                ? `r${artifact.latestRevision.number}`
                : 'none yet',
            },
          ]
        }
      />
      <Container>
        <Loaded load={load} errorTitle="The artifact could not be loaded">
          {value => {
            const props = { artifact: value, onChanged: load.reload };
            if (!isDrawing)
              return (
                <Routes>
                  <Route path="content" element={<ContentTab {...props} />} />
                  <Route path="history" element={<HistoryTab {...props} />} />
                  <Route
                    path="*"
                    element={<Navigate to={`${here}/content`} replace />}
                  />
                </Routes>
              );
            return (
              <Routes>
                <Route path="diagram" element={<DiagramTab {...props} />} />
                <Route path="history" element={<HistoryTab {...props} />} />
                <Route
                  path="builds/:buildId?"
                  element={<BuildsTab {...props} />}
                />
                <Route
                  path="instances/:instanceId?"
                  element={<InstancesTab {...props} />}
                />
                <Route
                  path="*"
                  element={<Navigate to={`${here}/diagram`} replace />}
                />
              </Routes>
            );
          }}
        </Loaded>
      </Container>
    </>
  );
};
