-- Every message to people, as it was worded. In demo mode this is the mailbox that people read.

CREATE TABLE message (
    region_id    uuid        NOT NULL,
    message_id   uuid        NOT NULL,
    channel      text        NOT NULL CHECK (channel IN ('MAIL', 'SMS')),
    recipient    text        NOT NULL CHECK (length(recipient) BETWEEN 3 AND 254),
    template     text        NOT NULL,
    subject      text        NOT NULL,
    body         text        NOT NULL CHECK (length(body) <= 20000),
    created_at   timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    attempts     int         NOT NULL DEFAULT 0,
    error        text,
    delivered_at timestamptz,
    PRIMARY KEY (region_id, message_id)
);
CALL protect('message');
CREATE INDEX message_by_time ON message (region_id, created_at);
CREATE INDEX message_due ON message (region_id, due_at) WHERE delivered_at IS NULL;
