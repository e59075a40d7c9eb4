// @ts-check

/**
 * Every table starts its key with the tenant; nothing is ever read without it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('artifact_contents', table => {
    table.comment('Contents by the SHA-256 of their bytes; written once');
    table.string('tenant', 63).notNullable();
    table.string('digest', 64).notNullable();
    table.text('content', 'longtext').notNullable();
    table.primary(['tenant', 'digest']);
  });

  await knex.schema.createTable('artifact_events', table => {
    table.comment('The streams: what artifacts are. Rows are only ever added');
    table.string('tenant', 63).notNullable();
    table.string('artifact_id', 63).notNullable();
    table.integer('sequence').notNullable();
    table.string('type', 64).notNullable();
    table.integer('type_version').notNullable();
    table.string('command_id', 36).notNullable();
    table.string('at', 32).notNullable();
    table.string('by').notNullable();
    table.text('data', 'longtext').notNullable();
    table.primary(['tenant', 'artifact_id', 'sequence']);
  });

  await knex.schema.createTable('artifact_commands', table => {
    table.comment(
      'What each command did, so that the same one again does nothing',
    );
    table.string('tenant', 63).notNullable();
    table.string('command_id', 36).notNullable();
    table.string('artifact_id', 63).notNullable();
    table.string('request_digest', 64).notNullable();
    table.integer('sequence').notNullable();
    table.primary(['tenant', 'command_id']);
  });

  await knex.schema.createTable('artifacts', table => {
    table.comment('Projection of the streams: where each artifact stands now');
    table.string('tenant', 63).notNullable();
    table.string('id', 63).notNullable();
    table.string('kind', 32).notNullable();
    table.string('title').notNullable();
    table.string('owner').notNullable();
    table.integer('sequence').notNullable();
    table.string('digest', 64).notNullable();
    table.text('latest_revision');
    table.string('created_at', 32).notNullable();
    table.string('created_by').notNullable();
    table.string('updated_at', 32).notNullable();
    table.string('updated_by').notNullable();
    table.primary(['tenant', 'id']);
    table.index(['tenant', 'updated_at']);
  });

  await knex.schema.createTable('builds', table => {
    table.comment('Requests for builds and, once they ended, their outcome');
    table.string('tenant', 63).notNullable();
    table.string('id', 36).notNullable();
    table.string('artifact_id', 63).notNullable();
    table.integer('revision').notNullable();
    table.integer('sequence').notNullable();
    table.string('started_at', 32).notNullable();
    table.string('started_by').notNullable();
    table.text('request', 'longtext').notNullable();
    table.text('output', 'longtext');
    table.text('outcome', 'longtext');
    table.primary(['tenant', 'id']);
    table.index(['tenant', 'artifact_id', 'started_at']);
  });

  await knex.schema.createTable('pull_requests', table => {
    table.comment('Pull requests of the local forge');
    table.string('tenant', 63).notNullable();
    table.string('repository').notNullable();
    table.integer('number').notNullable();
    table.string('head_branch').notNullable();
    table.string('state', 16).notNullable();
    table.string('artifact_id', 63).notNullable();
    table.string('updated_at', 32).notNullable();
    table.text('content', 'longtext').notNullable();
    table.primary(['tenant', 'repository', 'number']);
    table.index(['tenant', 'artifact_id']);
  });
  // the forge's promise "never a second open one", kept by the database
  await knex.raw(
    `CREATE UNIQUE INDEX pull_requests_one_open ON pull_requests (tenant, repository, head_branch) WHERE state = 'open'`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('pull_requests');
  await knex.schema.dropTable('builds');
  await knex.schema.dropTable('artifacts');
  await knex.schema.dropTable('artifact_commands');
  await knex.schema.dropTable('artifact_events');
  await knex.schema.dropTable('artifact_contents');
};
