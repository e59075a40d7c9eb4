import { TransformationApiError } from '@ameide/plugin-transformation-common';
import type { Entity } from '@backstage/catalog-model';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { renderPage } from '../__testUtils__/renderPage';
import { anArtifact, anInstance } from '../__testUtils__/samples';
import { isTiedToArtifact } from './artifactOf';
import { processCard } from './extensions';

const component = (annotation?: string, kind = 'Component'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name: 'lead-to-order',
    namespace: 'acme',
    ...(annotation && { annotations: { 'ameide.io/artifact': annotation } }),
  },
});
const NAME = 'tenants/acme/artifacts/lead-to-order';

describe('isTiedToArtifact', () => {
  it.each([
    [component(NAME), true],
    [component(), false],
    [component('lead-to-order'), false],
    [component(NAME, 'API'), false],
  ])('%#', (entity, tied) => {
    expect(isTiedToArtifact(entity)).toBe(tied);
  });
});

describe('the card of a component', () => {
  const card = () => (
    <EntityProvider entity={component(NAME)}>
      {createExtensionTester(processCard).reactElement()}
    </EntityProvider>
  );

  it('tells the latest revision and how many instances run', async () => {
    renderPage(card(), {
      getArtifact: async () => anArtifact(),
      listInstances: async () => ({ items: [anInstance()] }),
    });
    expect(
      await screen.findByRole('link', { name: '1 instance is running' }),
    ).toHaveAttribute('href', '/artifacts/lead-to-order/instances');
    expect(screen.getByText('No revision yet')).toBeInTheDocument();
  });

  it('shows nothing of an artifact that the API refuses', async () => {
    const refuse = async () => {
      throw new TransformationApiError(
        404,
        'NotFoundError',
        'No such artifact',
      );
    };
    renderPage(card(), { getArtifact: refuse, listInstances: refuse });
    expect(
      await screen.findByText(
        'The artifact of this component is not visible to you',
      ),
    ).toBeInTheDocument();
  });
});
