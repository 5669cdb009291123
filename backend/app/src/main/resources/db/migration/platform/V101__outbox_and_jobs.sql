CREATE TABLE outbox (
    region_id uuid NOT NULL REFERENCES region,
    fact_id uuid NOT NULL,
    type text NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    attempts int NOT NULL DEFAULT 0,
    error text,
    done_at timestamptz,
    PRIMARY KEY (region_id, fact_id)
);
CREATE INDEX outbox_due ON outbox (region_id, due_at) WHERE done_at IS NULL;
CALL protect('outbox');

CREATE TABLE outbox_handled (
    region_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    handler text NOT NULL,
    handled_at timestamptz NOT NULL,
    PRIMARY KEY (region_id, fact_id, handler),
    FOREIGN KEY (region_id, fact_id) REFERENCES outbox (region_id, fact_id)
);
CALL protect('outbox_handled');

CREATE TABLE job_lease (
    region_id uuid NOT NULL REFERENCES region,
    job text NOT NULL,
    next_at timestamptz NOT NULL,
    PRIMARY KEY (region_id, job)
);
CALL protect('job_lease');
