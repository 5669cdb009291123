CREATE TABLE person (
    region_id uuid NOT NULL REFERENCES region,
    person_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('CUSTOMER', 'PRODUCER', 'DRIVER', 'DISPATCHER', 'ACCOUNTANT', 'MUNICIPALITY',
        'REGION_ADMIN', 'PLATFORM_ADMIN')),
    name text NOT NULL,
    login text,
    password_hash text,
    -- The producer that a PRODUCER acts for; catalogue owns producers, so there is no foreign key.
    producer_id uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (region_id, person_id),
    CHECK ((role = 'PRODUCER') = (producer_id IS NOT NULL))
);
CREATE UNIQUE INDEX person_login ON person (region_id, lower(login));
CALL protect('person');

CREATE TABLE session (
    region_id uuid NOT NULL,
    -- SHA-256 of the cookie: who reads this table cannot become anybody.
    token_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (region_id, token_hash),
    FOREIGN KEY (region_id, person_id) REFERENCES person (region_id, person_id) ON DELETE CASCADE
);
CALL protect('session');
