import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderPage';
import { anArtifact, aPullRequest } from '../__testUtils__/samples';
import { saveFile } from '../components/saveFile';
import { BuildsTab } from './artifact/builds/BuildsTab';
import { ContentTab } from './artifact/content/ContentTab';
import { DiagramTab } from './artifact/diagram/DiagramTab';
import { ArtifactsPage } from './artifacts/ArtifactsPage';
import { MergePanel } from './pullRequest/MergePanel';

jest.mock('../components/saveFile', () => ({ saveFile: jest.fn() }));
jest.mock('../diagram/DiagramViewer', () => ({
  DiagramViewer: (props: { content: string }) => <pre>{props.content}</pre>,
}));

/** The reason that a disabled button gives. */
async function reasonOf(name: string): Promise<string> {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button).toHaveAccessibleDescription());
  expect(button).toBeDisabled();
  const id = button.getAttribute('aria-describedby')!;
  return document.getElementById(id)!.textContent!;
}

describe('for those who may not', () => {
  it('drawing is disabled, with the reason', async () => {
    renderPage(
      <ArtifactsPage />,
      { listArtifacts: async () => ({ items: [], totalSize: 0 }) },
      { denied: true },
    );
    expect(await reasonOf('Draw a process')).toBe(
      'You are not allowed to create artifacts.',
    );
    expect(await reasonOf('Upload a drawing')).toBe(
      'You are not allowed to create artifacts.',
    );
  });

  it('the drawing is there to be looked at', async () => {
    renderPage(
      <DiagramTab artifact={anArtifact()} onChanged={() => {}} />,
      {
        getContent: async () => ({ sequence: 3, digest: '', content: 'it' }),
      },
      { denied: true },
    );
    expect(await screen.findByText('it')).toBeInTheDocument();
    expect(
      screen.getByText('You are not allowed to change this drawing.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('a text is there to be read', async () => {
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
      { denied: true },
    );
    const file = await screen.findByRole('region', { name: 'Terms.md' });
    // the highlighter is loaded late
    await waitFor(() => expect(file).toHaveTextContent('# Terms of payment'));
    expect(
      screen.getByText('You are not allowed to change this text.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    expect(saveFile).toHaveBeenCalledWith(
      'lead-to-order.md',
      '# Terms of payment',
    );
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('building is disabled, with the reason', async () => {
    renderPage(
      <BuildsTab artifact={anArtifact()} onChanged={() => {}} />,
      { listBuilds: async () => ({ items: [] }) },
      { denied: true },
    );
    expect(await reasonOf('Build')).toBe('You are not allowed to build.');
  });

  it('merging is disabled, with the reason', async () => {
    renderPage(
      <MergePanel pullRequest={aPullRequest()} onMerged={() => {}} />,
      {},
      { denied: true },
    );
    expect(await reasonOf('Merge')).toBe(
      'You are not allowed to merge pull requests.',
    );
  });
});
