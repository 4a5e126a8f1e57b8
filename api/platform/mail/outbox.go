package mail

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/erasure"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Kept is a letter in the outbox.
type Kept struct {
	ID        string
	Kind      string
	Sender    string
	Recipient string
	Subject   string
	Body      string
	Calendar  string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

// TableName is the outbox.
func (Kept) TableName() string { return "outbox_messages" }

func (m *Mailer) keep(ctx context.Context, kind string, message Message) error {
	return m.db.Tx(ctx, func(tx *gorm.DB) error {
		return tx.Create(&Kept{ID: id.New(), Kind: kind, Sender: outboxSender, Recipient: message.To,
			Subject: message.Subject, Body: message.Text, Calendar: message.Calendar, CreatedAt: m.clock.Now()}).Error
	})
}

// errNoOutbox hides the outbox where letters are sent.
func (m *Mailer) errNoOutbox() error {
	if m.outbox {
		return nil
	}
	return problem.NotFound("resource")
}

// Letters gives the letters kept, newest first, and how many there are.
//
// Errors: problem.NotFound where letters are sent and not kept.
func (m *Mailer) Letters(ctx context.Context, offset, limit int) (letters []Kept, total int, err error) {
	if err := m.errNoOutbox(); err != nil {
		return nil, 0, err
	}
	err = m.db.Read(ctx, func(tx *gorm.DB) error {
		var n int64
		if err := tx.Model(&Kept{}).Count(&n).Error; err != nil {
			return err
		}
		total = int(n)
		return tx.Order("created_at DESC, id DESC").Offset(offset).Limit(limit).Find(&letters).Error
	})
	return letters, total, err
}

// Letter gives one letter kept.
//
// Errors: problem.NotFound.
func (m *Mailer) Letter(ctx context.Context, letterID string) (letter Kept, err error) {
	if err := m.errNoOutbox(); err != nil {
		return letter, err
	}
	if id.Invalid(letterID) {
		return letter, problem.NotFound("outboxMessage")
	}
	err = m.db.Read(ctx, func(tx *gorm.DB) error { return tx.Where("id = ?", letterID).Take(&letter).Error })
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = problem.NotFound("outboxMessage")
	}
	return letter, err
}

// Retention is how long letters are kept where they are kept.
func Retention() []erasure.Rule {
	return []erasure.Rule{erasure.Rule{
		Key: "outbox", Sv: "Brev i provmiljöns utkorg", En: "Letters in the trial's outbox",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 30, Min: 1, Max: 365,
	}.Deletes("outbox_messages", "id", "created_at < @before")}
}
