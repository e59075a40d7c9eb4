import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import transformationPlugin from '@ameide/plugin-transformation';
import { landingModule } from './modules/landing';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

export default createApp({
  features: [
    catalogPlugin,
    transformationPlugin,
    landingModule,
    navModule,
    signInModule,
  ],
});
