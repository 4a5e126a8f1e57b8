package audit

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

// sealRow is one link of the chain. Leaves are, for each event in the order of
// ids, the id (16 bytes) and the hash of the row (32 bytes).
type sealRow struct {
	Number   int64
	At       time.Time
	Events   int
	FirstID  string
	LastID   string
	Leaves   []byte
	Previous string
	Hash     string
}

func (sealRow) TableName() string { return "audit_seals" }

// mostInSeal bounds a seal, and with it the memory of who makes or verifies one.
const mostInSeal = 1000

const leafBytes = 16 + sha256.Size

// Sealed is what a seal tells the world: whoever keeps it elsewhere can prove that
// nothing up to it was cut off.
type Sealed struct {
	Number int64
	Hash   string
	Events int
}

// Seal seals what is not sealed yet, in order of ids, in one or more links. What it
// reads and hashes it does outside the transaction that writes, which is short; those
// who leave traces never wait for it. Several may do it at once: the number of a seal
// is taken by one of them, and the others find nothing left to do. Each seal is logged,
// so that there is a copy outside the database.
func Seal(ctx context.Context, db *database.DB, clock *day.Clock, log *slog.Logger) error {
	for {
		sealed, more, err := sealOnce(ctx, db, clock)
		if err != nil {
			return err
		}
		if sealed.Events > 0 {
			log.Info("traces sealed", "number", sealed.Number, "hash", sealed.Hash, "events", sealed.Events)
		}
		if !more {
			return nil
		}
	}
}

func sealOnce(ctx context.Context, db *database.DB, clock *day.Clock) (out Sealed, more bool, err error) {
	var events []Event
	var last []sealRow
	err = db.Read(ctx, func(tx *gorm.DB) error {
		if err := tx.Where("seal IS NULL").Order("id").Limit(mostInSeal).Find(&events).Error; err != nil || len(events) == 0 {
			return err
		}
		return tx.Select("number", "hash").Order("number DESC").Limit(1).Find(&last).Error
	})
	if err != nil || len(events) == 0 {
		return Sealed{}, false, err
	}
	row := sealRow{Number: 1, At: clock.Now(), Events: len(events), FirstID: events[0].ID, LastID: events[len(events)-1].ID}
	if len(last) > 0 {
		row.Number, row.Previous = last[0].Number+1, last[0].Hash
	}
	ids := make([]string, len(events))
	var old []Event // from before sealing: they get their salts and hashes now
	for i := range events {
		e := &events[i]
		ids[i] = e.ID
		if e.Hashes == "" {
			if err := e.salted(); err != nil {
				return Sealed{}, false, err
			}
			old = append(old, *e)
		}
		leaf, err := e.leaf()
		if err != nil {
			return Sealed{}, false, err
		}
		row.Leaves = append(row.Leaves, leaf...)
	}
	row.Hash = row.hash()
	err = db.Tx(ctx, func(tx *gorm.DB) error {
		var later int
		if err := tx.Raw("SELECT count(*) FROM audit_seals WHERE number >= ?", row.Number).Scan(&later).Error; err != nil {
			return err
		}
		if later > 0 {
			return errSealedMeanwhile
		}
		if err := tx.Create(&row).Error; err != nil { // the number may be taken in this moment: then it waits, and fails
			return err
		}
		for _, e := range old {
			err := tx.Model(&Event{}).Where("id = ? AND hashes = ''", e.ID).Updates(map[string]any{"changes": e.Changes, "hashes": e.Hashes}).Error
			if err != nil {
				return err
			}
		}
		res := tx.Model(&Event{}).Where("id IN ? AND seal IS NULL", ids).Update("seal", row.Number)
		if res.Error == nil && int(res.RowsAffected) != len(ids) {
			return errSealedMeanwhile
		}
		return res.Error
	})
	if taken(err) {
		return Sealed{}, false, nil // another replica did it
	}
	if err != nil {
		return Sealed{}, false, fmt.Errorf("audit: seal %d: %w", row.Number, err)
	}
	return Sealed{row.Number, row.Hash, row.Events}, len(events) == mostInSeal, nil
}

var errSealedMeanwhile = errors.New("audit: another replica sealed these")

func taken(err error) bool {
	return errors.Is(err, errSealedMeanwhile) || errors.Is(err, gorm.ErrDuplicatedKey)
}

// salted gives a row from before sealing what the others were born with.
func (e *Event) salted() error {
	values, err := e.values()
	if err != nil {
		return err
	}
	changes := make([]FieldChange, 0, len(values))
	for field, v := range values {
		changes = append(changes, FieldChange{Field: field, Before: compact(v.Before), After: compact(v.After)})
	}
	e.Changes, e.Hashes, err = seal(changes)
	return err
}

// compact is the form in which values are stored; the migration may have put spaces in.
func compact(raw json.RawMessage) json.RawMessage {
	if len(raw) == 0 {
		return nil
	}
	text, err := json.Marshal(raw)
	if err != nil {
		return bytes.TrimSpace(raw)
	}
	return text
}

// leaf is what a seal holds of the event: its id and the hash of all that must not
// change. The values are in it by their hashes, so that they can be erased.
func (e Event) leaf() ([]byte, error) {
	raw, err := uuid.Parse(e.ID)
	if err != nil {
		return nil, fmt.Errorf("audit: event %s: %w", e.ID, err)
	}
	h := sha256.New()
	for _, part := range []string{"envagin trace 1", e.ID, e.At.UTC().Format("2006-01-02T15:04:05.000000Z"), e.UserID, e.Role, e.Action,
		e.ObjectType, e.ObjectID, strconv.Itoa(e.Version), e.AboutType, e.AboutID, strconv.FormatBool(e.Restricted), e.RequestID, e.Hashes} {
		put(h, []byte(part))
	}
	return h.Sum(raw[:]), nil
}

// hash covers all of the seal, and through previous all seals before it.
func (s sealRow) hash() string {
	h := sha256.New()
	for _, part := range []string{"envagin seal 1", strconv.FormatInt(s.Number, 10), s.At.UTC().Format("2006-01-02T15:04:05.000000Z"),
		strconv.Itoa(s.Events), s.FirstID, s.LastID, s.Previous} {
		put(h, []byte(part))
	}
	put(h, s.Leaves)
	return hex.EncodeToString(h.Sum(nil))
}
