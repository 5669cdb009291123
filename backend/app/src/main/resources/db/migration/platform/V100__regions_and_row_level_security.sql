-- The list of regions is the one table without row-level security: few rows, read by everybody, written by the owner.
CREATE TABLE region (
    region_id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
    name text NOT NULL,
    zone text NOT NULL,
    sample boolean NOT NULL
);
GRANT SELECT ON region TO "${app}";

-- The second wall: a connection sees the rows of the region that it was opened for, and no others. Every statement still
-- names the region itself; this only catches the one that forgot.
CREATE PROCEDURE protect(tbl text)
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tbl);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tbl);
    EXECUTE format('CREATE POLICY own_region ON %I USING '
        '(region_id = (SELECT nullif(current_setting(''app.region'', true), '''')::uuid))', tbl);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO "${app}"', tbl);
END $$;

-- Books: what is written stays as it was written.
CREATE PROCEDURE protect_append_only(tbl text)
LANGUAGE plpgsql AS $$
BEGIN
    CALL protect(tbl);
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM "${app}"', tbl);
END $$;
