-- What comes down: streams with their cursors and items, and the pieces of a snapshot under way.
CREATE TABLE feed_cursor (
    stream TEXT PRIMARY KEY,
    epoch  INTEGER NOT NULL,
    seq    INTEGER NOT NULL CHECK (seq >= 0)
) STRICT;
CREATE TABLE feed_item (
    stream TEXT NOT NULL REFERENCES feed_cursor (stream),
    key    TEXT NOT NULL,
    value  BLOB NOT NULL,
    PRIMARY KEY (stream, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE feed_manifest (slot INTEGER PRIMARY KEY CHECK (slot = 0), manifest BLOB NOT NULL) STRICT;
CREATE TABLE feed_chunk (name BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT;
