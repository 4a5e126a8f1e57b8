-- +goose Up

-- Questions to the competence centre, with their answers. Who asked, took it on and
-- answered are accounts; a person who is erased leaves the question without them.
CREATE TABLE council_questions (
    id               TEXT PRIMARY KEY,
    title            TEXT NOT NULL,
    question         TEXT NOT NULL,
    asked_by_body_id TEXT REFERENCES bodies (id),
    asked_by_id      TEXT REFERENCES users (id),
    area_ids         TEXT NOT NULL,
    meeting_id       TEXT REFERENCES council_meetings (id) ON DELETE SET NULL,
    needed_by        TEXT NOT NULL,
    lang             TEXT NOT NULL,
    state            TEXT NOT NULL,
    asked_on         TEXT NOT NULL,
    taken_by_id      TEXT REFERENCES users (id),
    taken_on         TEXT NOT NULL,
    answer           TEXT NOT NULL,
    answer_links     TEXT NOT NULL,
    answered_by_id   TEXT REFERENCES users (id),
    answered_on      TEXT NOT NULL,
    part             TEXT NOT NULL,
    published_on     TEXT NOT NULL,
    version          INTEGER NOT NULL,
    created_at       TIMESTAMP NOT NULL,
    updated_at       TIMESTAMP NOT NULL
);
CREATE INDEX council_questions_asked ON council_questions (asked_on, id);
CREATE INDEX council_questions_state ON council_questions (state, asked_on, id);
CREATE INDEX council_questions_part ON council_questions (part, asked_on, id);
CREATE INDEX council_questions_answered ON council_questions (answered_on, id);
CREATE INDEX council_questions_body ON council_questions (asked_by_body_id);
CREATE INDEX council_questions_person ON council_questions (asked_by_id);
CREATE INDEX council_questions_taken ON council_questions (taken_by_id);
CREATE INDEX council_questions_answerer ON council_questions (answered_by_id);
CREATE INDEX council_questions_meeting ON council_questions (meeting_id);

CREATE TABLE council_question_areas (
    question_id TEXT NOT NULL REFERENCES council_questions (id) ON DELETE CASCADE,
    area_id     TEXT NOT NULL REFERENCES violence_areas (id),
    PRIMARY KEY (question_id, area_id)
);
CREATE INDEX council_question_areas_area ON council_question_areas (area_id);

-- The stems of a question's words, made in the program so that both databases find
-- the same; weight tells a word of the title from one of the texts.
CREATE TABLE council_question_terms (
    question_id TEXT NOT NULL REFERENCES council_questions (id) ON DELETE CASCADE,
    term        TEXT NOT NULL,
    weight      INTEGER NOT NULL,
    PRIMARY KEY (question_id, term)
);
CREATE INDEX council_question_terms_term ON council_question_terms (term);
