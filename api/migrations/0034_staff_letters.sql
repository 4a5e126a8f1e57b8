-- +goose Up

-- How letters to a group of employees went: how many, in which week, and never to whom.
CREATE TABLE staff_sendings (
    id        TEXT PRIMARY KEY,
    survey_id TEXT NOT NULL REFERENCES surveys (id),
    group_id  TEXT NOT NULL,
    kind      TEXT NOT NULL,
    on_week   TEXT NOT NULL,
    asked     INTEGER NOT NULL,
    sent      INTEGER NOT NULL,
    failed    INTEGER NOT NULL,
    unsure    INTEGER NOT NULL
);
CREATE INDEX staff_sendings_survey ON staff_sendings (survey_id, id);
CREATE INDEX staff_sendings_week ON staff_sendings (on_week, id);

-- Addresses that wait to be written to. A row goes before its letter is sent, and with it all that is known of whom
-- it was to. There is no code here: it is made when the letter is.
CREATE TABLE staff_letters (
    id         TEXT PRIMARY KEY,
    sending_id TEXT NOT NULL REFERENCES staff_sendings (id),
    address    TEXT NOT NULL,
    tries      INTEGER NOT NULL
);
CREATE INDEX staff_letters_sending ON staff_letters (sending_id);
