-- The latest planning of a market day. Whoever holds the row as RUNNING plans; everybody else waits or watches. A run
-- whose process died stops beating and may be taken over.
CREATE TABLE tour_run (
    region_id     uuid        NOT NULL REFERENCES region,
    market_day    date        NOT NULL,
    run_id        uuid        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    percent       int         NOT NULL CHECK (percent BETWEEN 0 AND 100),
    cancel_wanted boolean     NOT NULL,
    started_by    text        NOT NULL,
    started_at    timestamptz NOT NULL,
    beat_at       timestamptz NOT NULL,
    ended_at      timestamptz,
    PRIMARY KEY (region_id, market_day),
    CHECK ((state = 'RUNNING') = (ended_at IS NULL))
);
CALL protect('tour_run');
