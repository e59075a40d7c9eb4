import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../__testUtils__/renderPage';
import { aBuild, anArtifact } from '../../../__testUtils__/samples';
import { BuildsTab } from './BuildsTab';

jest.mock('../../../diagram/DiagramViewer', () => ({
  DiagramViewer: (props: { onSelect?: (id: string) => void }) => (
    <button type="button" onClick={() => props.onSelect?.('Approve')}>
      the element Approve
    </button>
  ),
}));

const files = {
  files: [
    {
      path: 'src/workflow.gen.ts',
      content: 'a\nb\n',
      owner: 'compiler' as const,
    },
    { path: 'src/activities.ts', content: 'c\n', owner: 'engineer' as const },
  ],
  sourceMap: [{ elementId: 'Approve', path: 'src/activities.ts', line: 1 }],
  processes: [],
};
const content = async () => ({ sequence: 3, digest: '', content: '' });

describe('BuildsTab', () => {
  it('starts a build and follows it until it is done', async () => {
    const startBuild = jest.fn(async () =>
      aBuild({ id: 'b3', status: 'running' }),
    );
    const listBuilds = jest
      .fn()
      .mockResolvedValueOnce({ items: [] })
      .mockResolvedValue({ items: [aBuild({ id: 'b3' })] });
    const getBuild = jest
      .fn()
      .mockResolvedValueOnce(aBuild({ id: 'b3', status: 'running' }))
      .mockResolvedValue(aBuild({ id: 'b3' }));
    renderPage(<BuildsTab artifact={anArtifact()} onChanged={() => {}} />, {
      startBuild,
      listBuilds,
      getBuild,
      getContent: content,
      getBuildFiles: async () => files,
    });
    expect(await screen.findByText('Nothing built yet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Build' }));
    expect(
      await screen.findByText('Generated code', {}, { timeout: 4000 }),
    ).toBeInTheDocument();
    expect(startBuild).toHaveBeenCalledWith('lead-to-order', {});
  });

  it('leads from an element to its line', async () => {
    renderPage(<BuildsTab artifact={anArtifact()} onChanged={() => {}} />, {
      listBuilds: async () => ({ items: [aBuild()] }),
      getBuild: async () => aBuild(),
      getContent: content,
      getBuildFiles: async () => files,
    });
    const tree = await screen.findByRole('navigation', { name: 'Files' });
    expect(within(tree).getByText('engineer')).toBeInTheDocument();
    await userEvent.click(screen.getByText('the element Approve'));
    await waitFor(() =>
      expect(
        screen.getByRole('region', { name: 'src/activities.ts' }),
      ).toHaveAttribute('data-line', '1'),
    );
    expect(
      screen.getByRole('button', { name: 'src/activities.ts:1' }),
    ).toBeInTheDocument();
  });

  it('lists the errors of a refused build', async () => {
    const refused = aBuild({
      status: 'refused',
      steps: [{ name: 'compile', status: 'failed' }],
      diagnostics: [
        {
          code: 'B1',
          severity: 'error',
          message: 'The job type is missing',
          hint: '',
          elementId: 'Approve',
        },
      ],
    });
    renderPage(<BuildsTab artifact={anArtifact()} onChanged={() => {}} />, {
      listBuilds: async () => ({ items: [refused] }),
      getBuild: async () => refused,
      getContent: content,
    });
    expect(
      await screen.findByText('The job type is missing'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Generated code')).toBeNull();
  });
});
