package responses

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/activities"
	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// What traces and tombstones call the things of this room.
const (
	objectType      = "response"
	commentType     = "responseComment"
	useType         = "responseUse"
	descriptionType = "unitDescription"
)

// Service is the use cases of units' answers.
type Service struct {
	db         *database.DB
	clock      *day.Clock
	activities *activities.Service
	publisher  string
}

// New makes the service. publisher is whose answers they are, as papers name it.
func New(db *database.DB, clock *day.Clock, a *activities.Service, publisher string) *Service {
	return &Service{db, clock, a, publisher}
}

// open tells whether a round takes answers today.
func (s *Service) open(survey surveys.Survey) bool {
	return takesAnswers(survey, s.clock.Today()) == nil
}

// Filter narrows a list; zero values do not.
type Filter struct {
	SurveyID      string
	State         State
	Unit          string
	Offset, Limit int
}

// Seen is a response with what its reader sees beside it.
type Seen struct {
	Response
	Survey   surveys.Survey
	Unit     boards.Body // its names
	Answered int         // questions that it says something to
	reach    reach
}

// Whole is a response with all that is in it.
type Whole struct {
	Seen
	Answers  []Answer
	Comments []Comment
	Writers  []Writer
	Names    map[string]string // of the persons that may be named, by id
	Asked    []string
	Missing  []string
	Stray    []string // answered, and not asked any more
	Hash     string   // of what stands there now
}

// reachOf reads how far somebody reaches among these responses, and among units
// without one.
func reachOf(tx *gorm.DB, user auth.User, units []string, rows ...Response) (reach, error) {
	r := reach{user: user}
	bodies := within(user)
	direct := true
	for _, unit := range units {
		direct = direct && len(bodies) == 1 && bodies[0] == unit
	}
	if len(bodies) > 0 && !direct {
		tree, err := boards.LoadTree(tx, bodies...)
		if err != nil {
			return r, err
		}
		r.tree = tree
	}
	if user.May(auth.WriteResponses) || len(rows) == 0 || user.Machine() {
		return r, nil
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	var err error
	r.lets, err = letIn(tx, user.ID, ids)
	return r, err
}

// List gives a page of a round's responses, and how many the reader reads in all: all
// for the coordinator, those of their own tree for others.
//
// Errors: problem.Unauthenticated, NotFound, Gone.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (page []Seen, total int, err error) {
	if err := signedIn(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		survey, err := surveys.FindVisible(tx, user, f.SurveyID)
		if err != nil {
			return err
		}
		units, err := readableUnits(tx, user)
		if err != nil {
			return err
		}
		rows, n, err := list(tx, f, user.ID, units)
		if err != nil {
			return err
		}
		total = n
		page, err = seen(tx, user, survey, rows...)
		return err
	})
	return page, total, err
}

// readableUnits are the units whose responses somebody reads by a role; nil for all.
func readableUnits(tx *gorm.DB, user auth.User) ([]string, error) {
	if user.May(auth.ReadResponses) {
		return nil, nil
	}
	units := []string{}
	bodies := user.Within(auth.ReadResponses)
	if len(bodies) == 0 {
		return units, nil
	}
	tree, err := boards.LoadTree(tx, bodies...)
	for _, b := range bodies {
		units = append(units, tree.Under(b)...)
	}
	return units, err
}

// seen adds to responses what their reader sees beside them, in a fixed number of
// questions to the database.
func seen(tx *gorm.DB, user auth.User, survey surveys.Survey, rows ...Response) ([]Seen, error) {
	ids, units := make([]string, len(rows)), make([]string, len(rows))
	for i, r := range rows {
		ids[i], units[i] = r.ID, r.UnitID
	}
	reach, err := reachOf(tx, user, units, rows...)
	if err != nil {
		return nil, err
	}
	named, err := boards.Named(tx, units...)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]boards.Body, len(named))
	for _, b := range named {
		byID[b.ID] = b
	}
	answered, err := progressOf(tx, ids)
	out := make([]Seen, len(rows))
	for i, r := range rows {
		out[i] = Seen{r, survey, byID[r.UnitID], answered[r.ID], reach}
	}
	return out, err
}

// visible gives a response to those who read it.
func visible(tx *gorm.DB, user auth.User, surveyID, responseID string) (Seen, error) {
	if err := signedIn(user); err != nil {
		return Seen{}, err
	}
	survey, err := surveys.FindVisible(tx, user, surveyID)
	if err != nil {
		return Seen{}, err
	}
	r, err := find(tx, surveyID, responseID)
	if err != nil {
		return Seen{}, err
	}
	reach, err := reachOf(tx, user, []string{r.UnitID}, r)
	if err == nil && !reach.reads(r) {
		err = notYours()
	}
	return Seen{Response: r, Survey: survey, reach: reach}, err
}

// Get gives a response with all that is in it.
//
// Errors: problem.Unauthenticated, Forbidden, NotFound, Gone.
func (s *Service) Get(ctx context.Context, user auth.User, surveyID, responseID string) (w Whole, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		w, err = whole(tx, user, surveyID, responseID)
		return err
	})
	return w, err
}

func whole(tx *gorm.DB, user auth.User, surveyID, responseID string) (w Whole, err error) {
	if w.Seen, err = visible(tx, user, surveyID, responseID); err != nil {
		return w, err
	}
	named, err := boards.Named(tx, w.UnitID)
	if err != nil {
		return w, err
	}
	for _, b := range named {
		w.Unit = b
	}
	questions, err := surveys.QuestionsOf(tx, surveyID)
	if err != nil {
		return w, err
	}
	if w.Answers, err = answersOf(tx, responseID); err != nil {
		return w, err
	}
	if w.Comments, _, err = commentsOf(tx, responseID, "", 0, maxComments); err != nil {
		return w, err
	}
	if w.Writers, err = writersOf(tx, responseID); err != nil {
		return w, err
	}
	given := values(w.Answers)
	w.Answered = len(given)
	w.Missing, w.Stray = lacking(questions, given)
	w.Asked = []string{}
	asked := surveys.Asked(questions, given)
	for _, q := range questions {
		if asked[q.Key] {
			w.Asked = append(w.Asked, q.Key)
		}
	}
	if w.Hash, err = w.hash(w.Answers); err != nil {
		return w, err
	}
	w.Names, err = names(tx, w)
	return w, err
}

// names are what the persons in a response are called, as far as colleagues may know.
func names(tx *gorm.DB, w Whole) (map[string]string, error) {
	people := []string{w.StartedBy, w.SignedBy}
	for _, a := range w.Answers {
		people = append(people, a.WriterID)
	}
	for _, c := range w.Comments {
		people = append(people, c.WriterID)
	}
	for _, one := range w.Writers {
		people = append(people, one.UserID)
	}
	known, err := accounts.KnownOf(tx, people...)
	out := make(map[string]string, len(known))
	for userID, k := range known {
		out[userID] = k.Colleagues.Name
	}
	return out, err
}

// MayStart answers 401, 403, 404 or 410 before anyone looks at what is sent.
func (s *Service) MayStart(ctx context.Context, user auth.User, surveyID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := surveys.FindVisible(tx, user, surveyID); err != nil {
			return err
		}
		if !user.May(auth.WriteResponses) && len(user.Within(auth.WriteResponses)) == 0 {
			return notYours()
		}
		return nil
	})
}

// Start begins a unit's response.
//
// Errors: problem.NotFound, Gone, Forbidden, Invalid, Conflict (staffRound, notOpen, closed, exists).
func (s *Service) Start(ctx context.Context, user auth.User, surveyID, unitID string) (w Whole, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		survey, err := surveys.FindVisible(tx, user, surveyID)
		if err != nil {
			return err
		}
		if err := s.checkUnit(tx, user, unitID); err != nil {
			return err
		}
		if err := takesAnswers(survey, s.clock.Today()); err != nil {
			return err
		}
		now := s.clock.Now()
		r := Response{ID: id.New(), SurveyID: surveyID, UnitID: unitID, State: Draft, StartedBy: user.ID, Version: 1, CreatedAt: now, UpdatedAt: now}
		made, err := insert(tx, &r)
		if err != nil {
			return err
		}
		if !made {
			return exists(tx, surveyID, unitID)
		}
		if err := s.trace(tx, user, "create", r, nil, map[string]any{"surveyId": surveyID, "unitId": unitID}); err != nil {
			return err
		}
		w, err = whole(tx, user, surveyID, r.ID)
		return err
	})
	return w, err
}

// exists says where the unit's response is.
func exists(tx *gorm.DB, surveyID, unitID string) error {
	found, err := ofUnit(tx, surveyID, unitID)
	if err != nil {
		return err
	}
	where := ""
	for _, r := range found {
		where = path(surveyID, r.ID)
	}
	return problem.Conflict("exists", "This unit has an answer in this round already; write in that one.",
		problem.Field{Name: "unitId", Code: "exists", Detail: where})
}

func path(surveyID, responseID string) string {
	return "/surveys/" + surveyID + "/responses/" + responseID
}

// checkUnit refuses a body that does not answer, or that the user does not write for.
func (s *Service) checkUnit(tx *gorm.DB, user auth.User, unitID string) error {
	if err := boards.Exists(tx, "unitId", unitID); err != nil {
		return err
	}
	unit, err := boards.Find(tx, unitID)
	if err != nil {
		return err
	}
	reach, err := reachOf(tx, user, []string{unitID})
	switch {
	case err != nil:
		return err
	case !answering(unit, s.clock.Today()):
		return problem.Invalid(problem.Field{Name: "unitId", Code: "notAllowed", Detail: "Only bodies of the municipality that are in force answer."})
	case !reach.letsIn(unitID):
		return problem.Invalid(problem.Field{Name: "unitId", Code: "notAllowed", Detail: "Name your own unit, or one that lies under your own body."})
	}
	return nil
}

func (s *Service) trace(tx *gorm.DB, user auth.User, action string, r Response, before, after any) error {
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: objectType,
		ObjectID: r.ID, Version: r.Version, Before: before, After: after})
}
