package competences

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/auth"
)

// Format names the form of a file that holds a register.
const Format = "envagin-competences/1"

// register is a register as a file.
type register struct {
	Format      string   `json:"format"`
	Competences []packed `json:"competences"`
}

// packed is an entry in a file: as its Input, but things are named by key.
type packed struct {
	Content
	Body          string   `json:"body,omitempty"`
	ViolenceAreas []string `json:"violenceAreas,omitempty"`
	TargetGroups  []string `json:"targetGroups,omitempty"`
}

// Import makes the register say what a file says; entries that the file does not
// name stay as they are. It tells how many entries were read, and how many changed.
func (s *Service) Import(ctx context.Context, user auth.User, data []byte) (read, changed int, err error) {
	var r register
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		return 0, 0, fmt.Errorf("competences: reading the register: %w", err)
	}
	if r.Format != Format {
		return 0, 0, fmt.Errorf("competences: the format is %q and not %q", r.Format, Format)
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		changed = 0
		keys, err := readKeys(tx)
		if err != nil {
			return err
		}
		for _, p := range r.Competences {
			e, err := keys.entry(p)
			if err != nil {
				return err
			}
			did, err := s.put(tx, user, e)
			if err != nil {
				return fmt.Errorf("competences: the entry %s: %w", p.Key, err)
			}
			if did {
				changed++
			}
		}
		return nil
	})
	return len(r.Competences), changed, err
}

// put makes the entry, or lets the one with its key say the same.
func (s *Service) put(tx *gorm.DB, user auth.User, e Entry) (changed bool, err error) {
	old, err := byKey(tx, e.Key)
	switch {
	case err != nil:
		return false, err
	case len(old) == 0:
		_, _, err = s.Create(tx.Statement.Context, user, e)
	case reflect.DeepEqual(old[0].input(), e.input()):
		return false, nil
	default:
		_, _, err = s.Replace(tx.Statement.Context, user, old[0].ID, old[0].Version, e)
	}
	return true, err
}

// keys are the ids of what entries name by key.
type keys struct{ bodies, areas, groups map[string]string }

func readKeys(tx *gorm.DB) (k keys, err error) {
	if k.bodies, err = boards.AllKeys(tx); err != nil {
		return k, err
	}
	if k.areas, err = termKeys(tx, plans.Areas); err != nil {
		return k, err
	}
	k.groups, err = termKeys(tx, plans.Groups)
	return k, err
}

func termKeys(tx *gorm.DB, v plans.Vocabulary) (map[string]string, error) {
	terms, err := plans.TermsOf(tx, v)
	ids := make(map[string]string, len(terms))
	for _, t := range terms {
		ids[t.Key] = t.ID
	}
	return ids, err
}

func (k keys) entry(p packed) (Entry, error) {
	in := Input{Content: p.Content}
	if p.Body != "" {
		ids, err := found(p.Key, "body", k.bodies, p.Body)
		if err != nil {
			return Entry{}, err
		}
		in.BodyID = &ids[0]
	}
	var err error
	if in.ViolenceAreaIDs, err = found(p.Key, "violence area", k.areas, p.ViolenceAreas...); err != nil {
		return Entry{}, err
	}
	in.TargetGroupIDs, err = found(p.Key, "target group", k.groups, p.TargetGroups...)
	return in.entry(), err
}

func found(entry, what string, ids map[string]string, wanted ...string) ([]string, error) {
	out := make([]string, len(wanted))
	for i, key := range wanted {
		id, ok := ids[key]
		if !ok {
			return nil, fmt.Errorf("competences: the entry %s: there is no %s with the key %q", entry, what, key)
		}
		out[i] = id
	}
	return out, nil
}
