package integrations

import (
	"context"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/mail"
)

// letterKind is the letter about a key that is about to end; its id is the key's.
const letterKind = "apiKeyEnds"

// remindAtOnce bounds the letters of one round; the next round takes the rest.
const remindAtOnce = 500

// remindLimit is the time that a round may take.
const remindLimit = 30 * time.Second

// Remind asks for the letters that are due today. It may run as often as one
// likes, on several replicas at once: each letter is asked for once.
func (s *Service) Remind(ctx context.Context) error {
	if s.mail.Ready() != nil { // and none is asked for, so that they go out once there is a server
		return nil
	}
	return s.db.Tx(database.WithLimit(ctx, remindLimit), func(tx *gorm.DB) error {
		today := s.clock.Today()
		keys, err := ending(tx, today, today.AddDays(reminders[0]), remindAtOnce)
		if err != nil || len(keys) == 0 {
			return err
		}
		ids := make([]string, len(keys))
		for i, k := range keys {
			ids[i] = k.ID
		}
		asked, err := remembered(tx, ids)
		if err != nil {
			return err
		}
		for _, k := range keys {
			days := k.dueReminder(today)
			if days == 0 || asked[reminder{KeyID: k.ID, Days: days}] {
				continue
			}
			first, err := claim(tx, reminder{k.ID, days, s.clock.Now()})
			if err != nil {
				return err
			}
			if first {
				if err := s.mail.Queue(tx, letterKind, k.ID); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// letter makes the letter about a key, as things stand when it is sent.
func (s *Service) letter(ctx context.Context, keyID string) (mail.Message, error) {
	var h holder
	err := s.db.Read(ctx, func(tx *gorm.DB) (err error) {
		h, err = findHolder(tx, "id", keyID)
		return err
	})
	if err != nil {
		return mail.Message{}, err
	}
	if h.Key.ID == "" || h.Key.StateOn(s.clock.Today()) != Living || !h.Client.Active {
		return mail.Message{}, mail.ErrNothing
	}
	subject, text := h.letter(s.clock.Today(), s.baseURL)
	return mail.Message{To: h.Client.Email, Subject: subject, Text: text}, nil
}
