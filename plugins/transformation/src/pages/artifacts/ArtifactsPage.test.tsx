import {
  TransformationApiError,
  type ListedArtifact,
} from '@ameide/plugin-transformation-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__/renderPage';
import { anArtifact } from '../../__testUtils__/samples';
import { ArtifactsPage } from './ArtifactsPage';

const page = (items: ListedArtifact[] = [anArtifact()]) => ({
  items,
  totalSize: items.length,
});

describe('ArtifactsPage', () => {
  it('lists the artifacts of the tenant, each with a link', async () => {
    renderPage(<ArtifactsPage />, {
      listArtifacts: async () =>
        page([
          anArtifact(),
          anArtifact({ id: 'order-to-cash', title: 'Order to cash' }),
        ]),
    });
    expect(
      await screen.findByRole('link', { name: 'Order to cash' }),
    ).toHaveAttribute('href', '/artifacts/order-to-cash');
    expect(screen.getAllByText('none yet')).toHaveLength(2);
  });

  it('says how to begin where there is nothing', async () => {
    renderPage(<ArtifactsPage />, { listArtifacts: async () => page([]) });
    expect(await screen.findByText('Nothing drawn yet')).toBeInTheDocument();
  });

  it('shows the message of the API where the list fails, and asks again', async () => {
    const listArtifacts = jest
      .fn()
      .mockRejectedValueOnce(
        new TransformationApiError(503, 'Error', 'The database is asleep'),
      )
      .mockResolvedValue(page());
    renderPage(<ArtifactsPage />, { listArtifacts });
    expect(
      await screen.findByText('The database is asleep'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'Lead to order' }),
    ).toBeInTheDocument();
  });

  it('asks once for what was typed, not for every key', async () => {
    const found = { ...anArtifact(), snippet: 'Count the cash' };
    const listArtifacts = jest
      .fn()
      .mockResolvedValueOnce(page())
      .mockResolvedValue(page([found]));
    renderPage(<ArtifactsPage />, { listArtifacts });
    await screen.findByRole('link', { name: 'Lead to order' });
    await userEvent.type(screen.getByRole('searchbox'), 'cash');
    await waitFor(() =>
      expect(listArtifacts).toHaveBeenLastCalledWith(
        expect.objectContaining({ search: 'cash' }),
      ),
    );
    expect(listArtifacts).toHaveBeenCalledTimes(2);
    expect(await screen.findByText('Count the cash')).toBeInTheDocument();
  });

  it('goes to the next page and back by its token', async () => {
    const listArtifacts = jest.fn(async ({ pageToken }) => ({
      items: [anArtifact({ title: pageToken ? 'Second' : 'First' })],
      totalSize: 21,
      nextPageToken: pageToken ? undefined : 'token',
    }));
    renderPage(<ArtifactsPage />, { listArtifacts });
    await screen.findByRole('link', { name: 'First' });
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await screen.findByRole('link', { name: 'Second' });
    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    expect(
      await screen.findByRole('link', { name: 'First' }),
    ).toBeInTheDocument();
  });

  it('creates an artifact that compiles, owned by a group of the person', async () => {
    const createArtifact = jest.fn(async () => ({
      artifact: anArtifact(),
      events: [],
    }));
    renderPage(<ArtifactsPage />, {
      listArtifacts: async () => page([]),
      createArtifact,
    });
    const draw = await screen.findByRole('button', { name: 'Draw a process' });
    await waitFor(() => expect(draw).toBeEnabled());
    await userEvent.click(draw);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Title/ }),
      'Hire & pay',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() =>
      expect(createArtifact).toHaveBeenCalledWith({
        commandId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
        kind: 'bpmn',
        title: 'Hire & pay',
        owner: 'group:acme/sales',
        content: expect.stringContaining('<bpmn:process id="hire-pay"'),
      }),
    );
  });

  it('begins something of another kind with a content that is valid', async () => {
    const createArtifact = jest.fn(async () => ({
      artifact: anArtifact(),
      events: [],
    }));
    renderPage(<ArtifactsPage />, {
      listArtifacts: async () => page([]),
      createArtifact,
    });
    const write = await screen.findByRole('button', {
      name: 'Write something',
    });
    await waitFor(() => expect(write).toBeEnabled());
    await userEvent.click(write);
    await userEvent.click(await screen.findByRole('button', { name: /Kind/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Initiative' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Title/ }),
      'Sell faster',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() =>
      expect(createArtifact).toHaveBeenCalledWith(
        expect.objectContaining({
          kind: 'initiative',
          title: 'Sell faster',
          content: expect.stringMatching(/^name: "Sell faster"\ngoal: /),
        }),
      ),
    );
  });
});
