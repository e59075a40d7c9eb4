// @ts-check

/** Types of events that the release before knows. */
const KNOWN_BEFORE = [
  'artifact-created',
  'content-changed',
  'artifact-renamed',
  'revision-made',
];

/**
 * How event types of the release before are called in the outbox.
 *
 * @type {Record<string, string>}
 */
const NOTICE_TYPES = {
  'artifact-created': 'ArtifactCreated',
  'content-changed': 'ArtifactChanged',
  'artifact-renamed': 'ArtifactChanged',
  'revision-made': 'RevisionCreated',
};

/**
 * The projection keeps whole states, streams get snapshots, and what happened
 * can be read tenant by tenant from an outbox. The states are left empty: the
 * plugin folds them from the streams when it starts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('artifact_snapshots', table => {
    table.comment(
      'States at some sequences, by the digest of a content; no more than a short cut',
    );
    table.string('tenant', 63).notNullable();
    table.string('artifact_id', 63).notNullable();
    table.integer('sequence').notNullable();
    table.integer('state_version').notNullable();
    table.string('digest', 64).notNullable();
    table.primary(['tenant', 'artifact_id', 'sequence']);
  });
  await knex.schema.createTable('outbox_heads', table => {
    table.comment('The last position of each outbox; locked by who writes');
    table.string('tenant', 63).notNullable().primary();
    table.integer('position').notNullable();
  });
  await knex.schema.createTable('outbox', table => {
    table.comment('What is told of events; positions have no gaps');
    table.string('tenant', 63).notNullable();
    table.integer('position').notNullable();
    table.string('type', 64).notNullable();
    table.string('artifact_id', 63).notNullable();
    table.integer('sequence').notNullable();
    table.string('command_id', 36).notNullable();
    table.string('at', 32).notNullable();
    table.primary(['tenant', 'position']);
  });
  await knex.schema.alterTable('artifacts', table => {
    table.boolean('archived').notNullable().defaultTo(false);
    table.text('tags').notNullable().defaultTo('[]');
    table.text('state', 'longtext').notNullable().defaultTo('');
  });
  await restoreSetAside(knex);
  await knex.schema.alterTable('artifacts', table => {
    table.dropColumns(
      'digest',
      'latest_revision',
      'created_at',
      'created_by',
      'updated_by',
    );
  });
  await fillOutbox(knex);
};

/**
 * Events of types that the release before cannot read are set aside, and
 * brought back by the next `up`.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('artifacts', table => {
    table.string('digest', 64).notNullable().defaultTo('');
    table.text('latest_revision');
    table.string('created_at', 32).notNullable().defaultTo('');
    table.string('created_by').notNullable().defaultTo('');
    table.string('updated_by').notNullable().defaultTo('');
  });
  for (const row of await knex('artifacts').select()) {
    const { digest, revisions, createdAt, createdBy, updatedBy } = JSON.parse(
      row.state,
    );
    const { status: _, ...latest } = revisions.at(-1) ?? {};
    await knex('artifacts')
      .where({ tenant: row.tenant, id: row.id })
      .update({
        digest,
        latest_revision: revisions.length ? JSON.stringify(latest) : null,
        created_at: createdAt,
        created_by: createdBy,
        updated_by: updatedBy,
      });
  }
  await knex.schema.alterTable('artifacts', table => {
    table.dropColumns('archived', 'tags', 'state');
  });
  await knex.schema.createTable('artifact_events_set_aside', table => {
    table.comment('Events of a newer release; its migration brings them back');
    eventColumns(table);
  });
  const newer = knex('artifact_events').whereNotIn('type', KNOWN_BEFORE);
  await knex('artifact_events_set_aside').insert(newer.clone().select());
  await newer.delete();
  await knex.schema.dropTable('outbox');
  await knex.schema.dropTable('outbox_heads');
  await knex.schema.dropTable('artifact_snapshots');
};

/** @param {import('knex').Knex.CreateTableBuilder} table */
function eventColumns(table) {
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
}

/** @param {import('knex').Knex} knex */
async function restoreSetAside(knex) {
  if (!(await knex.schema.hasTable('artifact_events_set_aside'))) return;
  await knex('artifact_events').insert(
    knex('artifact_events_set_aside').select(),
  );
  await knex.schema.dropTable('artifact_events_set_aside');
}

/**
 * Everything that happened so far, artifact by artifact: what is promised is
 * the order within each.
 *
 * @param {import('knex').Knex} knex
 */
async function fillOutbox(knex) {
  const tenants = await knex('artifact_events').distinct('tenant');
  for (const { tenant } of tenants) {
    const events = await knex('artifact_events')
      .where({ tenant })
      .whereIn('type', Object.keys(NOTICE_TYPES))
      .orderBy(['artifact_id', 'sequence'])
      .select('type', 'artifact_id', 'sequence', 'command_id', 'at');
    const rows = events.map((event, index) => ({
      ...event,
      tenant,
      position: index + 1,
      type: NOTICE_TYPES[event.type],
    }));
    await knex.batchInsert('outbox', rows, 100);
    await knex('outbox_heads').insert({ tenant, position: rows.length });
  }
}
