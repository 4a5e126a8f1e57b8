package audit

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"envagin/api/platform/database"
)

// Fault is one thing that is not as it was sealed.
type Fault struct {
	Seal int64  // 0 for what no seal knows
	ID   string // of the event; "" when it is the seal itself
	What string
}

func (f Fault) String() string {
	switch {
	case f.ID == "":
		return fmt.Sprintf("seal %d: %s", f.Seal, f.What)
	case f.Seal == 0:
		return fmt.Sprintf("event %s: %s", f.ID, f.What)
	default:
		return fmt.Sprintf("event %s (seal %d): %s", f.ID, f.Seal, f.What)
	}
}

// Verdict is what Verify counted. The faults it told one by one.
type Verdict struct {
	Seals, Events, Unsealed, Erased, Faults int
	// Last is the newest seal: what to keep elsewhere for the next time.
	Last Sealed
}

// Expected is a seal as somebody kept it elsewhere.
type Expected struct {
	Number int64
	Hash   string
}

// ParseExpected reads NUMBER:HASH.
func ParseExpected(text string) (Expected, error) {
	number, hash, _ := strings.Cut(text, ":")
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 1 || len(hash) != 2*sha256.Size {
		return Expected{}, errors.New("a seal is given as NUMBER:HASH, as the log has it")
	}
	return Expected{n, strings.ToLower(hash)}, nil
}

// verifier goes through all of it, one seal at a time: its memory is that of a seal.
type verifier struct {
	db       *database.DB
	expected []Expected
	fault    func(Fault)
	unsealed func(id string)
	out      Verdict
}

// Verify compares every trace with its seal, and the seals with each other, and tells
// of each fault and of each trace that is not sealed yet. It only reads, and may be
// used beside a running server: what is sealed while it works is left for the next time.
func Verify(ctx context.Context, db *database.DB, expected []Expected, fault func(Fault), unsealed func(id string)) (Verdict, error) {
	v := &verifier{db: db, expected: expected, unsealed: unsealed}
	v.fault = func(f Fault) { v.out.Faults++; fault(f) }
	// What no seal covers is read first: what is sealed meanwhile comes under a seal
	// that is newer than those which are looked at.
	var newest int64
	err := db.Read(ctx, func(tx *gorm.DB) error {
		if err := tx.Raw("SELECT COALESCE(max(number), 0) FROM audit_seals").Scan(&newest).Error; err != nil {
			return err
		}
		return v.loose(tx, newest)
	})
	if err != nil {
		return v.out, err
	}
	previous := sealRow{}
	for {
		next, err := v.seal(ctx, previous, newest)
		if err != nil {
			return v.out, err
		}
		if next == nil {
			break
		}
		previous = *next
	}
	for _, e := range expected {
		if e.Number > previous.Number {
			v.fault(Fault{Seal: e.Number, What: "is expected and not there: the newest seals are gone, with their traces"})
		}
	}
	v.out.Last = Sealed{previous.Number, previous.Hash, previous.Events}
	return v.out, nil
}

// loose goes through the traces that no seal covers, and those of a seal that is not there.
func (v *verifier) loose(tx *gorm.DB, newest int64) error {
	after := ""
	for {
		var events []Event
		if err := tx.Where("seal IS NULL AND id > ?", after).Order("id").Limit(mostInSeal).Find(&events).Error; err != nil {
			return err
		}
		for _, e := range events {
			after = e.ID
			v.out.Unsealed++
			v.unsealed(e.ID)
			v.values(e)
		}
		if len(events) < mostInSeal {
			break
		}
	}
	var lost []Event
	err := tx.Select("id", "seal").Where("seal > ? OR seal < 1", newest).Order("id").Limit(mostInSeal).Find(&lost).Error
	for _, e := range lost {
		v.fault(Fault{Seal: *e.Seal, ID: e.ID, What: "belongs to a seal that is not there"})
	}
	return err
}

// seal compares the seal after previous; nil when there is none.
func (v *verifier) seal(ctx context.Context, previous sealRow, newest int64) (*sealRow, error) {
	var seals []sealRow
	var events []Event
	err := v.db.Read(ctx, func(tx *gorm.DB) error {
		err := tx.Where("number > ? AND number <= ?", previous.Number, newest).Order("number").Limit(1).Find(&seals).Error
		if err != nil || len(seals) == 0 {
			return err
		}
		// One more than a seal can hold tells that there are too many.
		return tx.Where("seal = ?", seals[0].Number).Order("id").Limit(2 * mostInSeal).Find(&events).Error
	})
	if err != nil || len(seals) == 0 {
		return nil, err
	}
	s := seals[0]
	v.out.Seals++
	if s.Number != previous.Number+1 {
		v.fault(Fault{Seal: previous.Number + 1, What: "is missing"})
	}
	if s.Previous != previous.Hash {
		v.fault(Fault{Seal: s.Number, What: "does not follow on the seal before it: one of the two was changed, or one between them taken away"})
	}
	if s.Hash != s.hash() || len(s.Leaves) != s.Events*leafBytes {
		v.fault(Fault{Seal: s.Number, What: "was changed"})
	}
	for _, e := range v.expected {
		if e.Number == s.Number && e.Hash != s.Hash {
			v.fault(Fault{Seal: s.Number, What: "has another hash than the one expected"})
		}
	}
	return &s, v.events(s, events)
}

// events compares the traces of a seal with what the seal knows of them.
func (v *verifier) events(s sealRow, events []Event) error {
	sealed := map[string][]byte{}
	var order []string
	for rest := s.Leaves; len(rest) >= leafBytes; rest = rest[leafBytes:] {
		raw, err := uuid.FromBytes(rest[:16])
		if err != nil {
			return fmt.Errorf("audit: seal %d: %w", s.Number, err)
		}
		id := raw.String()
		sealed[id] = rest[:leafBytes]
		order = append(order, id)
	}
	for _, e := range events {
		v.out.Events++
		want, ok := sealed[e.ID]
		if !ok {
			v.fault(Fault{Seal: s.Number, ID: e.ID, What: "was put in after the sealing"})
			continue
		}
		delete(sealed, e.ID)
		if got, err := e.leaf(); err != nil || !bytes.Equal(got, want) {
			v.fault(Fault{Seal: s.Number, ID: e.ID, What: "was changed"})
			continue
		}
		v.values(e)
	}
	for _, id := range order {
		if _, missing := sealed[id]; missing {
			v.fault(Fault{Seal: s.Number, ID: id, What: "is missing"})
		}
	}
	return nil
}

// values compares what is kept of the event with its hashes. What is erased proves
// nothing and is no fault.
func (v *verifier) values(e Event) {
	if e.Hashes == "" {
		return // from before sealing, and not sealed yet
	}
	values, err := e.values()
	hashes, err2 := e.proofs()
	if err != nil || err2 != nil {
		v.fault(Fault{Seal: sealOf(e), ID: e.ID, What: "cannot be read"})
		return
	}
	for field, value := range values {
		if hashes[field] != value.proof(field) {
			v.fault(Fault{Seal: sealOf(e), ID: e.ID, What: "the value of " + field + " was changed"})
		}
	}
	v.out.Erased += len(hashes) - len(values)
}

func sealOf(e Event) int64 {
	if e.Seal == nil {
		return 0
	}
	return *e.Seal
}
