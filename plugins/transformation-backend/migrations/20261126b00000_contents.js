// @ts-check

/**
 * A content can be in object storage, and one that was uploaded and that no
 * command has taken yet can be told from those that are kept.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('artifact_contents', table => {
    table.string('storage', 16).notNullable().defaultTo('database');
    table.boolean('kept').notNullable().defaultTo(true);
    table.string('uploaded_at', 32);
  });
  await knex.raw(
    `CREATE INDEX artifact_contents_uploads ON artifact_contents (tenant, uploaded_at) WHERE uploaded_at IS NOT NULL`,
  );
};

/**
 * The release before reads contents of the database alone, so that nothing is
 * done while there are others.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const postgres = knex.client.config.client === 'pg';
  for (const tenant of await knex('outbox_heads').pluck('tenant')) {
    if (postgres) {
      await knex.raw(`SELECT set_config('app.tenant_id', ?, true)`, [tenant]);
    }
    const object = await knex('artifact_contents')
      .where({ tenant, storage: 'object' })
      .first('digest');
    if (object) {
      throw new Error(
        `The tenant ${tenant} has contents in object storage, which the release before cannot read; export the tenant, purge it, go down and import it again`,
      );
    }
    await knex('artifact_contents').where({ tenant, kept: false }).delete();
  }
  await knex.raw('DROP INDEX artifact_contents_uploads');
  await knex.schema.alterTable('artifact_contents', table => {
    table.dropColumns('storage', 'kept', 'uploaded_at');
  });
};
