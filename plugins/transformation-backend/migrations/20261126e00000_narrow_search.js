// @ts-check

/**
 * Two indexes have a column more, so that a search that is narrowed to few
 * artifacts reads them alone: what kind an artifact is of, beside its owner, and
 * the place of its words.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('artifacts', table => {
    table.dropIndex(['tenant', 'owner']);
    table.index(['tenant', 'kind', 'owner']);
  });
  await knex.schema.alterTable('artifact_words', table => {
    table.dropIndex(['tenant', 'artifact_id', 'word']);
    table.index(['tenant', 'artifact_id', 'word', 'place']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('artifact_words', table => {
    table.dropIndex(['tenant', 'artifact_id', 'word', 'place']);
    table.index(['tenant', 'artifact_id', 'word']);
  });
  await knex.schema.alterTable('artifacts', table => {
    table.dropIndex(['tenant', 'kind', 'owner']);
    table.index(['tenant', 'owner']);
  });
};
