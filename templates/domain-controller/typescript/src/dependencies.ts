import type pg from 'pg';

/** What the services need. */
export interface Dependencies {
  pool: pg.Pool;
}
