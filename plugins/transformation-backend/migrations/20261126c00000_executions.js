// @ts-check

/**
 * Where which revision is deployed, as it was last seen; and room in the
 * outbox for what is told of builds and deployments.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('outbox', table => {
    table.text('data');
  });
  await knex.schema.createTable('deployments', table => {
    table.string('tenant', 63).notNullable();
    table.string('artifact_id', 63).notNullable();
    table.string('lane', 63).notNullable();
    table.integer('revision').notNullable();
    table.string('commit', 64).notNullable();
    table.string('build_id', 36);
    table.string('namespace').notNullable();
    table.string('task_queue').notNullable();
    table.string('status', 16).notNullable();
    table.text('message');
    table.string('updated_at', 32).notNullable();
    table.string('observed_at', 32).notNullable();
    table.primary(['tenant', 'artifact_id', 'lane']);
  });
  if (knex.client.config.client !== 'pg') return;
  await knex.raw('ALTER TABLE deployments ENABLE ROW LEVEL SECURITY');
  await knex.raw('ALTER TABLE deployments FORCE ROW LEVEL SECURITY');
  await knex.raw(
    `CREATE POLICY tenant_isolation ON deployments
     USING (tenant = current_setting('app.tenant_id', true))
     WITH CHECK (tenant = current_setting('app.tenant_id', true))`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('deployments');
  await knex.schema.alterTable('outbox', table => {
    table.dropColumn('data');
  });
};
