-- A tablet that a restored server learned anew from its certificate may have been blocked after the backup: its uploads
-- count, but it gets nothing until the desk has let it in. Null for one that may.
ALTER TABLE device ADD COLUMN waits_since timestamptz;

-- Two tablets may print one number: the one that a restored server forgot, and the one that it gave the number to since.
-- What is printed cannot be changed, so the desk is told instead.
ALTER TABLE device DROP CONSTRAINT device_region_id_till_number_key;
CREATE INDEX device_till_number ON device (region_id, till_number);

-- Whom a code made or found: an answer that got lost is given again while the code lives.
ALTER TABLE enrolment_code ADD COLUMN device_id uuid;
