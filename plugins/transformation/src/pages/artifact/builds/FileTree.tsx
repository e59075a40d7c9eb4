import type { GeneratedFile } from '@ameide/plugin-transformation-common';
import styles from './FileTree.module.css';

/** Files by folder; what belongs to the engineer is marked. */
export const FileTree = (props: {
  files: GeneratedFile[];
  selected: string;
  onSelect: (path: string) => void;
}) => (
  <nav className={styles.tree} aria-label="Files">
    {byFolder(props.files).map(([folder, files]) => (
      <div key={folder}>
        {folder && <div className={styles.folder}>{folder}/</div>}
        <ul className={styles.files} data-nested={folder !== '' || undefined}>
          {files.map(file => (
            <li key={file.path}>
              <button
                type="button"
                title={file.path}
                className={styles.name}
                aria-current={file.path === props.selected || undefined}
                onClick={() => props.onSelect(file.path)}
              >
                {file.path.slice(folder ? folder.length + 1 : 0)}
              </button>
              {file.owner === 'engineer' && (
                <span className={styles.owner}>engineer</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
);

function byFolder(files: GeneratedFile[]): [string, GeneratedFile[]][] {
  const folders = new Map<string, GeneratedFile[]>();
  for (const file of [...files].sort((a, b) => a.path.localeCompare(b.path))) {
    const folder = file.path.split('/').slice(0, -1).join('/');
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].sort(([a], [b]) => a.localeCompare(b));
}
