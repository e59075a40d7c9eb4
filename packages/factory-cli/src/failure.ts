/** Something that the user can mend; its message is all that is shown. */
export class Failure extends Error {
  /** @param exitCode - 2 where the call itself was wrong */
  constructor(message: string, readonly exitCode: 1 | 2 = 1) {
    super(message);
  }
}
