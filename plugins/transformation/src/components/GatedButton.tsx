import { Button, VisuallyHidden, type ButtonProps } from '@backstage/ui';
import { useId } from 'react';

/** A button that, where it is disabled, says why: on hover, and to a screen reader. */
export const GatedButton = ({
  reason,
  ...props
}: ButtonProps & { reason?: string }) => {
  const id = useId();
  if (!reason) return <Button {...props} />;
  return (
    <span title={reason}>
      <Button {...props} isDisabled aria-describedby={id} />
      <VisuallyHidden id={id}>{reason}</VisuallyHidden>
    </span>
  );
};
