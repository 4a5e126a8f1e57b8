-- +goose Up

-- A letter may bring an entry for the reader's calendar.
ALTER TABLE outbox_messages ADD COLUMN calendar TEXT NOT NULL DEFAULT '';

-- What members want the council to take up.
CREATE TABLE council_topics (
    id          TEXT PRIMARY KEY,
    meeting_id  TEXT REFERENCES council_meetings (id) ON DELETE SET NULL,
    title       TEXT NOT NULL,
    why         TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    version     INTEGER NOT NULL,
    created_at  TIMESTAMP NOT NULL,
    updated_at  TIMESTAMP NOT NULL
);
CREATE INDEX council_topics_created ON council_topics (created_at, id);
CREATE INDEX council_topics_meeting ON council_topics (meeting_id);
CREATE INDEX council_topics_person ON council_topics (proposed_by);

-- What to read before an item: a link, or a file (whose owner it is).
CREATE TABLE agenda_papers (
    id         TEXT PRIMARY KEY,
    item_id    TEXT NOT NULL REFERENCES council_agenda_items (id) ON DELETE CASCADE,
    title      TEXT NOT NULL,
    url        TEXT NOT NULL,
    file_id    TEXT REFERENCES files (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX agenda_papers_item ON agenda_papers (item_id, id);
CREATE INDEX agenda_papers_file ON agenda_papers (file_id);

-- Each time that people were called to a meeting, told of a change, or told that it is off.
CREATE TABLE meeting_calls (
    id         TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id) ON DELETE CASCADE,
    sequence   INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (meeting_id, sequence)
);

-- Who is written to, and with what: REQUEST or CANCEL.
CREATE TABLE meeting_call_letters (
    id      TEXT PRIMARY KEY,
    call_id TEXT NOT NULL REFERENCES meeting_calls (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    method  TEXT NOT NULL,
    UNIQUE (call_id, user_id)
);
CREATE INDEX meeting_call_letters_person ON meeting_call_letters (user_id);

-- How many may come to an open meeting, and until when one signs up.
CREATE TABLE forum_places (
    meeting_id TEXT PRIMARY KEY REFERENCES council_meetings (id) ON DELETE CASCADE,
    places     INTEGER NOT NULL,
    closes_on  TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);

-- Who has signed up. Erased soon after the meeting.
CREATE TABLE forum_sign_ups (
    id         TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    email      TEXT NOT NULL,
    email_key  TEXT NOT NULL,
    seats      INTEGER NOT NULL,
    lang       TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (meeting_id, email_key)
);
CREATE INDEX forum_sign_ups_email ON forum_sign_ups (email_key);

-- Minutes that are or were being made into PDF.
CREATE TABLE meeting_pdfs (
    id         TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES council_meetings (id) ON DELETE CASCADE,
    part       TEXT NOT NULL,
    state      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX meeting_pdfs_meeting ON meeting_pdfs (meeting_id, created_at);
CREATE INDEX meeting_pdfs_created ON meeting_pdfs (created_at);
