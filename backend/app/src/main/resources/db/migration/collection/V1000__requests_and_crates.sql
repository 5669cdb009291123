-- Producer requests, their answers, and the crates that come of them. Requests and answers are books: what was asked
-- and what was answered never changes; a later wish is an addendum, a later answer is a further answer.

CREATE TABLE producer_request (
    region_id   uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    producer_id uuid        NOT NULL,
    market_day  date        NOT NULL,
    -- 0 = the request made after the cut-off, 1.. = addenda of the same market day.
    addendum    int         NOT NULL CHECK (addendum >= 0),
    -- Runs without gaps per producer: "Anforderung Nr. 17".
    number      bigint      NOT NULL CHECK (number > 0),
    created_at  timestamptz NOT NULL,
    answer_by   timestamptz NOT NULL,
    PRIMARY KEY (region_id, request_id),
    UNIQUE (region_id, producer_id, market_day, addendum),
    UNIQUE (region_id, producer_id, number)
);
CALL protect_append_only('producer_request');

CREATE TABLE request_line (
    region_id      uuid   NOT NULL,
    request_id     uuid   NOT NULL,
    line_no        int    NOT NULL CHECK (line_no > 0),
    product_id     uuid   NOT NULL,
    article_number text   NOT NULL,
    name           text   NOT NULL,
    unit           text   NOT NULL CHECK (unit IN ('PIECE', 'GRAM')),
    cold_class     text   NOT NULL CHECK (cold_class IN ('AMBIENT', 'CHILLED', 'FROZEN')),
    -- Pieces or grams: ordered by customers, and on top for free sale from the van.
    requested      bigint NOT NULL CHECK (requested >= 0),
    van_quantity   bigint NOT NULL CHECK (van_quantity >= 0),
    PRIMARY KEY (region_id, request_id, line_no),
    UNIQUE (region_id, request_id, product_id),
    FOREIGN KEY (region_id, request_id) REFERENCES producer_request (region_id, request_id)
);
CALL protect_append_only('request_line');

CREATE TABLE request_answer (
    region_id   uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    answer_no   int         NOT NULL CHECK (answer_no > 0),
    answered_at timestamptz NOT NULL,
    answered_by text        NOT NULL,
    PRIMARY KEY (region_id, request_id, answer_no),
    FOREIGN KEY (region_id, request_id) REFERENCES producer_request (region_id, request_id)
);
CALL protect_append_only('request_answer');

-- `confirmed` counts orders and van sale together; orders are served first.
CREATE TABLE request_answer_line (
    region_id  uuid   NOT NULL,
    request_id uuid   NOT NULL,
    answer_no  int    NOT NULL,
    line_no    int    NOT NULL,
    confirmed  bigint NOT NULL CHECK (confirmed >= 0),
    PRIMARY KEY (region_id, request_id, answer_no, line_no),
    FOREIGN KEY (region_id, request_id, answer_no) REFERENCES request_answer (region_id, request_id, answer_no),
    FOREIGN KEY (region_id, request_id, line_no) REFERENCES request_line (region_id, request_id, line_no)
);
CALL protect_append_only('request_answer_line');

CREATE TABLE crate (
    region_id   uuid        NOT NULL,
    crate_id    uuid        NOT NULL,
    tour_id     uuid        NOT NULL,
    market_day  date        NOT NULL,
    producer_id uuid        NOT NULL,
    cold_class  text        NOT NULL CHECK (cold_class IN ('AMBIENT', 'CHILLED', 'FROZEN')),
    -- Printed on the label and scanned at loading.
    code        text        NOT NULL,
    packed_at   timestamptz NOT NULL,
    PRIMARY KEY (region_id, crate_id),
    UNIQUE (region_id, code),
    UNIQUE (region_id, tour_id, producer_id, cold_class)
);
CALL protect('crate');

CREATE TABLE crate_line (
    region_id  uuid   NOT NULL,
    crate_id   uuid   NOT NULL,
    line_no    int    NOT NULL CHECK (line_no > 0),
    -- Null = for free sale from the van.
    order_id   uuid,
    product_id uuid   NOT NULL,
    quantity   bigint NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (region_id, crate_id, line_no),
    FOREIGN KEY (region_id, crate_id) REFERENCES crate (region_id, crate_id)
);
CALL protect('crate_line');
