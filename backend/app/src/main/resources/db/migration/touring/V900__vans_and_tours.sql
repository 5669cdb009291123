-- A van with its compartments, and a tour: one van on one market day.

CREATE TABLE van (
    region_id           uuid NOT NULL REFERENCES region,
    van_id              uuid NOT NULL,
    name                text NOT NULL CHECK (name <> ''),
    plate               text NOT NULL DEFAULT '',
    active              boolean NOT NULL DEFAULT true,
    -- Where the day begins and ends.
    depot_name          text NOT NULL,
    lat_e6              int  NOT NULL CHECK (lat_e6 BETWEEN -90000000 AND 90000000),
    lon_e6              int  NOT NULL CHECK (lon_e6 BETWEEN -180000000 AND 180000000),
    shift_from          time NOT NULL,
    shift_to            time NOT NULL,
    cents_per_day       bigint NOT NULL CHECK (cents_per_day >= 0),
    cents_per_kilometre bigint NOT NULL CHECK (cents_per_kilometre >= 0),
    cents_per_hour      bigint NOT NULL CHECK (cents_per_hour >= 0),
    PRIMARY KEY (region_id, van_id),
    UNIQUE (region_id, name),
    CHECK (shift_from < shift_to)
);
CALL protect('van');

CREATE TABLE van_compartment (
    region_id   uuid   NOT NULL,
    van_id      uuid   NOT NULL,
    cold_class  text   NOT NULL CHECK (cold_class IN ('AMBIENT', 'CHILLED', 'FROZEN')),
    millilitres bigint NOT NULL CHECK (millilitres >= 0),
    grams       bigint NOT NULL CHECK (grams >= 0),
    crates      int    NOT NULL CHECK (crates >= 0),
    PRIMARY KEY (region_id, van_id, cold_class),
    FOREIGN KEY (region_id, van_id) REFERENCES van (region_id, van_id)
);
CALL protect('van_compartment');

-- generation: fencing number of the tablet that holds the tour; 0 = no tablet yet.
CREATE TABLE tour (
    region_id   uuid NOT NULL,
    tour_id     uuid NOT NULL,
    market_day  date NOT NULL,
    van_id      uuid NOT NULL,
    state       text NOT NULL CHECK (state IN ('DRAFT', 'RELEASED', 'CLOSED')),
    generation  bigint NOT NULL DEFAULT 0,
    device_id   uuid,
    metres      bigint NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    released_at timestamptz,
    closed_at   timestamptz,
    PRIMARY KEY (region_id, tour_id),
    UNIQUE (region_id, market_day, van_id),
    FOREIGN KEY (region_id, van_id) REFERENCES van (region_id, van_id)
);
CALL protect('tour');

CREATE TABLE tour_visit (
    region_id   uuid NOT NULL,
    tour_id     uuid NOT NULL,
    visit_no    int  NOT NULL CHECK (visit_no > 0),
    kind        text NOT NULL CHECK (kind IN ('DEPOT', 'PICK_UP', 'CALL', 'BREAK')),
    name        text NOT NULL,
    lat_e6      int,
    lon_e6      int,
    call_id     uuid,
    stop_id     uuid,
    producer_id uuid,
    arrive_at   time NOT NULL,
    leave_at    time NOT NULL,
    metres      int  NOT NULL CHECK (metres >= 0),
    PRIMARY KEY (region_id, tour_id, visit_no),
    FOREIGN KEY (region_id, tour_id) REFERENCES tour (region_id, tour_id) ON DELETE CASCADE,
    CHECK ((kind = 'CALL') = (call_id IS NOT NULL)),
    CHECK ((kind = 'PICK_UP') = (producer_id IS NOT NULL))
);
CALL protect('tour_visit');

-- Goods for free sale that this van takes along (its escrow), fixed at release. Pieces or grams.
CREATE TABLE tour_stock (
    region_id  uuid   NOT NULL,
    tour_id    uuid   NOT NULL,
    product_id uuid   NOT NULL,
    unit       text   NOT NULL CHECK (unit IN ('PIECE', 'GRAM')),
    amount     bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (region_id, tour_id, product_id),
    FOREIGN KEY (region_id, tour_id) REFERENCES tour (region_id, tour_id) ON DELETE CASCADE
);
CALL protect('tour_stock');

-- Calls that the plan leaves out, with the planner's reason; the desk decides before release.
CREATE TABLE tour_unserved (
    region_id  uuid NOT NULL,
    market_day date NOT NULL,
    call_id    uuid NOT NULL,
    reason     text NOT NULL,
    PRIMARY KEY (region_id, market_day, call_id)
);
CALL protect('tour_unserved');
