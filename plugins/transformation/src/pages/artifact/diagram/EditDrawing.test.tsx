import { TransformationApiError } from '@ameide/plugin-transformation-common';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openEditor, type DiagramEditor } from '../../../diagram/openDiagram';
import { renderPage } from '../../../__testUtils__/renderPage';
import { aChange, anArtifact, anEvent } from '../../../__testUtils__/samples';
import { EditDrawing } from './EditDrawing';

jest.mock('../../../diagram/openDiagram');

/** An editor without a canvas: `draw` stands for whatever a person does in it. */
function fakeEditor() {
  let text = '';
  let position = -1;
  let changed = () => {};
  const editor: DiagramEditor = {
    show: async xml => {
      if (xml === 'nonsense') throw new Error('no BPMN');
      text = xml;
      position = -1;
    },
    read: async () => ({ xml: text, position }),
    history: () => ({ position, canUndo: position >= 0, canRedo: false }),
    undo: () => {},
    redo: () => {},
    fit: () => {},
    mark: () => {},
    select: () => {},
    flows: () => [],
    onSelect: () => {},
    onChange: listener => {
      changed = listener;
    },
    close: () => {},
  };
  const draw = (xml: string) =>
    act(async () => {
      text = xml;
      position += 1;
      changed();
    });
  return { editor, draw, text: () => text };
}

const DRAFT = 'ameide.draft.tenants/acme/artifacts/lead-to-order';
const conflict = (currentSequence: number) =>
  new TransformationApiError(409, 'ConflictError', 'stale', {
    currentSequence,
    events: [aChange(currentSequence)],
  });
const result = (sequence: number) => ({
  artifact: anArtifact({ sequence }),
  events: [],
});

async function edit(client: Parameters<typeof renderPage>[1]) {
  const fake = fakeEditor();
  jest.mocked(openEditor).mockResolvedValue(fake.editor);
  renderPage(
    <EditDrawing
      artifact={anArtifact()}
      start={{ sequence: 3, digest: 'd', content: 'first' }}
      onSaved={() => {}}
    />,
    { check: async () => ({ diagnostics: [], processes: [] }), ...client },
  );
  await screen.findByText('All changes saved');
  return fake;
}
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('EditDrawing', () => {
  beforeEach(() => window.localStorage.clear());

  it('saves over the sequence that it began from', async () => {
    const command = jest.fn().mockResolvedValue(result(4));
    const { draw } = await edit({ command });
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await draw('mine');
    expect(screen.getByText(/Unsaved changes/)).toBeInTheDocument();
    await press('Save');
    await screen.findByText('All changes saved');
    expect(command).toHaveBeenCalledWith(
      'lead-to-order',
      expect.objectContaining({
        type: 'change',
        expectedSequence: 3,
        content: 'mine',
      }),
    );
  });

  it('sends the same command id again after a lost answer', async () => {
    const command = jest
      .fn()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValue(result(4));
    const { draw } = await edit({ command });
    await draw('mine');
    await press('Save');
    await screen.findByText('The drawing was not saved');
    await press('Save');
    await screen.findByText('All changes saved');
    expect(command.mock.calls[1][1].commandId).toBe(
      command.mock.calls[0][1].commandId,
    );
  });

  it('says who was faster, and keeps mine over theirs', async () => {
    const command = jest
      .fn()
      .mockRejectedValueOnce(conflict(5))
      .mockResolvedValue(result(6));
    const { draw } = await edit({ command });
    await draw('mine');
    await press('Save');
    expect(
      await screen.findByText('Somebody else saved meanwhile'),
    ).toBeInTheDocument();
    expect(screen.getByTitle('user:acme/bob')).toBeInTheDocument();
    expect(screen.getByText(/Approve the offer/)).toBeInTheDocument();
    await press('Keep mine');
    await screen.findByText('All changes saved');
    expect(command).toHaveBeenLastCalledWith(
      'lead-to-order',
      expect.objectContaining({ expectedSequence: 5, content: 'mine' }),
    );
  });

  it('takes theirs, and forgets mine only then', async () => {
    const { draw, text } = await edit({
      command: jest.fn().mockRejectedValue(conflict(5)),
      getContent: async () => ({ sequence: 5, digest: 'd', content: 'theirs' }),
    });
    await draw('mine');
    await press('Save');
    await press('Take theirs');
    await screen.findByText('All changes saved');
    expect(text()).toBe('theirs');
    expect(window.localStorage.getItem(DRAFT)).toBeNull();
  });

  it('loses nothing by cancelling', async () => {
    const { draw, text } = await edit({
      command: jest.fn().mockRejectedValue(conflict(5)),
    });
    await draw('mine');
    await press('Save');
    await press('Cancel');
    await waitFor(() =>
      expect(screen.queryByText('Somebody else saved meanwhile')).toBeNull(),
    );
    expect(text()).toBe('mine');
    expect(screen.getByText(/Unsaved changes/)).toBeInTheDocument();
  });

  it('does not ask where only the title changed meanwhile', async () => {
    const renamed = anEvent(4, {
      type: 'artifact-renamed',
      data: { title: 'New', previousTitle: 'Old' },
    });
    const command = jest
      .fn()
      .mockRejectedValueOnce(
        new TransformationApiError(409, 'ConflictError', 'stale', {
          currentSequence: 4,
          events: [renamed],
        }),
      )
      .mockResolvedValue(result(5));
    const { draw } = await edit({ command });
    await draw('mine');
    await press('Save');
    await screen.findByText('All changes saved');
    expect(command).toHaveBeenCalledTimes(2);
  });

  it('offers what an earlier visit left unsaved', async () => {
    window.localStorage.setItem(
      DRAFT,
      JSON.stringify({
        sequence: 2,
        content: 'draft',
        at: '2026-11-20T10:00:00Z',
      }),
    );
    const command = jest.fn().mockResolvedValue(result(4));
    const { text } = await edit({ command });
    await press('Restore them');
    await screen.findByText('● Unsaved changes');
    expect(text()).toBe('draft');
    await press('Save');
    await waitFor(() =>
      expect(command).toHaveBeenCalledWith(
        'lead-to-order',
        expect.objectContaining({ expectedSequence: 2, content: 'draft' }),
      ),
    );
  });

  it('keeps unsaved changes unsaved when an uploaded file is no drawing', async () => {
    const { draw, text } = await edit({});
    await draw('mine');
    const input = document.querySelector('input[type=file]')!;
    const file = new File(['nonsense'], 'x.bpmn');
    file.text = async () => 'nonsense';
    await userEvent.upload(input as HTMLInputElement, file);
    await screen.findByText('This file is no drawing');
    expect(text()).toBe('mine');
    expect(screen.getByText('● Unsaved changes')).toBeInTheDocument();
  });
});
