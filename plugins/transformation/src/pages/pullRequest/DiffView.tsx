import { Text } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { Diff, Hunk, parseDiff, type FileData } from 'react-diff-view';
import 'react-diff-view/style/index.css';
import styles from './DiffView.module.css';

/** Files with more changed lines than this are shown on demand. */
const LARGE = 300;

const KINDS: Record<FileData['type'], string> = {
  add: 'new',
  delete: 'deleted',
  modify: '',
  rename: 'renamed',
  copy: 'copied',
};

function pathOf(file: FileData): string {
  if (file.type === 'delete') return file.oldPath;
  if (file.type === 'rename') return `${file.oldPath} → ${file.newPath}`;
  return file.newPath;
}

const FileDiff = ({ file }: { file: FileData }) => {
  const count = (type: 'insert' | 'delete') =>
    file.hunks.flatMap(h => h.changes).filter(c => c.type === type).length;
  const added = count('insert');
  const removed = count('delete');
  const [open, setOpen] = useState(added + removed <= LARGE);
  return (
    <details
      className={styles.file}
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <span className={styles.path}>{pathOf(file)}</span>
        <span className={styles.kind}>{KINDS[file.type]}</span>
        <span className={styles.added}>+{added}</span>
        <span className={styles.removed}>−{removed}</span>
      </summary>
      {open && (
        <div className={styles.body}>
          {file.isBinary || !file.hunks.length ? (
            <Text color="secondary">No lines to show.</Text>
          ) : (
            <Diff viewType="unified" diffType={file.type} hunks={file.hunks}>
              {hunks =>
                hunks.map(hunk => <Hunk key={hunk.content} hunk={hunk} />)
              }
            </Diff>
          )}
        </div>
      )}
    </details>
  );
};

/** What a pull request changes, file by file. */
export const DiffView = ({ diff }: { diff: string }) => {
  const files = useMemo(() => (diff.trim() ? parseDiff(diff) : []), [diff]);
  if (!files.length) {
    return <Text color="secondary">It changes nothing.</Text>;
  }
  return (
    <section aria-label="Changed files" className={styles.files}>
      <Text as="h3" variant="title-x-small">
        {files.length === 1 ? '1 file' : `${files.length} files`}
      </Text>
      {files.map(file => (
        <FileDiff key={`${file.oldPath} ${file.newPath}`} file={file} />
      ))}
    </section>
  );
};
