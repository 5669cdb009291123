-- A row per thing that transactions of a region must take turns at.
CREATE TABLE region_lock (
    region_id uuid NOT NULL REFERENCES region,
    name text NOT NULL,
    turns bigint NOT NULL,
    PRIMARY KEY (region_id, name)
);
CALL protect('region_lock');
