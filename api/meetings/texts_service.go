package meetings

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// ItemText gives what the minutes say under an item, and the item's meeting.
//
// Errors: problem.NotFound, Gone.
func (s *Service) ItemText(ctx context.Context, user auth.User, meetingID, itemID string) (Text, error) {
	found, err := s.Item(ctx, user, meetingID, itemID)
	if err != nil {
		return Text{}, err
	}
	if found.Item.withheldFrom(user) || !found.Meeting.minutesSeenBy(user) {
		return Text{}, problem.NotFound(textType)
	}
	return found.Text, nil
}

// MayWrite answers 404, 410 or 403 before anyone looks at what is to be written under an item.
func (s *Service) MayWrite(ctx context.Context, user auth.User, meetingID, itemID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, meetingID); err != nil {
			return err
		}
		i, err := findItem(tx, meetingID, itemID)
		if err != nil {
			return err
		}
		return mayWriteIn(user, i)
	})
}

func mayWriteIn(user auth.User, i Item) error {
	if err := mayWrite(user); err != nil {
		return err
	}
	if i.withheldFrom(user) {
		return problem.Forbidden("Only those who read what is secret write under a secret item.")
	}
	return nil
}

// writableItem gives an item under which the user writes, and makes others who
// change the meeting wait.
func writableItem(tx *gorm.DB, user auth.User, meetingID, itemID string) (Meeting, Item, error) {
	m, err := writable(tx, user, meetingID)
	if err != nil {
		return m, Item{}, err
	}
	i, err := findItem(tx, meetingID, itemID)
	if err != nil {
		return m, i, err
	}
	return m, i, mayWriteIn(user, i)
}

// WriteText puts what the minutes say under an item, if nobody else wrote since
// version; who was late is told what stands there now. It leaves a trace once per
// sitting, since a page that saves as one types saves often.
//
// Errors: problem.NotFound, Gone, Forbidden, Invalid, Conflict (locked, cancelled), PreconditionFailed with the text.
func (s *Service) WriteText(ctx context.Context, user auth.User, meetingID, itemID string, version int, text string) (t Text, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, i, err := writableItem(tx, user, meetingID, itemID)
		if err != nil {
			return err
		}
		if t, err = findText(tx, itemID); err != nil {
			return err
		}
		next := t
		next.Text, next.WrittenBy, next.Version, next.UpdatedAt = text, string(user.First()), t.Version+1, s.clock.Now()
		if err := next.Check(); err != nil {
			return err
		}
		if err := m.writable(); err != nil {
			return err
		}
		if t.Version != version {
			return t.stale()
		}
		if t.Text == text {
			return nil
		}
		if written, err := updateText(tx, &next); err != nil || !written {
			return firstOf(err, t.stale())
		}
		t = next
		if err := s.contentChanged(tx, m); err != nil {
			return err
		}
		begins, err := beginsSitting(tx, Sitting{ObjectID: itemID, UserID: user.ID, What: writing, LastAt: s.clock.Now()})
		if err != nil {
			return err
		}
		if !begins {
			database.Touch(tx, Family, textType, itemID, false)
			return nil
		}
		return s.traceIn(tx, user, "write", textType, itemID, t.Version, i, nil, nil)
	})
	return t, err
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
