-- What one person was told, the newest first.
CREATE INDEX message_by_recipient ON message (region_id, recipient, created_at);
