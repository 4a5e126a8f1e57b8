package integrations

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Keys gives a page of a client's keys, and how many there are in all.
func (s *Service) Keys(ctx context.Context, user auth.User, clientID string, offset, limit int) (keys []Key, total int, err error) {
	if err := mayKeep(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := find(tx, clientID); err != nil {
			return err
		}
		keys, total, err = listKeys(tx, clientID, offset, limit)
		return err
	})
	return keys, total, err
}

// Key gives one key; 404 when the client has none such.
func (s *Service) Key(ctx context.Context, user auth.User, clientID, keyID string) (k Key, err error) {
	if err := mayKeep(user); err != nil {
		return Key{}, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := find(tx, clientID); err != nil {
			return err
		}
		k, err = findKey(tx, clientID, keyID)
		return err
	})
	return k, err
}

// CreateKey makes a key and gives its value, which is not kept.
func (s *Service) CreateKey(ctx context.Context, user auth.User, clientID string, in KeyInput) (k Key, value string, err error) {
	if err := mayKeep(user); err != nil {
		return Key{}, "", err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		client, err := lock(tx, clientID)
		if err != nil {
			return err
		}
		today, now := s.clock.Today(), s.clock.Now()
		k = Key{ID: id.New(), ClientID: clientID, Label: in.Label, ExpiresOn: in.ExpiresOn, Version: 1, CreatedAt: now, UpdatedAt: now}
		if err := k.Check(today); err != nil {
			return err
		}
		if !client.Active {
			return problem.Conflict("clientClosed", "The client is closed; open it with active: true before it gets a key.")
		}
		n, err := countLiving(tx, clientID, today)
		if err != nil {
			return err
		}
		if n >= maxLiving {
			return problem.Conflict("tooMany", "The client has five living keys; end one that is not needed.")
		}
		k.PublicID, value = newValue()
		k.Hash = hashOf(value)
		if err := insertKey(tx, &k); err != nil {
			return err
		}
		return s.traceKey(tx, user, "create", k, nil, k.input())
	})
	return k, value, err
}

// EndKey ends a key that lives, if it is as version says.
func (s *Service) EndKey(ctx context.Context, user auth.User, clientID, keyID string, version int) error {
	if err := mayKeep(user); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := lock(tx, clientID); err != nil {
			return err
		}
		k, err := findKey(tx, clientID, keyID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, keyType, k.ID, k.Version, version); err != nil {
			return err
		}
		if k.EndedAt != nil {
			return problem.Conflict("keyEnded", "Somebody has ended this key already.")
		}
		if err := endKey(tx, k, s.clock.Now()); err != nil {
			return err
		}
		k.Version++
		return s.traceKey(tx, user, "end", k, k.input(), nil)
	})
}

// traceKey keeps what was said of the key; its value and hash are in no trace.
func (s *Service) traceKey(tx *gorm.DB, user auth.User, action string, k Key, before, after any) error {
	database.Bump(tx, Family)
	s.forget(tx)
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: keyType, ObjectID: k.ID, Version: k.Version, Before: before, After: after})
}
