import type { Knex } from 'knex';

/**
 * Refuses a PostgreSQL role that row-level security does not hold: with it one
 * wrong query would show a tenant what is another's.
 *
 * @throws Error that says what to configure
 */
export async function assertPlainRole(knex: Knex): Promise<void> {
  const role = await knex('pg_roles')
    .whereRaw('rolname = current_user')
    .first<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean }>();
  const power =
    (role.rolsuper && 'is a superuser') ||
    (role.rolbypassrls && 'has BYPASSRLS');
  if (!power) return;
  throw new Error(
    `The database role "${role.rolname}" ${power}, so that PostgreSQL would not keep tenants apart. ` +
      `Make a role for the factory, CREATE ROLE factory LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB PASSWORD '…', ` +
      `and name it in backend.database.connection.user, or in backend.database.plugin.transformation.connection.user for this plugin alone`,
  );
}
