import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../__testUtils__/renderPage';
import { aChange, anArtifact, anEvent } from '../../../__testUtils__/samples';
import { HistoryTab } from './HistoryTab';

jest.mock('../../../diagram/DiagramViewer', () => ({
  DiagramViewer: (props: { content: string }) => <pre>{props.content}</pre>,
}));

const client = {
  listEvents: async () => ({
    items: [
      anEvent(1, {
        type: 'artifact-created',
        data: {
          kind: 'bpmn',
          title: 'Leads',
          owner: 'group:acme/sales',
          digest: 'd',
        },
      }),
      anEvent(2, {
        type: 'artifact-renamed',
        data: { title: 'Lead to order', previousTitle: 'Leads' },
      }),
      aChange(3),
    ],
  }),
  listRevisions: async () => ({ items: [] }),
  getContent: async (_id: string, sequence?: number) => ({
    sequence: sequence ?? 3,
    digest: 'd',
    content: `drawing ${sequence}`,
  }),
};

describe('HistoryTab', () => {
  it('tells what happened in words, newest first', async () => {
    renderPage(
      <HistoryTab artifact={anArtifact()} onChanged={() => {}} />,
      client,
    );
    expect(await screen.findByText(/created “Leads”/)).toBeInTheDocument();
    expect(
      screen.getByText(/renamed it from “Leads” to “Lead to order”/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'changed user task “Approve the offer” — name changed from “Approve”',
      ),
    ).toBeInTheDocument();
    const shows = screen.getAllByRole('button', { name: /^Show #/ });
    expect(shows.map(b => b.textContent)).toEqual([
      'Show #3',
      'Show #2',
      'Show #1',
    ]);
  });

  it('shows an earlier drawing and brings it back as a new change', async () => {
    const command = jest.fn().mockResolvedValue({
      artifact: anArtifact({ sequence: 4 }),
      events: [],
    });
    const onChanged = jest.fn();
    renderPage(<HistoryTab artifact={anArtifact()} onChanged={onChanged} />, {
      ...client,
      command,
    });
    expect(await screen.findByText('drawing 3')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show #1' }));
    expect(await screen.findByText('drawing 1')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Restore this drawing' }),
    );
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(command).toHaveBeenCalledWith(
      'lead-to-order',
      expect.objectContaining({
        type: 'change',
        expectedSequence: 3,
        content: 'drawing 1',
      }),
    );
  });

  it('makes a revision with a note', async () => {
    const command = jest.fn().mockResolvedValue({
      artifact: anArtifact({ sequence: 4 }),
      events: [],
    });
    renderPage(<HistoryTab artifact={anArtifact()} onChanged={() => {}} />, {
      ...client,
      command,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make revision' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Note/ }),
      'good',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Make it' }));
    await waitFor(() =>
      expect(command).toHaveBeenCalledWith(
        'lead-to-order',
        expect.objectContaining({
          type: 'make-revision',
          expectedSequence: 3,
          note: 'good',
        }),
      ),
    );
  });
});
