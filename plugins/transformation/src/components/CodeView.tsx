import { CodeSnippet } from '@backstage/core-components';
import { useEffect, useRef } from 'react';
import styles from './CodeView.module.css';

const LANGUAGES: Record<string, string> = {
  ts: 'typescript',
  tsx: 'typescript',
  js: 'javascript',
  mjs: 'javascript',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  md: 'markdown',
  xml: 'xml',
  bpmn: 'xml',
  sh: 'bash',
};
/** Beyond this, colouring a file takes longer than reading it. */
const COLOURED = 120_000;

/** A file to read, with one of its lines marked and in view where one is given. */
export const CodeView = (props: {
  path: string;
  text: string;
  line?: number;
}) => {
  const { path, text, line } = props;
  const frame = useRef<HTMLDivElement>(null);
  const coloured = text.length <= COLOURED;
  const language = LANGUAGES[path.split('.').at(-1) ?? ''] ?? 'text';

  useEffect(() => {
    if (line === undefined) return undefined;
    // The highlighter is loaded late and draws when it is ready.
    let tries = 0;
    const timer = setInterval(() => {
      const number = frame.current?.querySelectorAll<HTMLElement>(
        '.react-syntax-highlighter-line-number',
      )[line - 1];
      if (number && frame.current) {
        frame.current.scrollTop =
          number.getBoundingClientRect().top -
          frame.current.getBoundingClientRect().top +
          frame.current.scrollTop -
          80;
      }
      if (number || ++tries > 40) clearInterval(timer);
    }, 50);
    return () => clearInterval(timer);
  }, [path, line]);

  return (
    <div
      ref={frame}
      className={styles.frame}
      role="region"
      aria-label={path}
      data-line={line}
    >
      {coloured ? (
        <CodeSnippet
          key={path}
          text={text}
          language={language}
          showLineNumbers
          showCopyCodeButton
          highlightedNumbers={line === undefined ? undefined : [line]}
          customStyle={{ margin: 0, fontSize: 13, minHeight: 60 }}
        />
      ) : (
        <pre className={styles.plain}>{text}</pre>
      )}
    </div>
  );
};
