package integrations

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// What is remembered of keys that were let in, so that a client that reads a
// thousand activities asks the database once: for trust at most, and at most
// some thousands of keys.
const (
	trust     = 5 * time.Second
	knownSize = 1 << 20
)

func (h holder) size() int { return 400 }

// Verify tells which client a key belongs to, as auth.Verifier. Fresh asks the
// database; else what was known some seconds ago will do.
func (s *Service) Verify(ctx context.Context, value string, fresh bool) (auth.User, error) {
	publicID := publicIDOf(value)
	if publicID == "" {
		return auth.User{}, problem.Unauthenticated("keyMalformed", "This is not a whole key: it begins with evi_ and has 66 characters. Copy it anew.")
	}
	var h holder
	var err error
	if fresh {
		h, err = s.holder(ctx, publicID, value)
	} else {
		// The time is part of the name: what is older than trust is not found again.
		name := fmt.Sprintf("%d %d %s", s.changes.Load(), s.clock.Now().UnixNano()/int64(trust), hashOf(value))
		h, err = s.known.Do(ctx, name, func(ctx context.Context) (holder, error) { return s.holder(ctx, publicID, value) })
	}
	if err != nil {
		return auth.User{}, err
	}
	return h.Client.user(), nil
}

// holder looks a key up, in one query; the day's first use is noted in another.
func (s *Service) holder(ctx context.Context, publicID, value string) (h holder, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		h, err = findHolder(tx, "public_id", publicID)
		return err
	})
	if err != nil {
		return holder{}, err
	}
	today := s.clock.Today()
	// The comparison comes first: only who has the whole key hears how it stands.
	switch known := h.Key.is(value); {
	case !known, h.Key.StateOn(today) == Ended, !h.Client.Active:
		return holder{}, problem.Unauthenticated("keyInvalid", "This key is not valid; ask the municipality for a new one.")
	case h.Key.StateOn(today) == Expired:
		return holder{}, problem.Unauthenticated("keyExpired", "The key's last day was "+string(h.Key.ExpiresOn)+"; ask the municipality for a new one.")
	}
	if h.Key.LastUsedOn < today {
		s.noteUse(ctx, h.Key)
	}
	return h, nil
}

// patience is how long a request may wait to note that its key was used.
const patience = 300 * time.Millisecond

// noteUse keeps the day on which a key was last used. A note that fails is made
// by the next use: nobody is refused for it.
func (s *Service) noteUse(ctx context.Context, k Key) {
	_ = s.db.Tx(database.WithLimit(ctx, patience), func(tx *gorm.DB) error {
		first, err := usedOn(tx, k.ID, s.clock.Today())
		if first {
			database.Bump(tx, Family)
		}
		return err
	})
}

// forget lets nothing that was known before the commit be trusted after it, in
// this process.
func (s *Service) forget(tx *gorm.DB) {
	database.AfterCommit(tx, func() { s.changes.Add(1) })
}
