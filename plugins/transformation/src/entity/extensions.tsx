import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { isTiedToArtifact } from './artifactOf';

/** The tab "Process" of a component that was built from an artifact. */
export const processContent = EntityContentBlueprint.make({
  name: 'process',
  params: {
    path: '/process',
    title: 'Process',
    filter: isTiedToArtifact,
    loader: () => import('./ProcessContent').then(m => <m.ProcessContent />),
  },
});

/** The card on the overview of such a component. */
export const processCard = EntityCardBlueprint.make({
  name: 'process',
  params: {
    type: 'info',
    filter: isTiedToArtifact,
    loader: () => import('./ProcessCard').then(m => <m.ProcessCard />),
  },
});
