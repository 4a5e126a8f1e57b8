package questions

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of a question raises.
const Family = "council"

// objectType is what traces and tombstones call a question.
const objectType = "councilQuestion"

// Service is the use cases of questions.
type Service struct {
	db      *database.DB
	clock   *day.Clock
	mail    *mail.Mailer
	baseURL string

	// Accounts finds whom letters go to; the program sets it where there are any.
	Accounts *accounts.Service
}

// New makes the service. Letters lead to pages under baseURL.
func New(db *database.DB, clock *day.Clock, mailer *mail.Mailer, baseURL string) *Service {
	s := &Service{db: db, clock: clock, mail: mailer, baseURL: baseURL}
	mailer.Register(askedKind, s.askedLetter)
	mailer.Register(answeredKind, s.answeredLetter)
	return s
}

// Filter narrows a list; zero values do not.
type Filter struct {
	State   State
	Area    string
	Asked   string // by which body, by id
	Waiting string // "true", "false" or "late"
	Mine    bool
	Offset  int
	Limit   int
}

// Read is a question with what its reader may know besides.
type Read struct {
	Question
	AskedBy, TakenBy string
	reader           reader
}

// List gives a page of questions, and how many match in all.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (page []Read, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		rows, n, err := list(tx, f, user, s.clock.Today())
		if err != nil {
			return err
		}
		total = n
		page, err = dressed(tx, user, rows)
		return err
	})
	return page, total, err
}

// Get gives one question; 404 when it does not exist for the user.
func (s *Service) Get(ctx context.Context, user auth.User, questionID string) (r Read, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		r, err = visible(tx, user, questionID)
		return err
	})
	return r, err
}

// visible gives a question to those for whom it exists, and 404 to others.
func visible(tx *gorm.DB, user auth.User, questionID string) (Read, error) {
	q, err := find(tx, questionID)
	if err != nil {
		return Read{}, err
	}
	if !levelOf(user).sees(q) {
		return Read{}, problem.NotFound(objectType)
	}
	return dress(tx, user, q)
}

func dress(tx *gorm.DB, user auth.User, q Question) (Read, error) {
	all, err := dressed(tx, user, []Question{q})
	if err != nil {
		return Read{}, err
	}
	return all[0], nil
}

// dressed adds to questions what their reader may know, in a fixed number of questions to the database.
func dressed(tx *gorm.DB, user auth.User, rows []Question) ([]Read, error) {
	out := make([]Read, len(rows))
	who, err := readerOf(tx, user)
	if err != nil {
		return nil, err
	}
	var known map[string]accounts.Known
	if who.level == all {
		var persons []string
		for _, q := range rows {
			persons = append(persons, deref(q.AskedByID), deref(q.TakenByID))
		}
		if known, err = accounts.KnownOf(tx, persons...); err != nil {
			return nil, err
		}
	}
	for i, q := range rows {
		out[i] = Read{q, known[deref(q.AskedByID)].Colleagues.Name, known[deref(q.TakenByID)].Colleagues.Name, who}
	}
	return out, nil
}

// MayEdit answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayEdit(ctx context.Context, user auth.User, questionID string) error {
	r, err := s.Get(ctx, user, questionID)
	if err == nil && !r.reader.edits(r.Question) {
		err = notYours()
	}
	return err
}

func notYours() error {
	return problem.Forbidden("Who asked changes a question until it is answered; the coordinator and experts do it always.")
}

// mayAsk refuses those who ask for no body at all.
func mayAsk(user auth.User) error {
	if !user.May(auth.AskQuestions) && len(user.Within(auth.AskQuestions)) == 0 {
		return problem.Forbidden("Only the council's people, managers, contact persons and officers ask the competence centre.")
	}
	return nil
}

// Ask asks a question, and tells the experts.
func (s *Service) Ask(ctx context.Context, user auth.User, q Question) (r Read, err error) {
	if err := mayAsk(user); err != nil {
		return Read{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		q.ID, q.Version, q.CreatedAt, q.UpdatedAt = id.New(), 1, s.clock.Now(), s.clock.Now()
		q.AskedOn, q.AskedByID = s.clock.Today(), &user.ID
		if err := s.check(tx, user, q, Question{}); err != nil {
			return err
		}
		if err := insert(tx, &q); err != nil {
			return err
		}
		if err := s.tellExperts(tx, user, q); err != nil {
			return err
		}
		if err := s.trace(tx, user, "create", q, nil, q.input()); err != nil {
			return err
		}
		r, err = dress(tx, user, q)
		return err
	})
	return r, err
}

// Replace puts new content on a question, if nobody else did since version.
func (s *Service) Replace(ctx context.Context, user auth.User, questionID string, version int, in Question) (Read, error) {
	return s.change(ctx, user, questionID, version, "replace", func(tx *gorm.DB, r Read, q *Question) error {
		if !r.reader.edits(*q) {
			return notYours()
		}
		old := *q
		q.Title, q.Text, q.AskedByBodyID, q.AreaIDs = in.Title, in.Text, in.AskedByBodyID, in.AreaIDs
		q.MeetingID, q.NeededBy, q.Lang = in.MeetingID, in.NeededBy, in.Lang
		return s.check(tx, user, *q, old)
	})
}

// Delete removes a question that is not published, and leaves a tombstone.
func (s *Service) Delete(ctx context.Context, user auth.User, questionID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		r, err := visible(tx, user, questionID)
		if err != nil {
			return err
		}
		if !r.reader.edits(r.Question) {
			return notYours()
		}
		if err := audit.Fresh(tx, objectType, r.ID, r.Version, version); err != nil {
			return err
		}
		if r.State == Published {
			return problem.Conflict("published", "Others read this question; take the publication back first.")
		}
		if err := remove(tx, r.Question); err != nil {
			return err
		}
		gone := r.Question
		gone.Version++
		return s.trace(tx, user, "delete", gone, r.input(), nil)
	})
}

// change carries out one of the verbs: it loads the question, lets set alter it,
// and saves it with a trace named by the verb.
func (s *Service) change(ctx context.Context, user auth.User, questionID string, version int, verb string,
	set func(tx *gorm.DB, r Read, q *Question) error) (out Read, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		r, err := visible(tx, user, questionID)
		if err != nil {
			return err
		}
		q := r.Question
		if err := set(tx, r, &q); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, q.ID, q.Version, version); err != nil {
			return err
		}
		q.Version, q.UpdatedAt = q.Version+1, s.clock.Now()
		if err := update(tx, &q); err != nil {
			return err
		}
		if err := s.trace(tx, user, verb, q, r.traced(), q.traced()); err != nil {
			return err
		}
		out, err = dress(tx, user, q)
		return err
	})
	return out, err
}

// traced is what the verbs alter, for the trace: everything but who.
func (q Question) traced() map[string]any {
	return map[string]any{"title": q.Title, "question": q.Text, "askedByBodyId": q.AskedByBodyID, "violenceAreaIds": q.AreaIDs,
		"meetingId": q.MeetingID, "neededBy": q.NeededBy, "lang": q.Lang, "takenOn": q.TakenOn, "answer": q.Answer,
		"links": q.AnswerLinks, "answeredOn": q.AnsweredOn, "part": q.Part, "publishedOn": q.PublishedOn}
}

// check holds the rules of a question and of what it points at. Whoever asks for a
// part of the organisation cannot ask for another.
func (s *Service) check(tx *gorm.DB, user auth.User, q, old Question) error {
	if err := q.Check(s.clock.Today(), old.NeededBy); err != nil {
		return err
	}
	if q.AskedByBodyID != nil {
		if err := boards.Exists(tx, "askedByBodyId", *q.AskedByBodyID); err != nil {
			return err
		}
	}
	if old.ID == "" || deref(q.AskedByBodyID) != deref(old.AskedByBodyID) {
		who, err := readerOf(tx, user)
		if err != nil {
			return err
		}
		if !who.asksFor(q.AskedByBodyID) {
			return problem.Invalid(problem.Field{Name: "askedByBodyId", Code: "notAllowed", Detail: "Name your own body, or one that lies under it."})
		}
	}
	return plans.AreasExist(tx, "violenceAreaIds", q.AreaIDs...)
}

func (s *Service) trace(tx *gorm.DB, user auth.User, action string, q Question, before, after any) error {
	database.Touch(tx, Family, objectType, q.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: objectType,
		ObjectID: q.ID, Version: q.Version, Before: before, After: after})
}
