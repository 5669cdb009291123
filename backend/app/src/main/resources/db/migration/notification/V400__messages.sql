-- Every message that left the house, as it was worded. In demo mode this is the mailbox that people read.

CREATE TABLE message (
    region_id    uuid        NOT NULL,
    message_id   uuid        NOT NULL,
    channel      text        NOT NULL CHECK (channel IN ('MAIL', 'SMS')),
    recipient    text        NOT NULL CHECK (length(recipient) BETWEEN 3 AND 254),
    template     text        NOT NULL,
    subject      text        NOT NULL,
    body         text        NOT NULL CHECK (length(body) <= 20000),
    delivery     text        NOT NULL CHECK (delivery IN ('SMTP', 'MAILBOX')),
    delivered_at timestamptz NOT NULL,
    PRIMARY KEY (region_id, message_id)
);
CALL protect('message');
CREATE INDEX message_by_time ON message (region_id, delivered_at);
