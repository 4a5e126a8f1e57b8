package meetings

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/activities"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/documents"
	"envagin/api/platform/id"
	"envagin/api/platform/jobs"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of what the public sees raises.
const Family = "council"

// What traces and tombstones call them.
const (
	seriesType  = "councilMeetingSeries"
	meetingType = "councilMeeting"
	itemType    = "agendaItem"
	outcomeType = "councilOutcome"
	textType    = "minutesText"
	noteType    = "councilMeetingNote"
)

// maxNotes bounds what one meeting's minutes are corrected by.
const maxNotes = 200

// Service is the use cases of the council's meetings.
type Service struct {
	db         *database.DB
	clock      *day.Clock
	mail       *mail.Mailer
	jobs       *jobs.Runner
	printer    *documents.Printer
	activities *activities.Service
	baseURL    string
	publisher  string

	// Accounts knows to whom a call is written. Set before letters are sent.
	Accounts *accounts.Service
}

// Config is what the room is told of where it runs.
type Config struct {
	BaseURL   string
	Publisher string // whose minutes they are: the municipality's name
	Chromium  string // what prints PDF documents; "" when there is none
}

// New makes the service, and says how its letters and papers are made.
func New(db *database.DB, clock *day.Clock, mailer *mail.Mailer, runner *jobs.Runner, a *activities.Service, c Config) *Service {
	s := &Service{db: db, clock: clock, mail: mailer, jobs: runner, printer: documents.NewPrinter(c.Chromium), activities: a,
		baseURL: c.BaseURL, publisher: c.Publisher}
	mailer.Register(callKind, s.callLetter)
	mailer.Register(receiptKind, s.receipt)
	runner.Register(pdfJob, s.print)
	return s
}

// Filter narrows the list of meetings; zero values do not.
type Filter struct {
	Kind   string
	Series string
	State  string
	Year   int
	From   day.Day
	To     day.Day
	Offset int
	Limit  int
}

// List gives a page of meetings, the latest first, and how many there are.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (page []Seen, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		rows, n, err := listMeetings(tx, f, !inside(user), user.May(auth.ReadSecretMinutes))
		total = n
		page = make([]Seen, len(rows))
		for i, r := range rows {
			page[i] = Seen{Meeting: r.Meeting, Counts: r.Meeting.counted(user, r.Counts)}
		}
		return err
	})
	return page, total, err
}

// Seen is a meeting with how much there is in it, as far as its reader sees that.
type Seen struct {
	Meeting
	Counts Counts
}

// counted keeps from those outside what they do not see yet.
func (m Meeting) counted(user auth.User, c Counts) Counts {
	if !m.agendaSeenBy(user) {
		c.Items = 0
	}
	if !m.minutesSeenBy(user) {
		c.Decisions, c.Tasks, c.OpenTasks = 0, 0, 0
	}
	return c
}

// visible gives a meeting to those for whom it exists, and 404 to others.
func visible(tx *gorm.DB, user auth.User, meetingID string) (Meeting, error) {
	m, err := findMeeting(tx, meetingID)
	if err == nil && !m.visibleTo(user) {
		return Meeting{}, problem.NotFound(meetingType)
	}
	return m, err
}

// keepable gives a meeting to those who keep meetings, and makes others who change it wait.
func keepable(tx *gorm.DB, user auth.User, meetingID string) (Meeting, error) {
	if _, err := visible(tx, user, meetingID); err != nil {
		return Meeting{}, err
	}
	if err := mayKeepMeetings(user); err != nil {
		return Meeting{}, err
	}
	return lockMeeting(tx, meetingID)
}

// MayKeep answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayKeep(ctx context.Context, user auth.User, meetingID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, meetingID); err != nil {
			return err
		}
		return mayKeepMeetings(user)
	})
}

// MayRead answers 404 or 410 to those for whom the meeting does not exist.
func (s *Service) MayRead(ctx context.Context, user auth.User, meetingID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := visible(tx, user, meetingID)
		return err
	})
}

// Create makes a meeting, with the items of its template and the tasks that are
// not done.
//
// Errors: problem.Forbidden, Invalid.
func (s *Service) Create(ctx context.Context, user auth.User, m Meeting) (out Full, err error) {
	if err := mayKeepMeetings(user); err != nil {
		return Full{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		now := s.clock.Now()
		m.ID, m.State, m.Version, m.CreatedAt, m.UpdatedAt = id.New(), Planned, 1, now, now
		m.settle()
		if err := checkMeeting(tx, m); err != nil {
			return err
		}
		if err := insertMeeting(tx, &m); err != nil {
			return err
		}
		if m.Template != NoTemplate {
			tasks, err := openTasks(tx, heirs(m.Kind), m.HeldOn, maxReturned)
			if err != nil {
				return err
			}
			if err := s.addItems(tx, m.ID, beginning(m.Template, tasks)); err != nil {
				return err
			}
		}
		if err := s.trace(tx, user, "create", m, nil, m.input()); err != nil {
			return err
		}
		out, err = s.full(tx, user, m)
		return err
	})
	return out, err
}

func checkMeeting(tx *gorm.DB, m Meeting) error {
	if err := m.Check(); err != nil || m.SeriesID == nil {
		return err
	}
	series, err := findSeries(tx, *m.SeriesID)
	if problem.Missing(err) {
		return problem.Invalid(problem.Field{Name: "seriesId", Code: "unknownReference", Detail: "There is no such series."})
	}
	if err == nil && series.Kind != m.Kind {
		return problem.Invalid(problem.Field{Name: "kind", Code: "notAllowed", Detail: "The series is of another kind."})
	}
	return err
}

// Replace puts new content on a meeting, if nobody else did since version.
//
// Errors: problem.NotFound, Gone, Forbidden, Conflict (locked, cancelled), Invalid, PreconditionFailed.
func (s *Service) Replace(ctx context.Context, user auth.User, meetingID string, version int, m Meeting) (Full, error) {
	return s.step(ctx, user, meetingID, version, "replace", keepable, func(tx *gorm.DB, old Meeting, now *Meeting) error {
		now.SeriesID, now.Kind, now.Title, now.StartsAt, now.EndsAt = m.SeriesID, m.Kind, m.Title, m.StartsAt, m.EndsAt
		now.Place, now.JoinURL, now.Notice, now.Template = m.Place, m.JoinURL, m.Notice, m.Template
		now.settle()
		var c problem.Checks
		if !old.State.coming() {
			c.If(now.HeldOn != old.HeldOn, "startsAt", "notAllowed", "The meeting has been opened: its day stands.")
			c.If(now.Kind != old.Kind, "kind", "notAllowed", "The meeting has been opened: its kind stands.")
		}
		if err := c.Err(); err != nil {
			return err
		}
		return s.changed(tx, old, *now)
	})
}

// Delete removes a meeting that nobody has been called to, and leaves a tombstone.
//
// Errors: those of Replace; problem.Conflict (inUse).
func (s *Service) Delete(ctx context.Context, user auth.User, meetingID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := keepable(tx, user, meetingID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, meetingType, old.ID, old.Version, version); err != nil {
			return err
		}
		if old.State != Planned {
			return problem.Conflict("inUse", "People have been called to this meeting; cancel it instead, so that it can still be read that it was to be.")
		}
		if err := removeMeeting(tx, old); err != nil {
			return err
		}
		old.Version++
		return s.trace(tx, user, "delete", old, old.input(), nil)
	})
}

// trace leaves who did what with a meeting, and raises the revision.
func (s *Service) trace(tx *gorm.DB, user auth.User, action string, m Meeting, before, after any) error {
	database.Touch(tx, Family, meetingType, m.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: meetingType, ObjectID: m.ID, Version: m.Version, Before: before, After: after})
}

// traceIn leaves who did what with something in a meeting. Of a secret item only
// those who search all traces see it.
func (s *Service) traceIn(tx *gorm.DB, user auth.User, action, objectType, objectID string, version int, i Item, before, after any) error {
	database.Touch(tx, Family, objectType, objectID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: objectType, ObjectID: objectID, Version: version,
		Before: before, After: after, About: &audit.Object{Type: meetingType, ID: i.MeetingID}, Restricted: i.IsSecret})
}
