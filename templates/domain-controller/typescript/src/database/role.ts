import type pg from 'pg';

/**
 * Refuses a role that row-level security does not hold: with it one wrong
 * query would show a tenant what is another's.
 *
 * @throws Error that says what to configure
 */
export async function assertPlainRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{
    rolname: string;
    rolsuper: boolean;
    rolbypassrls: boolean;
  }>(
    'SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
  );
  const role = rows[0];
  if (!role || role.rolsuper || role.rolbypassrls) {
    throw new Error(
      `The database role "${role?.rolname}" passes by row-level security; give DATABASE_URL of the application role`,
    );
  }
}
