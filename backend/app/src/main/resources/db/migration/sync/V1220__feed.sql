-- What goes down to tablets. A stream is a keyed map; its head row is locked to the commit, so per stream the order of
-- numbers is the order of commits and there is no gap, not even after a rollback (sync.md 2.4).

CREATE TABLE stream_head (
    region_id  uuid   NOT NULL REFERENCES region,
    stream     text   NOT NULL CHECK (length(stream) BETWEEN 1 AND 60),
    seq        bigint NOT NULL CHECK (seq >= 0),
    -- entries up to this one were cleared away
    cleared    bigint NOT NULL CHECK (cleared BETWEEN 0 AND seq),
    state_hash bytea  NOT NULL CHECK (length(state_hash) = 32),
    PRIMARY KEY (region_id, stream)
);
CALL protect('stream_head');

CREATE TABLE feed_item (
    region_id uuid  NOT NULL,
    stream    text  NOT NULL,
    key       text  NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
    value     bytea NOT NULL CHECK (length(value) <= 65536),
    PRIMARY KEY (region_id, stream, key),
    FOREIGN KEY (region_id, stream) REFERENCES stream_head (region_id, stream)
);
CALL protect('feed_item');

-- How each item changed: "kept" bytes stay, "cut" bytes after them are replaced by "insertion"; null when the item is gone.
-- state_hash stands at the last entry of a transaction: an answer never ends before it.
CREATE TABLE feed_entry (
    region_id  uuid        NOT NULL,
    stream     text        NOT NULL,
    seq        bigint      NOT NULL CHECK (seq > 0),
    key        text        NOT NULL,
    kept       int         NOT NULL CHECK (kept >= 0),
    cut        int         NOT NULL CHECK (cut >= 0),
    insertion  bytea,
    state_hash bytea CHECK (length(state_hash) = 32),
    put_at     timestamptz NOT NULL,
    PRIMARY KEY (region_id, stream, seq),
    FOREIGN KEY (region_id, stream) REFERENCES stream_head (region_id, stream)
);
CREATE INDEX feed_entry_by_age ON feed_entry (region_id, put_at);
CALL protect('feed_entry');

-- Pieces of snapshots, named by their content, until tablets have fetched them.
CREATE TABLE snapshot_chunk (
    region_id uuid        NOT NULL REFERENCES region,
    sha256    bytea       NOT NULL CHECK (length(sha256) = 32),
    body      bytea       NOT NULL CHECK (length(body) <= 16384),
    made_at   timestamptz NOT NULL,
    PRIMARY KEY (region_id, sha256)
);
CREATE INDEX snapshot_chunk_by_age ON snapshot_chunk (region_id, made_at);
CALL protect('snapshot_chunk');
