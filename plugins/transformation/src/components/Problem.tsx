import { TransformationApiError } from '@ameide/plugin-transformation-common';
import { Alert, Button } from '@backstage/ui';

/** An error in the API's own words; never a stack. */
export const Problem = (props: {
  error: Error | undefined;
  title?: string;
  onRetry?: () => void;
}) => {
  if (!props.error) return null;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title ?? 'That did not work'}
      description={messageOf(props.error)}
      customActions={
        props.onRetry && (
          <Button size="small" variant="secondary" onPress={props.onRetry}>
            Try again
          </Button>
        )
      }
    />
  );
};

/** True where the API says that there is no such thing, or not for this person. */
export const isNotFound = (error: Error | undefined) =>
  error instanceof TransformationApiError && error.status === 404;

function messageOf(error: Error): string {
  if (error.name === 'ZodError') {
    return 'The answer of the backend was not understood; are front end and back end of the same version?';
  }
  if (error instanceof TypeError) {
    return `The backend could not be reached (${error.message}).`;
  }
  return error.message;
}
