import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiFlowChart, RiGitPullRequestLine } from '@remixicon/react';
import { transformationApi } from './api/transformationApi';
import { processCard, processContent } from './entity/extensions';
import {
  artifactRouteRef,
  artifactsRouteRef,
  buildRouteRef,
  pullRequestRouteRef,
  pullRequestsRouteRef,
} from './routes';

const artifactsPage = PageBlueprint.make({
  name: 'artifacts',
  params: {
    path: '/artifacts',
    title: 'Artifacts',
    icon: <RiFlowChart />,
    routeRef: artifactsRouteRef,
    loader: () =>
      import('./pages/ArtifactsRouter').then(m => <m.ArtifactsRouter />),
  },
});

const pullRequestsPage = PageBlueprint.make({
  name: 'pull-requests',
  params: {
    path: '/pull-requests',
    title: 'Pull requests',
    icon: <RiGitPullRequestLine />,
    routeRef: pullRequestsRouteRef,
    loader: () =>
      import('./pages/PullRequestsRouter').then(m => <m.PullRequestsRouter />),
  },
});

/** Has no route reference, hence no place in the sidebar: one comes here by links of the catalog. */
const repositoryFilePage = PageBlueprint.make({
  name: 'repository-file',
  params: {
    path: '/repositories',
    title: 'Repository',
    loader: () =>
      import('./pages/repositoryFile/RepositoryFilePage').then(m => (
        <m.RepositoryFilePage />
      )),
  },
});

/** Artifacts with their drawings, builds and instances, and the pull requests of the local forge. */
export const transformationPlugin = createFrontendPlugin({
  pluginId: 'transformation',
  title: 'Transformation',
  info: { packageJson: () => import('../package.json') },
  routes: {
    artifacts: artifactsRouteRef,
    artifact: artifactRouteRef,
    build: buildRouteRef,
    pullRequests: pullRequestsRouteRef,
    pullRequest: pullRequestRouteRef,
  },
  extensions: [
    transformationApi,
    artifactsPage,
    pullRequestsPage,
    repositoryFilePage,
    processContent,
    processCard,
  ],
});
