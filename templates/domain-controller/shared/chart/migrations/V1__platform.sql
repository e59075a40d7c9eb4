-- What every domain controller has. Row-level security is forced, so that it
-- holds for the owner of the tables too.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO service_application;

-- The tenant of the transaction; without one nothing can be seen or written.
CREATE FUNCTION current_tenant() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.tenant_id', true), '');

CREATE TABLE idempotency_keys (
  tenant_id   text        NOT NULL,
  request_id  uuid        NOT NULL,
  digest      bytea       NOT NULL,
  response    bytea,
  create_time timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, request_id)
);
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (create_time);
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency_keys
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE ON idempotency_keys TO service_application;

-- Events that are written with the change they tell of. A relay reads them by
-- logical replication; the service itself only adds.
CREATE TABLE outbox (
  sequence    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id   text        NOT NULL,
  event_id    uuid        NOT NULL UNIQUE,
  type        text        NOT NULL,
  subject     text        NOT NULL,
  data        jsonb       NOT NULL,
  traceparent text,
  create_time timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outbox
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON outbox TO service_application;
