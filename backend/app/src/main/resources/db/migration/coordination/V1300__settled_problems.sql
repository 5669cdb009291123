-- What the office did about a problem, once and for good. The problem itself stays where it happened: subject is its id
-- there (an office case, a quarantined batch, a payment, a refund, a fact).
CREATE TABLE problem_settled (
    region_id  uuid        NOT NULL REFERENCES region,
    source     text        NOT NULL CHECK (source IN ('CASE', 'QUARANTINE', 'CAPTURE', 'REFUND', 'FACT')),
    subject    uuid        NOT NULL,
    title      text        NOT NULL CHECK (length(title) <= 300),
    note       text        NOT NULL CHECK (length(note) BETWEEN 1 AND 500),
    settled_by text        NOT NULL CHECK (length(settled_by) <= 200),
    settled_at timestamptz NOT NULL,
    PRIMARY KEY (region_id, source, subject)
);
CALL protect_append_only('problem_settled');
CREATE INDEX problem_settled_by_time ON problem_settled (region_id, settled_at);
