import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__/renderPage';
import { aPullRequest } from '../../__testUtils__/samples';
import { MergePanel } from './MergePanel';

const merge = () => screen.findByRole('button', { name: 'Merge' });

describe('MergePanel', () => {
  it('merges after asking', async () => {
    const mergePullRequest = jest.fn(async () => aPullRequest());
    const onMerged = jest.fn();
    renderPage(
      <MergePanel pullRequest={aPullRequest()} onMerged={onMerged} />,
      { mergePullRequest },
    );
    const button = await merge();
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
    expect(mergePullRequest).not.toHaveBeenCalled();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Merge it' }),
    );
    await waitFor(() => expect(onMerged).toHaveBeenCalled());
    expect(mergePullRequest).toHaveBeenCalledWith('services.lead-to-order.1');
  });

  it('says why it cannot be merged now', async () => {
    renderPage(
      <MergePanel
        pullRequest={aPullRequest({
          mergeable: false,
          mergeProblem: 'Merge the service first',
        })}
        onMerged={() => {}}
      />,
      {},
    );
    expect(await merge()).toBeDisabled();
    expect(
      screen.getAllByText('Merge the service first').length,
    ).toBeGreaterThan(0);
  });

  it('says who merged it', async () => {
    renderPage(
      <MergePanel
        pullRequest={aPullRequest({
          state: 'merged',
          mergedBy: 'user:acme/bob',
          mergedAt: new Date().toISOString(),
          mergeCommit: 'feedbeefcafe0123',
        })}
        onMerged={() => {}}
      />,
      {},
    );
    expect(await screen.findByTitle('user:acme/bob')).toBeInTheDocument();
    expect(screen.getByText('As commit feedbeefcafe')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
  });
});
