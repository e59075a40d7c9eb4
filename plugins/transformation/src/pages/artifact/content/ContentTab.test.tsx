import {
  TransformationApiError,
  type CheckResult,
} from '@ameide/plugin-transformation-common';
import { EditorView } from '@codemirror/view';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../__testUtils__/renderPage';
import { aChange, anArtifact } from '../../../__testUtils__/samples';
import { ContentTab } from './ContentTab';

// jsdom lays nothing out, and the editor measures lines
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const NOTHING: CheckResult = { diagnostics: [], processes: [] };
const DRAFT = 'ameide.draft.tenants/acme/artifacts/lead-to-order';

async function edit(
  kind: string,
  content: string,
  client: Parameters<typeof renderPage>[1] = {},
) {
  renderPage(
    <ContentTab
      artifact={anArtifact({ kind, title: 'Terms' })}
      onChanged={() => {}}
    />,
    {
      getContent: async () => ({ sequence: 3, digest: 'd', content }),
      check: async () => NOTHING,
      ...client,
    },
  );
  const box = await screen.findByRole('textbox', { name: 'Content of Terms' });
  const view = EditorView.findFromDOM(box)!;
  /** Puts a text in front of all there is. */
  const type = (insert: string) =>
    act(async () =>
      view.dispatch({ changes: { from: 0, insert }, userEvent: 'input.type' }),
    );
  return { view, type };
}
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const result = (sequence: number) => ({
  artifact: anArtifact({ sequence }),
  events: [],
});

describe('the editor of a text', () => {
  beforeEach(() => window.localStorage.clear());

  it('saves what was written, byte for byte, over the sequence that it began from', async () => {
    const command = jest.fn().mockResolvedValue(result(4));
    const { type } = await edit('composition', 'a: 1\r\nb: 2\n', { command });
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await type('# mine\n');
    expect(screen.getByText('● Unsaved changes')).toBeInTheDocument();
    await press('Save');
    await screen.findByText('All changes saved');
    expect(command).toHaveBeenCalledWith(
      'lead-to-order',
      expect.objectContaining({
        type: 'change',
        expectedSequence: 3,
        content: '# mine\na: 1\r\nb: 2\n',
      }),
    );
  });

  it('goes back and forth, and knows when nothing is unsaved again', async () => {
    const { view, type } = await edit('composition', 'a: 1');
    await type('x');
    await press('Undo');
    expect(view.state.sliceDoc()).toBe('a: 1');
    expect(screen.getByText('All changes saved')).toBeInTheDocument();
    await press('Redo');
    expect(view.state.sliceDoc()).toBe('xa: 1');
    expect(screen.getByText('● Unsaved changes')).toBeInTheDocument();
  });

  it('says what is wrong, marks the line, and leads to it', async () => {
    const check = jest.fn(async () => ({
      ...NOTHING,
      diagnostics: [
        {
          code: 'KIND003',
          severity: 'error' as const,
          message: 'entry names gone, which is not there',
          hint: 'Name one of main',
          line: 2,
        },
      ],
    }));
    const { view } = await edit('composition', 'name: A\nentry: gone\n', {
      check,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /KIND003 · line 2/ }),
    );
    expect(check).toHaveBeenCalledWith('name: A\nentry: gone\n', 'composition');
    expect(view.state.selection.main.head).toBe(8);
    expect(view.dom.querySelector('.cm-lint-marker-error')).not.toBeNull();
  });

  it('asks where somebody else was faster, and takes theirs', async () => {
    const conflict = new TransformationApiError(409, 'conflict', 'stale', {
      currentSequence: 5,
      events: [aChange(5)],
    });
    const getContent = jest
      .fn()
      .mockResolvedValueOnce({ sequence: 3, digest: 'd', content: 'a: 1' })
      .mockResolvedValue({ sequence: 5, digest: 'd', content: 'theirs: 1' });
    const command = jest.fn().mockRejectedValue(conflict);
    const { view, type } = await edit('composition', '', {
      command,
      getContent,
    });
    await type('x');
    await press('Save');
    expect(
      await screen.findByText(/Your text is not saved yet/),
    ).toBeInTheDocument();
    await press('Take theirs');
    await screen.findByText('All changes saved');
    expect(view.state.sliceDoc()).toBe('theirs: 1');
  });

  it('keeps what is unsaved in the browser, and offers it', async () => {
    const kept = { sequence: 2, content: 'draft', at: '2026-11-20T10:00:00Z' };
    window.localStorage.setItem(DRAFT, JSON.stringify(kept));
    const { view, type } = await edit('composition', 'a: 1');
    await press('Restore them');
    expect(view.state.sliceDoc()).toBe('draft');
    await type('more ');
    await waitFor(() =>
      expect(window.localStorage.getItem(DRAFT)).toContain('more draft'),
    );
  });

  it('shows Markdown as it will look', async () => {
    const { type } = await edit('markdown', 'of payment');
    await type('# Terms ');
    expect(
      await screen.findByRole('heading', { name: 'Terms of payment' }),
    ).toBeInTheDocument();
  });
});
