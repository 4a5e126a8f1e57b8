package boards

import (
	"fmt"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Exists checks, in the caller's transaction, that ids are bodies; the problem
// names the caller's field. Empty ids are skipped.
func Exists(tx *gorm.DB, field string, ids ...string) error {
	wanted := slices.Clone(ids)
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	var n int64
	if !slices.ContainsFunc(wanted, id.Invalid) {
		if err := tx.Model(&Body{}).Where("id IN ?", wanted).Count(&n).Error; err != nil {
			return err
		}
	}
	if int(n) != len(wanted) {
		return problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: "There is no such body."})
	}
	return nil
}

// Find gives a body; the register is open to all.
func Find(tx *gorm.DB, bodyID string) (Body, error) { return find(tx, bodyID) }

// Named are the bodies with these ids, with their names and nothing more.
func Named(tx *gorm.DB, ids ...string) ([]Body, error) {
	var bodies []Body
	err := tx.Select("id", "name_sv", "name_en").Where("id IN ?", ids).Find(&bodies).Error
	return bodies, err
}

// InForceOf are the bodies of a kind that exist on a day, by name, with what a
// tree's bodies hold.
func InForceOf(tx *gorm.DB, kind Kind, on day.Day) (bodies []Body, err error) {
	err = tx.Select(ofTree).Where("kind = ? AND valid_from <= ? AND (valid_to = '' OR valid_to >= ?)", kind, on, on).
		Order("sort_key, id").Limit(maxRegister).Find(&bodies).Error
	return bodies, err
}

// ByKey gives the id of the body with each key; keys without a body are left out.
func ByKey(tx *gorm.DB, keys ...string) (map[string]string, error) {
	var bodies []Body
	if err := tx.Select("id", "key").Where("key IN ?", keys).Find(&bodies).Error; err != nil {
		return nil, err
	}
	out := make(map[string]string, len(bodies))
	for _, b := range bodies {
		out[b.Key] = b.ID
	}
	return out, nil
}

// Tree is the bodies of one or several roots, read once for many questions.
type Tree struct {
	byID    map[string]*Body
	ordered []Body
	boards  map[string][]*Body // by root, ordered
}

// ofTree are the columns that say who somebody is and where they stand. Lists
// read whole trees, so that the rest of the register would cost more than it tells.
const ofTree = "id, key, kind, name_sv, name_en, parent_id, root_id, valid_from, valid_to"

// LoadTree reads the whole trees in which these bodies stand, in one query. Its
// bodies hold their names, kind, place and days, not their descriptions.
func LoadTree(tx *gorm.DB, bodyIDs ...string) (Tree, error) { return loadTree(tx, ofTree, bodyIDs) }

func loadTree(tx *gorm.DB, columns string, bodyIDs []string) (Tree, error) {
	var bodies []Body
	roots := tx.Model(&Body{}).Select("root_id").Where("id IN ?", bodyIDs)
	if err := tx.Select(columns).Where("root_id IN (?)", roots).Order("sort_key, id").Find(&bodies).Error; err != nil {
		return Tree{}, fmt.Errorf("boards: tree: %w", err)
	}
	return newTree(bodies), nil
}

func newTree(ordered []Body) Tree {
	t := Tree{byID: make(map[string]*Body, len(ordered)), ordered: ordered, boards: map[string][]*Body{}}
	for i := range ordered {
		b := &ordered[i]
		t.byID[b.ID] = b
		if b.Kind == Board {
			t.boards[b.RootID] = append(t.boards[b.RootID], b)
		}
	}
	return t
}

// Body gives a body of the tree.
func (t Tree) Body(bodyID string) (Body, bool) {
	if b, ok := t.byID[bodyID]; ok {
		return *b, true
	}
	return Body{}, false
}

// Ancestors are the ids from the body itself up to its root: whoever has a
// right for one of them has it for the body.
func (t Tree) Ancestors(bodyID string) []string {
	var ids []string
	for _, b := range t.ancestors(bodyID) {
		ids = append(ids, b.ID)
	}
	return ids
}

func (t Tree) ancestors(bodyID string) []Body {
	var up []Body
	for b := t.byID[bodyID]; b != nil && len(up) <= maxDepth; b = t.parentOf(b) {
		up = append(up, *b)
	}
	return up
}

func (t Tree) parentOf(b *Body) *Body {
	if b.ParentID == nil {
		return nil
	}
	return t.byID[*b.ParentID]
}

// isUnder tells whether b is the body itself or lies under it.
func (t Tree) isUnder(b *Body, bodyID string) bool {
	for depth := 0; b != nil && depth <= maxDepth; depth++ {
		if b.ID == bodyID {
			return true
		}
		b = t.parentOf(b)
	}
	return false
}

// boardsUnder are the boards under a body, itself included, by name.
func (t Tree) boardsUnder(bodyID string) []*Body {
	top := t.byID[bodyID]
	if top == nil {
		return nil
	}
	var out []*Body
	for _, b := range t.boards[top.RootID] {
		if t.isUnder(b, bodyID) {
			out = append(out, b)
		}
	}
	return out
}

// BoardsOn is what "all boards" means on a day: the boards under a root that
// are in force then, by name. The executive board is named by a row of its own.
func (t Tree) BoardsOn(rootID string, d day.Day) []Body {
	var out []Body
	for _, b := range t.boardsUnder(rootID) {
		if b.InForce(d) {
			out = append(out, *b)
		}
	}
	return out
}

// Turns are the days on which a board under the root begins or has ended.
func (t Tree) Turns(rootID string) []day.Day {
	var days []day.Day
	for _, b := range t.ordered {
		if (b.Kind == Board || b.Kind == ExecutiveBoard) && b.RootID == rootID {
			days = append(days, b.ValidFrom, b.ValidTo.AddDays(1))
		}
	}
	return days
}

// IDs are all bodies of the tree, by name.
func (t Tree) IDs() []string {
	ids := make([]string, len(t.ordered))
	for i := range t.ordered {
		ids[i] = t.ordered[i].ID
	}
	return ids
}

// Under are the ids of a body and of all that lies under it.
func (t Tree) Under(bodyID string) []string {
	var ids []string
	for i := range t.ordered {
		if b := &t.ordered[i]; t.isUnder(b, bodyID) {
			ids = append(ids, b.ID)
		}
	}
	return ids
}

// AllKeys gives the id of every body by key, for an import.
func AllKeys(tx *gorm.DB) (map[string]string, error) { return pairs(tx, "key", "id") }

// KeysByID gives the key of every body by id, for an export.
func KeysByID(tx *gorm.DB) (map[string]string, error) { return pairs(tx, "id", "key") }

func pairs(tx *gorm.DB, from, to string) (map[string]string, error) {
	var rows []struct{ A, B string }
	if err := tx.Model(&Body{}).Select(from + " AS a, " + to + " AS b").Limit(maxRegister).Scan(&rows).Error; err != nil {
		return nil, err
	}
	out := make(map[string]string, len(rows))
	for _, r := range rows {
		out[r.A] = r.B
	}
	return out, nil
}

// maxRegister bounds what is read of the register at once; a large
// municipality has hundreds of bodies.
const maxRegister = 50_000
