// @ts-check

/**
 * What is told of an event tells what caused it. Of what happened before, no
 * more is known than its command.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('outbox', table => {
    table.string('correlation_id', 100).notNullable().defaultTo('');
    table.string('causation_id', 100).notNullable().defaultTo('');
    table.string('traceparent', 55);
  });
  const postgres = knex.client.config.client === 'pg';
  // row-level security shows no more than one tenant at a time
  for (const tenant of await knex('outbox_heads').pluck('tenant')) {
    if (postgres) {
      await knex.raw(`SELECT set_config('app.tenant_id', ?, true)`, [tenant]);
    }
    await knex('outbox')
      .where({ tenant })
      .update({
        correlation_id: knex.ref('command_id'),
        causation_id: knex.ref('command_id'),
      });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('outbox', table => {
    table.dropColumns('correlation_id', 'causation_id', 'traceparent');
  });
};
