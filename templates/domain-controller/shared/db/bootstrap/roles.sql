-- Run once by a superuser. In the cluster CloudNativePG does the same from
-- chart/templates/database.yaml; passwords come from the secret store.
--
-- owner        owns the tables and runs the migrations
-- application  what the service signs in as: no owner, no BYPASSRLS, so that
--              row-level security holds for every query
CREATE ROLE service_owner LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS;
CREATE ROLE service_application LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS;
