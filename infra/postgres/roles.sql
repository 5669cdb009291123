-- The roles of the backend, made once per PostgreSQL server by its superuser; running it again only renews the passwords:
--
--     MARKTPLATZ_OWNER_PASSWORD=… MARKTPLATZ_APP_PASSWORD=… MARKTPLATZ_BACKUP_PASSWORD=… psql -f roles.sql
--
-- Passwords come from the environment, so that they stand in no file and in no list of processes (psql 15 or newer).
\set ON_ERROR_STOP on
\set QUIET on
\getenv owner_password MARKTPLATZ_OWNER_PASSWORD
\getenv app_password MARKTPLATZ_APP_PASSWORD
\getenv backup_password MARKTPLATZ_BACKUP_PASSWORD

-- Owns and migrates the tables, never serves a request. Row-level security is forced on it too.
SELECT 'CREATE ROLE marktplatz_owner'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'marktplatz_owner') \gexec
ALTER ROLE marktplatz_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
    PASSWORD :'owner_password';

-- Serves requests: sees the rows of the region that its connection was opened for.
SELECT 'CREATE ROLE marktplatz_app'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'marktplatz_app') \gexec
ALTER ROLE marktplatz_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
    PASSWORD :'app_password';
-- Every statement is short: compiling it to machine code costs more than it saves.
ALTER ROLE marktplatz_app SET jit = off;

-- Only for backups, and allowed in only when a password for it is given: reads every row of every region (a dump that
-- row-level security filters would be empty and look fine) and can write nothing.
SELECT 'CREATE ROLE marktplatz_backup'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'marktplatz_backup') \gexec
ALTER ROLE marktplatz_backup NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE marktplatz_backup SET default_transaction_read_only = on;
GRANT pg_read_all_data TO marktplatz_backup;
\if :{?backup_password}
ALTER ROLE marktplatz_backup LOGIN PASSWORD :'backup_password';
\endif
