-- Outlines for the desk's own map: of the county (5 digits of its key) and of its municipalities (8 digits).
-- One row per ring; holes are rings too, so maps fill by the even-odd rule.
CREATE TABLE border (
    region_id  uuid  NOT NULL,
    area_key   text  NOT NULL CHECK (area_key ~ '^[0-9]{5}([0-9]{3})?$'),
    ring_no    int   NOT NULL CHECK (ring_no BETWEEN 0 AND 999),
    area_name  text  NOT NULL CHECK (length(area_name) BETWEEN 1 AND 120),
    lat_e6     int[] NOT NULL CHECK (cardinality(lat_e6) BETWEEN 3 AND 10000),
    lon_e6     int[] NOT NULL CHECK (cardinality(lon_e6) = cardinality(lat_e6)),
    PRIMARY KEY (region_id, area_key, ring_no)
);
CALL protect('border');
