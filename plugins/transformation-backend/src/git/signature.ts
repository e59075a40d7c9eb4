import type { Signature } from './writeCommit';

/** Of commits that the factory makes. */
export const signature = (at = new Date()): Signature => ({
  name: 'Ameide Factory',
  email: 'factory@localhost',
  at,
});
