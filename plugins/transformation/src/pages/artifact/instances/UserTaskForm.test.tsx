import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../__testUtils__/renderPage';
import { anInstance, aProcess } from '../../../__testUtils__/samples';
import { UserTaskForm } from './UserTaskForm';

const task = anInstance().state!.userTasks[0];
const render = (
  completeUserTask: jest.Mock,
  props: Partial<Parameters<typeof UserTaskForm>[0]> = {},
) =>
  renderPage(
    <UserTaskForm
      instanceId="acme.lead-to-order.1"
      task={task}
      process={aProcess}
      gate={{ allowed: true, loading: false }}
      onChanged={() => {}}
      {...props}
    />,
    { completeUserTask },
  );

describe('UserTaskForm', () => {
  it('rejects with the fields of its outputs and further variables', async () => {
    const complete = jest.fn().mockResolvedValue(anInstance());
    render(complete);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'discount' }),
      '5',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Further variables' }),
      '{{"reason": "too dear"}',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    await waitFor(() =>
      expect(complete).toHaveBeenCalledWith(
        'acme.lead-to-order.1',
        'Approve:1',
        { approved: false, discount: 5, reason: 'too dear' },
      ),
    );
  });

  it('completes with plain JSON where nothing is known of its outputs', async () => {
    const complete = jest.fn().mockResolvedValue(anInstance());
    render(complete, { process: undefined });
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Variables' }),
      '{{"ok": true}',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Complete' }));
    await waitFor(() =>
      expect(complete).toHaveBeenCalledWith(
        'acme.lead-to-order.1',
        'Approve:1',
        { ok: true },
      ),
    );
  });

  it('does not send what is no JSON object', async () => {
    render(jest.fn());
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Further variables' }),
      '[[1]',
    );
    expect(screen.getByRole('alert')).toHaveTextContent('JSON object');
    expect(screen.getByRole('button', { name: 'Approve' })).toBeDisabled();
  });

  it('says what the API has against it', async () => {
    render(jest.fn().mockRejectedValue(new Error('Already completed')));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    expect(await screen.findByText('Already completed')).toBeInTheDocument();
  });
});
