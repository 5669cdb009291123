-- One empty database for the backend, made by the server's superuser after roles.sql:
--
--     psql -v database=marktplatz -f database.sql
--
-- Texts are UTF-8 whatever the server was set up with; German order of words comes from ICU, column by column.
\set ON_ERROR_STOP on
\set QUIET on
CREATE DATABASE :"database" OWNER marktplatz_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO marktplatz_app, marktplatz_backup;
