import type { ButtonProps } from '@backstage/ui';
import { useRef } from 'react';
import { GatedButton } from './GatedButton';

/** A button that lets a file be chosen and gives its text. */
export const FileButton = ({
  accept,
  onText,
  ...button
}: Omit<ButtonProps, 'onPress'> & {
  reason?: string;
  accept: string;
  onText: (text: string, fileName: string) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <GatedButton {...button} onPress={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        accept={accept}
        onChange={async event => {
          const file = event.target.files?.[0];
          // The same file can be chosen twice in a row.
          event.target.value = '';
          if (file) onText(await file.text(), file.name);
        }}
      />
    </>
  );
};
