// @ts-check

/**
 * What a command writes, in one statement: the way to the database and back
 * takes longer than the rows. It says the tenant by itself, so that row-level
 * security holds where it is called outside of a transaction. SQLite, which
 * has no functions, is told row by row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (knex.client.config.client !== 'pg') return;
  await knex.raw(`
    CREATE FUNCTION append_to_stream(
      the_tenant text, before integer, artifact jsonb, events jsonb, command jsonb, notices jsonb
    ) RETURNS boolean LANGUAGE plpgsql AS $$
    DECLARE
      added integer := jsonb_array_length(notices);
      last integer;
    BEGIN
      PERFORM set_config('app.tenant_id', the_tenant, true);
      IF before IS NULL THEN
        INSERT INTO artifacts SELECT * FROM jsonb_populate_record(NULL::artifacts, artifact);
      ELSE
        UPDATE artifacts SET
          (title, owner, archived, tags, sequence, updated_at, state) =
          (SELECT title, owner, archived, tags, sequence, updated_at, state
             FROM jsonb_populate_record(NULL::artifacts, artifact))
        WHERE tenant = the_tenant AND id = artifact->>'id' AND sequence = before;
        IF NOT FOUND THEN RETURN false; END IF;
      END IF;
      INSERT INTO artifact_events SELECT * FROM jsonb_populate_recordset(NULL::artifact_events, events);
      INSERT INTO artifact_commands SELECT * FROM jsonb_populate_record(NULL::artifact_commands, command);
      INSERT INTO outbox_heads AS head VALUES (the_tenant, added)
        ON CONFLICT (tenant) DO UPDATE SET position = head.position + added
        RETURNING position INTO last;
      INSERT INTO outbox SELECT notice.*
        FROM jsonb_array_elements(notices) WITH ORDINALITY AS each(row, nth),
          jsonb_populate_record(NULL::outbox, each.row || jsonb_build_object('position', last - added + each.nth)) AS notice;
      RETURN true;
    END $$`);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (knex.client.config.client !== 'pg') return;
  await knex.raw('DROP FUNCTION append_to_stream');
};
