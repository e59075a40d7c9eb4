import { Code, ConnectError } from '@connectrpc/connect';
import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

/** What a refusal of the process means to a caller. */
const BY_TYPE: Record<string, Code> = {
  Assigned: Code.FailedPrecondition,
  Invalid: Code.InvalidArgument,
  NotOpen: Code.NotFound,
};

/** What Temporal's own codes mean to a caller, by their numbers in gRPC. */
const UNAVAILABLE: ReadonlySet<number> = new Set([4, 8, 14]);

/** An error of Temporal as one that a caller can act on; nothing where nobody foresaw it. */
export function fromTemporal(error: unknown): ConnectError | undefined {
  if (error instanceof WorkflowNotFoundError) return ended();
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    const type = cause instanceof ApplicationFailure ? cause.type : undefined;
    return new ConnectError(
      cause?.message ?? 'the process refused it',
      BY_TYPE[type ?? ''] ?? Code.FailedPrecondition,
    );
  }
  const grpc = grpcCodeOf(error);
  if (grpc !== undefined && UNAVAILABLE.has(grpc)) return unavailable();
  return undefined;
}

export const ended = () =>
  new ConnectError('the instance has ended', Code.FailedPrecondition);

const unavailable = () =>
  new ConnectError(
    'the worker or Temporal cannot be reached',
    Code.Unavailable,
  );

function grpcCodeOf(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && error.cause
    ? grpcCodeOf(error.cause)
    : undefined;
}
