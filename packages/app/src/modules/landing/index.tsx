import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Navigate } from 'react-router-dom';

/** `/` leads to the artifacts: where a day at the factory begins. */
const landingPage = PageBlueprint.make({
  name: 'landing',
  params: {
    path: '/',
    noHeader: true,
    loader: async () => <Navigate to="/artifacts" replace />,
  },
});

export const landingModule = createFrontendModule({
  pluginId: 'app',
  extensions: [landingPage],
});
