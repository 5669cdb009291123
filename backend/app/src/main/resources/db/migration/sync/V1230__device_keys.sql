-- A tablet's keys over time: two are valid while it changes from one to the next.

CREATE TABLE device_key (
    region_id   uuid        NOT NULL,
    device_id   uuid        NOT NULL,
    public_key  bytea       NOT NULL CHECK (length(public_key) = 32),
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    PRIMARY KEY (region_id, device_id, public_key),
    FOREIGN KEY (region_id, device_id) REFERENCES device (region_id, device_id)
);

-- Every tablet enrolled so far has the key of its certificate, which lives for 90 days. The owner is bound by row level
-- security too and migrates all regions at once.
ALTER TABLE device NO FORCE ROW LEVEL SECURITY;
INSERT INTO device_key (region_id, device_id, public_key, valid_from, valid_until)
SELECT region_id, device_id, public_key, enrolled_at, enrolled_at + interval '90 days' FROM device;
ALTER TABLE device FORCE ROW LEVEL SECURITY;
CALL protect('device_key');

-- stolen_since: from when on nobody knows who sold; null for a tablet that was only retired.
ALTER TABLE device ADD COLUMN stolen_since timestamptz;
ALTER TABLE device ADD COLUMN revoke_note text;
