-- +goose Up

-- What the council has decided on how often it meets.
CREATE TABLE council_meeting_series (
    id                   TEXT PRIMARY KEY,
    key                  TEXT NOT NULL UNIQUE,
    kind                 TEXT NOT NULL,
    title                TEXT NOT NULL,
    times_per_year       INTEGER NOT NULL,
    with_reference_group BOOLEAN NOT NULL,
    quorum               INTEGER NOT NULL,
    valid_from           TEXT NOT NULL,
    valid_to             TEXT NOT NULL,
    place                TEXT NOT NULL,
    source               TEXT NOT NULL,
    version              INTEGER NOT NULL,
    created_at           TIMESTAMP NOT NULL,
    updated_at           TIMESTAMP NOT NULL
);

-- What a locked meeting's minutes said stands in frozen, with its hash.
CREATE TABLE council_meetings (
    id            TEXT PRIMARY KEY,
    series_id     TEXT REFERENCES council_meeting_series (id),
    kind          TEXT NOT NULL,
    title         TEXT NOT NULL,
    starts_at     TIMESTAMP NOT NULL,
    ends_at       TIMESTAMP NOT NULL,
    held_on       TEXT NOT NULL,
    year          INTEGER NOT NULL,
    place         TEXT NOT NULL,
    join_url      TEXT NOT NULL,
    notice        TEXT NOT NULL,
    template      TEXT NOT NULL,
    state         TEXT NOT NULL,
    running       INTEGER NOT NULL,
    called_at     TIMESTAMP,
    opened_at     TIMESTAMP,
    closed_at     TIMESTAMP,
    locked_at     TIMESTAMP,
    adjust_by     TEXT NOT NULL,
    cancel_reason TEXT NOT NULL,
    frozen        TEXT NOT NULL,
    frozen_hash   TEXT NOT NULL,
    version       INTEGER NOT NULL,
    created_at    TIMESTAMP NOT NULL,
    updated_at    TIMESTAMP NOT NULL
);
CREATE INDEX council_meetings_day ON council_meetings (held_on, id);
CREATE INDEX council_meetings_series ON council_meetings (series_id);
CREATE UNIQUE INDEX council_meetings_number ON council_meetings (year, running) WHERE running > 0;

CREATE TABLE council_agenda_items (
    id                TEXT PRIMARY KEY,
    meeting_id        TEXT NOT NULL REFERENCES council_meetings (id) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    title             TEXT NOT NULL,
    background        TEXT NOT NULL,
    minutes           INTEGER NOT NULL,
    kind              TEXT NOT NULL,
    is_secret         BOOLEAN NOT NULL,
    presenter_seat_id TEXT REFERENCES council_seats (id),
    from_kind         TEXT NOT NULL,
    from_type         TEXT NOT NULL,
    from_id           TEXT NOT NULL,
    version           INTEGER NOT NULL,
    created_at        TIMESTAMP NOT NULL,
    updated_at        TIMESTAMP NOT NULL
);
CREATE INDEX council_agenda_items_meeting ON council_agenda_items (meeting_id, position);
CREATE INDEX council_agenda_items_presenter ON council_agenda_items (presenter_seat_id);
CREATE INDEX council_agenda_items_from ON council_agenda_items (from_id);

-- The minutes are one text for each item, so that several write at once.
CREATE TABLE council_item_texts (
    item_id    TEXT PRIMARY KEY REFERENCES council_agenda_items (id) ON DELETE CASCADE,
    text       TEXT NOT NULL,
    written_by TEXT NOT NULL,
    version    INTEGER NOT NULL,
    updated_at TIMESTAMP NOT NULL
);

CREATE TABLE council_outcomes (
    id                  TEXT PRIMARY KEY,
    item_id             TEXT NOT NULL REFERENCES council_agenda_items (id) ON DELETE CASCADE,
    meeting_id          TEXT NOT NULL REFERENCES council_meetings (id) ON DELETE CASCADE,
    kind                TEXT NOT NULL,
    text                TEXT NOT NULL,
    by_seat_id          TEXT REFERENCES council_seats (id),
    responsible_seat_id TEXT REFERENCES council_seats (id),
    responsible_body_id TEXT REFERENCES bodies (id),
    due_on              TEXT NOT NULL,
    done_on             TEXT NOT NULL,
    decision_id         TEXT NOT NULL,
    version             INTEGER NOT NULL,
    created_at          TIMESTAMP NOT NULL,
    updated_at          TIMESTAMP NOT NULL
);
CREATE INDEX council_outcomes_meeting ON council_outcomes (meeting_id, id);
CREATE INDEX council_outcomes_item ON council_outcomes (item_id, id);
CREATE INDEX council_outcomes_by ON council_outcomes (by_seat_id);
CREATE INDEX council_outcomes_seat ON council_outcomes (responsible_seat_id);
CREATE INDEX council_outcomes_body ON council_outcomes (responsible_body_id);
CREATE INDEX council_outcomes_open ON council_outcomes (kind, done_on, due_on);

-- Attendance is by seat; who sat there that day stands in council_members.
CREATE TABLE council_attendance (
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id) ON DELETE CASCADE,
    seat_id    TEXT NOT NULL REFERENCES council_seats (id),
    state      TEXT NOT NULL,
    note       TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (meeting_id, seat_id)
);
CREATE INDEX council_attendance_seat ON council_attendance (seat_id);

-- Who was chosen to adjust is the person who sat on the seat at the meeting.
CREATE TABLE council_adjusters (
    meeting_id  TEXT NOT NULL REFERENCES council_meetings (id) ON DELETE CASCADE,
    seat_id     TEXT NOT NULL REFERENCES council_seats (id),
    user_id     TEXT NOT NULL REFERENCES users (id),
    approved_at TIMESTAMP,
    PRIMARY KEY (meeting_id, seat_id)
);
CREATE INDEX council_adjusters_seat ON council_adjusters (seat_id);
CREATE INDEX council_adjusters_user ON council_adjusters (user_id);

CREATE TABLE council_meeting_notes (
    id         TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id) ON DELETE CASCADE,
    text       TEXT NOT NULL,
    by_role    TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX council_meeting_notes_meeting ON council_meeting_notes (meeting_id, created_at);

-- Who is writing a text or reading what is secret, so that a trace is left once
-- per sitting and not at every save.
CREATE TABLE council_sittings (
    object_id TEXT NOT NULL,
    user_id   TEXT NOT NULL,
    what      TEXT NOT NULL,
    last_at   TIMESTAMP NOT NULL,
    PRIMARY KEY (object_id, user_id, what)
);
CREATE INDEX council_sittings_last ON council_sittings (last_at);
CREATE INDEX council_sittings_user ON council_sittings (user_id);
