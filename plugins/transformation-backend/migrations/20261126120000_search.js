// @ts-check

const TABLES = ['artifact_texts', 'artifact_words'];

/**
 * What artifacts are found by. Both tables are left empty: the plugin fills
 * them from the contents when it has started, tenant by tenant.
 *
 * The words are rows and not a `tsvector`: below row-level security PostgreSQL
 * uses no index for an operator that is not leakproof, and `@@` is none.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';
  await knex.schema.createTable('artifact_texts', table => {
    table.comment('What the content of an artifact says, in words');
    table.string('tenant', 63).notNullable();
    table.string('artifact_id', 63).notNullable();
    table.string('digest', 64).notNullable().comment('Of the content');
    table.text('summary').notNullable();
    table.text('text', 'longtext').notNullable();
    table.primary(['tenant', 'artifact_id']);
  });
  await knex.schema.createTable('artifact_words', table => {
    table.comment('Which words an artifact has, and the best place of each');
    table.string('tenant', 63).notNullable();
    // the order of bytes, in which a prefix is a range
    table.specificType('word', postgres ? 'text collate "C"' : 'text');
    table.smallint('place').notNullable().comment('0 is the best');
    table.string('artifact_id', 63).notNullable();
    table.primary(['tenant', 'word', 'place', 'artifact_id']);
    table.index(['tenant', 'artifact_id', 'word']);
  });
  await knex.schema.alterTable('artifacts', table => {
    table.dropIndex(['tenant', 'updated_at']);
    table.index(['tenant', 'owner']);
  });
  // a page of the list is a piece of this index, in its order
  await knex.raw(
    'CREATE INDEX artifacts_list_index ON artifacts (tenant, archived, updated_at DESC, id)',
  );
  if (!postgres) return;
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
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX artifacts_list_index');
  await knex.schema.alterTable('artifacts', table => {
    table.dropIndex(['tenant', 'owner']);
    table.index(['tenant', 'updated_at']);
  });
  for (const table of TABLES) await knex.schema.dropTable(table);
};
