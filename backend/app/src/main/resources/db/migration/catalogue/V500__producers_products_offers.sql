-- Producers, their articles, what they offer on which market day, and the files they sent.

CREATE TABLE producer (
    region_id         uuid        NOT NULL,
    producer_id       uuid        NOT NULL,
    name              text        NOT NULL CHECK (name <> ''),
    email             text,
    phone             text,
    street            text        NOT NULL DEFAULT '',
    postcode          text        NOT NULL DEFAULT '',
    place             text        NOT NULL DEFAULT '',
    lat_e6            int         NOT NULL CHECK (lat_e6 BETWEEN -90000000 AND 90000000),
    lon_e6            int         NOT NULL CHECK (lon_e6 BETWEEN -180000000 AND 180000000),
    -- Orders close this many days before the market day, at this local time of the region.
    cutoff_days       int         NOT NULL CHECK (cutoff_days BETWEEN 0 AND 28),
    cutoff_time       time        NOT NULL,
    -- When a van may fetch the goods, local time of the market day.
    pickup_from       time        NOT NULL,
    pickup_to         time        NOT NULL,
    -- How long a van stands there to load.
    pickup_seconds    int         NOT NULL DEFAULT 600 CHECK (pickup_seconds BETWEEN 0 AND 14400),
    sale_model        text        NOT NULL CHECK (sale_model IN ('COMMISSION', 'OWN_NAME', 'AGENCY')),
    tax_status        text        NOT NULL CHECK (tax_status IN ('STANDARD', 'FLAT_RATE_FARMER', 'SMALL_BUSINESS')),
    -- Counts the applied uploads and edits: a dry run that was made against an older catalogue is shown again.
    catalogue_version bigint      NOT NULL DEFAULT 0,
    created_at        timestamptz NOT NULL,
    PRIMARY KEY (region_id, producer_id),
    CHECK (pickup_from < pickup_to)
);
CALL protect('producer');

CREATE TABLE product (
    region_id        uuid        NOT NULL,
    product_id       uuid        NOT NULL,
    producer_id      uuid        NOT NULL,
    -- The producer's own number: what a later file is matched by.
    article_number   text        NOT NULL CHECK (article_number <> ''),
    name             text        NOT NULL CHECK (name <> ''),
    gtin             text,
    unit             text        NOT NULL CHECK (unit IN ('PIECE', 'GRAM')),
    -- Per piece, or per kilogram when the unit is GRAM. Including VAT, without deposit.
    price_cents      bigint      NOT NULL CHECK (price_cents >= 0),
    -- What one piece contains, for the unit price (PAngV). Null when the unit is GRAM or nothing was stated.
    content_amount   bigint      CHECK (content_amount > 0),
    content_unit     text        CHECK (content_unit IN ('GRAM', 'MILLILITRE')),
    vat_key          smallint    NOT NULL CHECK (vat_key BETWEEN 1 AND 7),
    deposit_cents    bigint      NOT NULL DEFAULT 0 CHECK (deposit_cents >= 0),
    deposit_kind     text        CHECK (deposit_kind IN ('ONE_WAY', 'REUSABLE')),
    deposit_vat_key  smallint    CHECK (deposit_vat_key BETWEEN 1 AND 7),
    cold_class       text        NOT NULL CHECK (cold_class IN ('AMBIENT', 'CHILLED', 'FROZEN')),
    -- Room and weight in the van: of one piece, or of one kilogram when the unit is GRAM.
    volume_ml        int         NOT NULL CHECK (volume_ml > 0),
    weight_g         int         NOT NULL CHECK (weight_g > 0),
    age_limit        smallint    NOT NULL DEFAULT 0 CHECK (age_limit IN (0, 16, 18)),
    -- Null = nothing stated, so the article may not go live; 'keine' = stated that there are none.
    allergens        text,
    ingredients      text,
    origin           text,
    organic_code     text,
    -- Pieces or grams per market day: for orders, and on top of them for free sale from the van.
    day_quantity     bigint      NOT NULL CHECK (day_quantity >= 0),
    van_quantity     bigint      NOT NULL CHECK (van_quantity >= 0),
    paused           boolean     NOT NULL DEFAULT false,
    version          bigint      NOT NULL DEFAULT 1,
    changed_at       timestamptz NOT NULL,
    PRIMARY KEY (region_id, product_id),
    UNIQUE (region_id, producer_id, article_number),
    FOREIGN KEY (region_id, producer_id) REFERENCES producer (region_id, producer_id),
    CHECK ((content_amount IS NULL) = (content_unit IS NULL)),
    CHECK ((deposit_cents = 0) = (deposit_kind IS NULL)),
    CHECK ((deposit_kind IS NULL) = (deposit_vat_key IS NULL))
);
CALL protect('product');
CREATE INDEX product_by_gtin ON product (region_id, gtin) WHERE gtin IS NOT NULL;

-- The market days for which producers offer; opened by whoever publishes the timetable.
CREATE TABLE offer_day (
    region_id  uuid        NOT NULL,
    market_day date        NOT NULL,
    opened_at  timestamptz NOT NULL,
    PRIMARY KEY (region_id, market_day)
);
CALL protect('offer_day');

-- One article on one market day. `free` is the one pool that orders take from, by one statement that can never go
-- below zero. Pausing an article takes its unsold pieces out (offered = sold, free = 0), so the statement that takes
-- stock needs no other condition.
CREATE TABLE offer (
    region_id    uuid   NOT NULL,
    offer_id     uuid   NOT NULL,
    product_id   uuid   NOT NULL,
    producer_id  uuid   NOT NULL,
    market_day   date   NOT NULL,
    price_cents  bigint NOT NULL CHECK (price_cents >= 0),
    offered      bigint NOT NULL CHECK (offered >= 0),
    free         bigint NOT NULL CHECK (free >= 0),
    van_quantity bigint NOT NULL CHECK (van_quantity >= 0),
    version      bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (region_id, offer_id),
    UNIQUE (region_id, market_day, product_id),
    FOREIGN KEY (region_id, product_id) REFERENCES product (region_id, product_id),
    FOREIGN KEY (region_id, producer_id) REFERENCES producer (region_id, producer_id),
    CHECK (free <= offered)
);
CALL protect('offer');
CREATE INDEX offer_by_product ON offer (region_id, product_id, market_day);

-- A file between its dry run and "Übernehmen". The bytes are kept so that exactly what was shown is applied.
CREATE TABLE upload (
    region_id         uuid        NOT NULL,
    upload_id         uuid        NOT NULL,
    producer_id       uuid        NOT NULL,
    file_name         text        NOT NULL,
    content           bytea       NOT NULL,
    content_sha256    bytea       NOT NULL,
    -- The producer's catalogue_version that the shown difference was computed against.
    catalogue_version bigint      NOT NULL,
    state             text        NOT NULL CHECK (state IN ('CHECKED', 'APPLIED')),
    created_at        timestamptz NOT NULL,
    applied_at        timestamptz,
    rows_new          int         NOT NULL DEFAULT 0,
    rows_changed      int         NOT NULL DEFAULT 0,
    rows_same         int         NOT NULL DEFAULT 0,
    rows_missing      int         NOT NULL DEFAULT 0,
    PRIMARY KEY (region_id, upload_id),
    FOREIGN KEY (region_id, producer_id) REFERENCES producer (region_id, producer_id),
    CHECK ((state = 'APPLIED') = (applied_at IS NOT NULL))
);
CALL protect('upload');
CREATE INDEX upload_by_producer ON upload (region_id, producer_id, created_at DESC);
