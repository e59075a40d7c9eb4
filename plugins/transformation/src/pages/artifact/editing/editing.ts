/** A content as it was read from the screen. */
export interface Reading {
  content: string;
  /** To be called when it is stored: what has changed since then is unsaved. */
  markSaved: () => void;
}

/** A content that is being worked on, as saving, drafts and checks see it; what it is edited with does not matter to them. */
export interface Editing {
  /** True when the content is on the screen. */
  ready: boolean;
  error: Error | undefined;
  /** Counts the changes: what depends on the content depends on this. */
  version: number;
  dirty: boolean;
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
  read: () => Promise<Reading>;
  /** Shows another content; where it is not what is stored, it counts as an unsaved change. */
  show: (content: string, options: { saved: boolean }) => Promise<void>;
}
