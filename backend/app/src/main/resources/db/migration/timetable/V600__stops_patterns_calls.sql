-- What customers order against: a call is the van at a stop, from-to, on a market day.

CREATE TABLE stop (
    region_id uuid NOT NULL,
    stop_id   uuid NOT NULL,
    code      text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
    name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    place_key text NOT NULL,
    lat_e6    int  NOT NULL CHECK (lat_e6 BETWEEN -90000000 AND 90000000),
    lon_e6    int  NOT NULL CHECK (lon_e6 BETWEEN -180000000 AND 180000000),
    active    boolean NOT NULL DEFAULT true,
    PRIMARY KEY (region_id, stop_id),
    UNIQUE (region_id, code),
    FOREIGN KEY (region_id, place_key) REFERENCES place (region_id, place_key)
);
CALL protect('stop');

-- Weekly (every_weeks = 1) or fortnightly (2), counted from the first such weekday on or after valid_from.
CREATE TABLE pattern (
    region_id            uuid     NOT NULL,
    pattern_id           uuid     NOT NULL,
    stop_id              uuid     NOT NULL,
    weekday              smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    every_weeks          smallint NOT NULL CHECK (every_weeks BETWEEN 1 AND 2),
    window_from          time     NOT NULL,
    window_to            time     NOT NULL,
    valid_from           date     NOT NULL,
    valid_until          date,
    ambient_millilitres  bigint   NOT NULL CHECK (ambient_millilitres BETWEEN 0 AND 20000000),
    chilled_millilitres  bigint   NOT NULL CHECK (chilled_millilitres BETWEEN 0 AND 20000000),
    frozen_millilitres   bigint   NOT NULL CHECK (frozen_millilitres BETWEEN 0 AND 20000000),
    PRIMARY KEY (region_id, pattern_id),
    UNIQUE (region_id, stop_id, weekday, window_from, valid_from),
    FOREIGN KEY (region_id, stop_id) REFERENCES stop (region_id, stop_id),
    CHECK (window_from < window_to),
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
);
CALL protect('pattern');

-- CANCELLED: no call that day. RUNS: a call although the day is a holiday. MOVED: another window that day.
CREATE TABLE pattern_exception (
    region_id   uuid NOT NULL,
    pattern_id  uuid NOT NULL,
    day         date NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('CANCELLED', 'RUNS', 'MOVED')),
    window_from time,
    window_to   time,
    PRIMARY KEY (region_id, pattern_id, day),
    FOREIGN KEY (region_id, pattern_id) REFERENCES pattern (region_id, pattern_id) ON DELETE CASCADE,
    CHECK ((kind = 'MOVED') = (window_from IS NOT NULL AND window_to IS NOT NULL)),
    CHECK (window_from < window_to)
);
CALL protect('pattern_exception');

-- OPEN: customers order. RELEASED: vans and minutes are fixed. CLOSED: the last tour is back and counted.
CREATE TABLE market_day (
    region_id uuid NOT NULL,
    day       date NOT NULL,
    state     text NOT NULL CHECK (state IN ('OPEN', 'RELEASED', 'CLOSED')),
    PRIMARY KEY (region_id, day)
);
CALL protect('market_day');

CREATE TABLE call (
    region_id   uuid NOT NULL,
    call_id     uuid NOT NULL,
    stop_id     uuid NOT NULL,
    market_day  date NOT NULL,
    window_from time NOT NULL,
    window_to   time NOT NULL,
    pattern_id  uuid,
    state       text NOT NULL DEFAULT 'PUBLISHED' CHECK (state IN ('PUBLISHED', 'CANCELLED')),
    PRIMARY KEY (region_id, call_id),
    UNIQUE (region_id, market_day, stop_id, window_from),
    UNIQUE (region_id, pattern_id, market_day),
    FOREIGN KEY (region_id, stop_id) REFERENCES stop (region_id, stop_id),
    FOREIGN KEY (region_id, market_day) REFERENCES market_day (region_id, day),
    FOREIGN KEY (region_id, pattern_id) REFERENCES pattern (region_id, pattern_id),
    CHECK (window_from < window_to)
);
CALL protect('call');
CREATE INDEX call_by_stop ON call (region_id, stop_id, market_day);

-- What an order may still take of the van's room at this call, by cold class.
CREATE TABLE call_capacity (
    region_id         uuid   NOT NULL,
    call_id           uuid   NOT NULL,
    cold_class        text   NOT NULL CHECK (cold_class IN ('AMBIENT', 'CHILLED', 'FROZEN')),
    total_millilitres bigint NOT NULL CHECK (total_millilitres >= 0),
    free_millilitres  bigint NOT NULL CHECK (free_millilitres >= 0),
    PRIMARY KEY (region_id, call_id, cold_class),
    FOREIGN KEY (region_id, call_id) REFERENCES call (region_id, call_id),
    CHECK (free_millilitres <= total_millilitres)
);
CALL protect('call_capacity');
