// @ts-check

const TABLES = [
  'artifact_contents',
  'artifact_events',
  'artifact_commands',
  'artifact_snapshots',
  'artifacts',
  'outbox',
  'outbox_heads',
  'builds',
  'pull_requests',
];

/**
 * PostgreSQL itself keeps tenants apart: a transaction sees and writes rows of
 * the tenant in `app.tenant_id` alone, and without one it sees none. FORCE
 * makes that true for the owner of the tables too, which is the plugin.
 *
 * A later migration that changes rows has to work tenant by tenant, or say
 * `NO FORCE ROW LEVEL SECURITY` first and `FORCE` again afterwards.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (knex.client.config.client !== 'pg') return;
  for (const table of TABLES) {
    await knex.raw('ALTER TABLE ?? ENABLE ROW LEVEL SECURITY', [table]);
    await knex.raw('ALTER TABLE ?? FORCE ROW LEVEL SECURITY', [table]);
    await knex.raw(
      `CREATE POLICY tenant_isolation ON ??
       USING (tenant = current_setting('app.tenant_id', true))
       WITH CHECK (tenant = current_setting('app.tenant_id', true))`,
      [table],
    );
  }
  // which tenants there are: what goes through all of them has to know
  await knex.raw(
    'CREATE POLICY tenant_names ON outbox_heads FOR SELECT USING (true)',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (knex.client.config.client !== 'pg') return;
  await knex.raw('DROP POLICY tenant_names ON outbox_heads');
  for (const table of TABLES) {
    await knex.raw('DROP POLICY tenant_isolation ON ??', [table]);
    await knex.raw('ALTER TABLE ?? NO FORCE ROW LEVEL SECURITY', [table]);
    await knex.raw('ALTER TABLE ?? DISABLE ROW LEVEL SECURITY', [table]);
  }
};
