import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../__testUtils__/renderPage';
import { anArtifact } from '../../__testUtils__/samples';
import { ContentTab } from './ContentTab';

it('shows what is no drawing as its text, and says how it is changed', async () => {
  renderPage(
    <ContentTab
      artifact={anArtifact({ kind: 'markdown', title: 'Terms' })}
      onChanged={() => {}}
    />,
    {
      getContent: async () => ({
        sequence: 1,
        digest: 'd',
        content: '# Terms of payment',
      }),
    },
  );
  const file = await screen.findByRole('region', { name: 'Terms.md' });
  // the highlighter is loaded late
  await waitFor(() => expect(file).toHaveTextContent('# Terms of payment'));
  expect(
    screen.getByText(/kind markdown is changed through the API/),
  ).toBeInTheDocument();
});
