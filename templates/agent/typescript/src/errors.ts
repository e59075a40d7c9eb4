/** An error that is meant for the caller, with the status and the code that it gets. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(
    status: number,
    code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

/** Says why the process cannot start; it is no fault of its code. */
export class StartError extends Error {
  override name = 'StartError';
}
