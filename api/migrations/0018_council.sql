-- +goose Up

-- A seat is bound to a function; who sits there for a time stands in council_members.
CREATE TABLE council_seats (
    id                 TEXT PRIMARY KEY,
    plan_id            TEXT NOT NULL REFERENCES plans (id),
    key                TEXT NOT NULL,
    number             INTEGER NOT NULL,
    name_sv            TEXT NOT NULL,
    name_en            TEXT NOT NULL,
    function_sv        TEXT NOT NULL,
    function_en        TEXT NOT NULL,
    body_id            TEXT REFERENCES bodies (id),
    appointing_body_id TEXT REFERENCES bodies (id),
    is_convener        BOOLEAN NOT NULL,
    is_expert          BOOLEAN NOT NULL,
    valid_from         TEXT NOT NULL,
    valid_to           TEXT NOT NULL,
    position           INTEGER NOT NULL,
    source             TEXT NOT NULL,
    version            INTEGER NOT NULL,
    created_at         TIMESTAMP NOT NULL,
    updated_at         TIMESTAMP NOT NULL,
    UNIQUE (plan_id, key)
);
CREATE INDEX council_seats_ordered ON council_seats (position, number, id);
CREATE INDEX council_seats_body ON council_seats (body_id);
CREATE INDEX council_seats_appointing ON council_seats (appointing_body_id);

-- The person is an account: erasing it leaves the mandate, without a name. The
-- decision is one that is kept (decision_id), or what was said of it here.
CREATE TABLE council_members (
    id                 TEXT PRIMARY KEY,
    seat_id            TEXT NOT NULL REFERENCES council_seats (id),
    user_id            TEXT NOT NULL REFERENCES users (id),
    is_substitute      BOOLEAN NOT NULL,
    valid_from         TEXT NOT NULL,
    valid_to           TEXT NOT NULL,
    decision_id        TEXT REFERENCES decisions (id),
    decision_day       TEXT NOT NULL,
    decision_precision TEXT NOT NULL,
    decision_body_id   TEXT REFERENCES bodies (id),
    decision_number    TEXT NOT NULL,
    version            INTEGER NOT NULL,
    created_at         TIMESTAMP NOT NULL,
    updated_at         TIMESTAMP NOT NULL
);
CREATE INDEX council_members_seat ON council_members (seat_id, valid_from, id);
CREATE INDEX council_members_user ON council_members (user_id);
CREATE INDEX council_members_newest ON council_members (valid_from, id);
CREATE INDEX council_members_ending ON council_members (valid_to);
CREATE INDEX council_members_decided_by ON council_members (decision_body_id);
CREATE INDEX council_members_decision ON council_members (decision_id);

-- Letters that were asked for, so that none goes out twice.
CREATE TABLE council_reminders (
    id         TEXT PRIMARY KEY,
    letter_id  TEXT NOT NULL,
    seat_id    TEXT NOT NULL REFERENCES council_seats (id) ON DELETE CASCADE,
    occasion   TEXT NOT NULL,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (seat_id, occasion, user_id)
);
CREATE INDEX council_reminders_letter ON council_reminders (letter_id);
CREATE INDEX council_reminders_user ON council_reminders (user_id);
CREATE INDEX council_reminders_created ON council_reminders (created_at);
