import { Button, VisuallyHidden, type ButtonProps } from '@backstage/ui';
import { useId } from 'react';

/** A button that, where it is disabled, says why: on hover, and to a screen reader. */
export const GatedButton = ({
  reason,
  ...props
}: ButtonProps & { reason?: string }) => {
  const id = useId();
  return (
    // The same tree with and without a reason, so that the button keeps its focus.
    <span title={reason}>
      <Button
        {...props}
        isDisabled={props.isDisabled || reason !== undefined}
        aria-describedby={reason && id}
      />
      {reason && <VisuallyHidden id={id}>{reason}</VisuallyHidden>}
    </span>
  );
};
