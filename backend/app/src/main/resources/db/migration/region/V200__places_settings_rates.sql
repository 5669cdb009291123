-- What a county is made of. Everything here is data of a region; nothing about a county is code.

CREATE TABLE municipality (
    region_id        uuid NOT NULL,
    municipality_key text NOT NULL CHECK (municipality_key ~ '^[0-9]{8}$'),
    name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    PRIMARY KEY (region_id, municipality_key)
);
CALL protect('municipality');

CREATE TABLE place (
    region_id        uuid NOT NULL,
    place_key        text NOT NULL CHECK (length(place_key) BETWEEN 1 AND 120),
    municipality_key text NOT NULL,
    name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    postcode         text NOT NULL CHECK (postcode ~ '^[0-9]{5}$'),
    lat_e6           int  NOT NULL CHECK (lat_e6 BETWEEN -90000000 AND 90000000),
    lon_e6           int  NOT NULL CHECK (lon_e6 BETWEEN -180000000 AND 180000000),
    PRIMARY KEY (region_id, place_key),
    FOREIGN KEY (region_id, municipality_key) REFERENCES municipality (region_id, municipality_key)
);
CALL protect('place');

CREATE TABLE region_setting (
    region_id uuid NOT NULL,
    name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    value     text NOT NULL CHECK (length(value) <= 2000),
    PRIMARY KEY (region_id, name)
);
CALL protect('region_setting');

-- Rates are looked up by key and day, never by percentage: a rate changes, its key does not.
CREATE TABLE vat_rate (
    region_id    uuid     NOT NULL,
    vat_key      smallint NOT NULL CHECK (vat_key BETWEEN 1 AND 999),
    valid_from   date     NOT NULL,
    basis_points int      NOT NULL CHECK (basis_points BETWEEN 0 AND 10000),
    PRIMARY KEY (region_id, vat_key, valid_from)
);
CALL protect('vat_rate');
