package audit

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash"
	"maps"
	"slices"
)

// FieldChange is one field before and after, as JSON.
type FieldChange struct {
	Field  string          `json:"field"`
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
	// Erased tells that there was a value and that it is forgotten.
	Erased bool `json:"erased,omitempty"`
}

// value is a field's change as it is stored, with the salt of its hash: without
// salt the hash of a short value would tell what it was.
type value struct {
	Salt   string          `json:"salt"`
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}

// noteField is where the reason stands among the values, so that it can be
// erased like them; no field of ours begins so.
const noteField = "#note"

func noteChange(note string) FieldChange {
	text, _ := json.Marshal(note) // a string always can
	return FieldChange{Field: noteField, After: text}
}

const saltBytes = 16

// seal gives the two columns: what was changed, and what proves it.
func seal(changes []FieldChange) (values, hashes string, err error) {
	if len(changes) == 0 {
		return "{}", "{}", nil
	}
	random := make([]byte, saltBytes*len(changes))
	_, _ = rand.Read(random) // never fails (crypto/rand)
	kept, proofs := make(map[string]value, len(changes)), make(map[string]string, len(changes))
	for i, c := range changes {
		v := value{base64.RawStdEncoding.EncodeToString(random[i*saltBytes : (i+1)*saltBytes]), c.Before, c.After}
		kept[c.Field], proofs[c.Field] = v, v.proof(c.Field)
	}
	a, err := json.Marshal(kept)
	if err != nil {
		return "", "", fmt.Errorf("audit: %w", err)
	}
	b, err := json.Marshal(proofs)
	if err != nil {
		return "", "", fmt.Errorf("audit: %w", err)
	}
	return string(a), string(b), nil
}

func (v value) proof(field string) string {
	h := sha256.New()
	for _, part := range [][]byte{[]byte(v.Salt), []byte(field), v.Before, v.After} {
		put(h, part)
	}
	return base64.RawStdEncoding.EncodeToString(h.Sum(nil))
}

// put adds a part with its length, so that parts cannot be moved into each other.
func put(h hash.Hash, part []byte) {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(part)))
	h.Write(length[:])
	h.Write(part)
}

// Fields are what the event changed, by name, and why.
func (e Event) Fields() (changes []FieldChange, note string, err error) {
	values, err := e.values()
	if err != nil {
		return nil, "", err
	}
	hashes, err := e.proofs()
	if err != nil {
		return nil, "", err
	}
	names := maps.Clone(hashes)
	for name := range values { // all that there is of a row from before sealing
		names[name] = ""
	}
	changes = []FieldChange{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		v, ok := values[name]
		if name != noteField {
			changes = append(changes, FieldChange{name, v.Before, v.After, !ok})
		} else if ok {
			if err := json.Unmarshal(v.After, &note); err != nil {
				return nil, "", fmt.Errorf("audit: event %s: %w", e.ID, err)
			}
		}
	}
	return changes, note, nil
}

func (e Event) values() (values map[string]value, err error) {
	if err := json.Unmarshal([]byte(e.Changes), &values); err != nil {
		return nil, fmt.Errorf("audit: event %s: %w", e.ID, err)
	}
	return values, nil
}

func (e Event) proofs() (map[string]string, error) {
	hashes := map[string]string{}
	if e.Hashes == "" {
		return hashes, nil
	}
	if err := json.Unmarshal([]byte(e.Hashes), &hashes); err != nil {
		return nil, fmt.Errorf("audit: event %s: %w", e.ID, err)
	}
	return hashes, nil
}

// bookkeeping says nothing about the change: it would be noise in each trace.
var bookkeeping = []string{"version", "createdAt", "updatedAt", "sortKey", "_links"}

func diff(before, after any) ([]FieldChange, error) {
	b, err := fields(before)
	if err != nil {
		return nil, err
	}
	a, err := fields(after)
	if err != nil {
		return nil, err
	}
	names := maps.Clone(b)
	if names == nil {
		names = map[string]json.RawMessage{}
	}
	maps.Copy(names, a)
	changes := []FieldChange{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if !slices.Contains(bookkeeping, name) && !bytes.Equal(b[name], a[name]) {
			changes = append(changes, FieldChange{Field: name, Before: b[name], After: a[name]})
		}
	}
	return changes, nil
}

func fields(v any) (map[string]json.RawMessage, error) {
	if v == nil {
		return nil, nil
	}
	text, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("audit: %w", err)
	}
	var m map[string]json.RawMessage
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, fmt.Errorf("audit: %T is not an object: %w", v, err)
	}
	return m, nil
}
