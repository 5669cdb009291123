-- What a person decided about bodies that were kept apart, and what came back from a second copy.

CREATE TABLE quarantine_release (
    region_id     uuid        NOT NULL,
    quarantine_id uuid        NOT NULL,
    released_at   timestamptz NOT NULL,
    person_id     uuid,
    reason        text        NOT NULL,
    entries       bigint      NOT NULL,
    fresh         bigint      NOT NULL,
    PRIMARY KEY (region_id, quarantine_id),
    FOREIGN KEY (region_id, quarantine_id) REFERENCES quarantine (region_id, quarantine_id)
);
CALL protect_append_only('quarantine_release');

CREATE TABLE recovery (
    region_id    uuid        NOT NULL REFERENCES region,
    recovery_id  uuid        NOT NULL,
    recovered_at timestamptz NOT NULL,
    person_id    uuid,
    file_name    text        NOT NULL,
    findings     text        NOT NULL,
    PRIMARY KEY (region_id, recovery_id)
);
CALL protect_append_only('recovery');
