package mail

import (
	"context"
	"errors"
	"log/slog"
	"net/mail"
	"slices"
	"strings"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/jobs"
	"envagin/api/platform/problem"
)

// Message is a letter in plain text.
type Message struct {
	// To is one bare address.
	To      string
	Subject string
	Text    string
	// Calendar is an entry for the reader's calendar, with the METHOD that it says
	// itself; "" is none.
	Calendar string
}

// calendarMethod is the METHOD of an iCalendar text (RFC 5546), or "".
func calendarMethod(calendar string) string {
	for line := range strings.Lines(calendar) {
		if method, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "METHOD:"); ok {
			return method
		}
	}
	return ""
}

// Maker makes the letter that an id stands for at the moment it is sent. What
// it writes, such as the hash of a token, it writes in a transaction of its own.
type Maker func(ctx context.Context, id string) (Message, error)

// ErrNothing is a maker's answer when there is nothing to send any more.
var ErrNothing = errors.New("mail: nothing to send")

// Config says how mail leaves us.
type Config struct {
	// URL is that of the server, see ParseServer; "" sends nothing.
	URL string
	// From is the sender, an address with or without a name.
	From string
	// Outbox keeps every letter in the database instead of sending it.
	Outbox bool
}

// Mailer makes and sends letters.
type Mailer struct {
	db     *database.DB
	clock  *day.Clock
	jobs   *jobs.Runner
	log    *slog.Logger
	server *Server // nil when there is none
	outbox bool
}

// outboxSender is who writes the letters that nobody sends.
const outboxSender = "En väg in <no-reply@demo.example>"

// New makes a mailer that knows no letters yet.
func New(db *database.DB, clock *day.Clock, runner *jobs.Runner, config Config, log *slog.Logger) (*Mailer, error) {
	m := &Mailer{db: db, clock: clock, jobs: runner, log: log, outbox: config.Outbox}
	if config.URL != "" {
		server, err := ParseServer(config.URL, config.From)
		if err != nil {
			return nil, err
		}
		m.server = &server
	}
	return m, nil
}

// Ready tells whether letters can be sent. A room asks before it promises one, and
// without looking at whom it is for, so that the answer tells nothing of who has
// an account.
func (m *Mailer) Ready() error {
	if m.outbox || m.server != nil {
		return nil
	}
	return problem.Conflict("mailNotConfigured", "This service has no mail server, so no letter can be sent. Whoever runs it sets ENVAGIN_SMTP_URL and ENVAGIN_MAIL_FROM.")
}

// Sender is the bare address that letters come from.
func (m *Mailer) Sender() string {
	if m.server != nil {
		return m.server.from.Address
	}
	return "no-reply@demo.example"
}

// Register says how a kind of letter is made. Call it before the jobs start.
func (m *Mailer) Register(kind string, maker Maker) {
	m.jobs.Register("mail."+kind, func(ctx context.Context, id string) error {
		message, err := maker(ctx, id)
		if errors.Is(err, ErrNothing) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := message.check(); err != nil {
			return err
		}
		if m.outbox {
			return m.keep(ctx, kind, message)
		}
		if m.server == nil {
			return &jobs.Failure{Reason: "there is no mail server"}
		}
		return m.server.send(ctx, message, m.clock.Now())
	})
}

// Queue sends a letter once tx is committed.
//
// Errors: that of Ready.
func (m *Mailer) Queue(tx *gorm.DB, kind, id string) error {
	if err := m.Ready(); err != nil {
		return err
	}
	return m.jobs.Enqueue(tx, "mail."+kind, id)
}

// maxSubject is as much as a reader of mail shows.
const maxSubject = 150

// check refuses a letter that would say something else to a mail server than it
// says here. The library refuses it too; this is where it is promised.
func (m Message) check() error {
	address, err := mail.ParseAddress(m.To)
	switch {
	case err != nil || address.Address != m.To || strings.ContainsAny(m.To, "\r\n\x00"):
		return &jobs.Failure{Reason: "the recipient is not one bare mail address", Final: true}
	case m.Subject == "" || len([]rune(m.Subject)) > maxSubject || strings.ContainsFunc(m.Subject, control):
		return &jobs.Failure{Reason: "the subject is not one short line", Final: true}
	case m.Text == "":
		return &jobs.Failure{Reason: "the letter is empty", Final: true}
	case m.Calendar != "" && !slices.Contains([]string{"REQUEST", "CANCEL", "PUBLISH"}, calendarMethod(m.Calendar)):
		return &jobs.Failure{Reason: "the calendar entry does not say what to do with it", Final: true}
	}
	return nil
}

func control(r rune) bool {
	return r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' || r == '\u0085'
}
