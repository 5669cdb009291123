-- Who decides on the goods of a tour (sync.md 2.5): from the first load scan on the van does, until twelve hours after its
-- unload count or its closing. custody_generation: lease under which it was loaded. custody_until: NULL while it drives.
ALTER TABLE tour
    ADD COLUMN custody_since      timestamptz,
    ADD COLUMN custody_generation bigint,
    ADD COLUMN custody_until      timestamptz,
    ADD COLUMN custody_ended_at   timestamptz,
    ADD CHECK ((custody_since IS NULL) = (custody_generation IS NULL)),
    ADD CHECK (custody_since IS NOT NULL OR (custody_until IS NULL AND custody_ended_at IS NULL));
CREATE INDEX tour_custody_to_end ON tour (region_id, custody_until)
    WHERE custody_until IS NOT NULL AND custody_ended_at IS NULL;
