package mail

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/jobs"
)

// Message is a letter in plain text.
type Message struct {
	To      string
	Subject string
	Text    string
}

// Maker makes the letter that an id stands for at the moment it is sent. What
// it writes, such as the hash of a token, it writes in a transaction of its own.
type Maker func(ctx context.Context, id string) (Message, error)

// ErrNothing is a maker's answer when there is nothing to send any more.
var ErrNothing = errors.New("mail: nothing to send")

// Config says how mail leaves us.
type Config struct {
	// URL is smtp(s)://user:password@host:port; "" sends nothing.
	URL string
	// From is the sender's address.
	From string
	// Outbox keeps every letter in the database instead of sending it.
	Outbox bool
}

// Mailer makes and sends letters.
type Mailer struct {
	db     *database.DB
	clock  *day.Clock
	jobs   *jobs.Runner
	config Config
	log    *slog.Logger

	mu   sync.Mutex
	kept []Message
}

// New makes a mailer that knows no letters yet.
func New(db *database.DB, clock *day.Clock, runner *jobs.Runner, config Config, log *slog.Logger) (*Mailer, error) {
	return &Mailer{db: db, clock: clock, jobs: runner, config: config, log: log}, nil
}

// Register says how a kind of letter is made. Call it before Start.
func (m *Mailer) Register(kind string, maker Maker) {
	m.jobs.Register("mail."+kind, func(ctx context.Context, id string) error {
		message, err := maker(ctx, id)
		if errors.Is(err, ErrNothing) {
			return nil
		}
		if err != nil {
			return err
		}
		return m.send(ctx, message)
	})
}

// Queue sends a letter once tx is committed.
func (m *Mailer) Queue(tx *gorm.DB, kind, id string) error {
	if err := m.jobs.Enqueue(tx, "mail."+kind, id); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	return nil
}

func (m *Mailer) send(_ context.Context, message Message) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.kept = append(m.kept, message)
	return nil
}

// Outbox gives the letters kept, oldest first.
func (m *Mailer) Outbox(context.Context) ([]Message, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.kept), nil
}
