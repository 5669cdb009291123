-- Who told it by phone, where neither mail nor text message gets through; delivered_at says when.
ALTER TABLE message ADD COLUMN phoned_by text CHECK (length(phoned_by) <= 200);
