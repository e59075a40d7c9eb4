import { ConflictError } from '@backstage/errors';
import type { GateFinding } from '@ameide/plugin-transformation-common';
import type { ArtifactState } from '../state';

/** The most findings that a message tells. */
const TOLD = 5;

/** The gate does not let a revision through; `findings` says why. */
export class RefusedPromotionError extends ConflictError {
  constructor(revision: number, readonly findings: GateFinding[]) {
    const told = findings
      .slice(0, TOLD)
      .map(({ code, message }) => `${code} ${message}`);
    super(
      `Revision ${revision} is not promoted, ${
        findings.length
      } finding(s): ${told.join(
        '; ',
      )}. Mend them in a new revision, or let somebody who wrote none of it waive their codes`,
    );
  }
}

/** What no waiver of the revision covers at a time. */
export function withoutWaived(
  findings: GateFinding[],
  { waivers }: ArtifactState,
  revision: number,
  now: Date,
): GateFinding[] {
  const codes = waivers
    .filter(waiver => waiver.revision === revision)
    .filter(({ expiresAt }) => new Date(expiresAt) > now)
    .map(({ code }) => code);
  return findings.filter(({ code }) => !codes.includes(code));
}
