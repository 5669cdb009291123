-- How far the server keeps this journal apart: where to go on sending, never what may be forgotten.
ALTER TABLE uplink ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
