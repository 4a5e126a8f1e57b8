package boards

import (
	"fmt"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Exists checks, in the caller's transaction, that ids are bodies; the problem
// names the caller's field. Empty ids are skipped.
func Exists(tx *gorm.DB, field string, ids ...string) error {
	wanted := slices.DeleteFunc(slices.Clone(ids), func(s string) bool { return s == "" })
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	if len(wanted) == 0 {
		return nil
	}
	var n int64
	if err := tx.Model(&Body{}).Where("id IN ?", wanted).Count(&n).Error; err != nil {
		return err
	}
	if int(n) != len(wanted) {
		return problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: "There is no such body."})
	}
	return nil
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
	byID    map[string]Body
	ordered []Body
}

// LoadTree reads the whole trees in which these bodies stand, in one query.
func LoadTree(tx *gorm.DB, bodyIDs ...string) (Tree, error) {
	t := Tree{byID: map[string]Body{}}
	roots := tx.Model(&Body{}).Select("root_id").Where("id IN ?", bodyIDs)
	if err := tx.Where("root_id IN (?)", roots).Order("sort_key, id").Find(&t.ordered).Error; err != nil {
		return t, fmt.Errorf("boards: tree: %w", err)
	}
	for _, b := range t.ordered {
		t.byID[b.ID] = b
	}
	return t, nil
}

// Body gives a body of the tree.
func (t Tree) Body(bodyID string) (Body, bool) {
	b, ok := t.byID[bodyID]
	return b, ok
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
	for b, ok := t.byID[bodyID]; ok && len(up) <= maxDepth; {
		up = append(up, b)
		if b.ParentID == nil {
			break
		}
		b, ok = t.byID[*b.ParentID]
	}
	return up
}

// BoardsOn is what "all boards" means on a day: the boards under a root that
// are in force then, by name. The executive board is named by a row of its own.
func (t Tree) BoardsOn(rootID string, d day.Day) []Body {
	var out []Body
	for _, b := range t.ordered {
		if b.Kind == Board && b.InForce(d) && slices.Contains(t.Ancestors(b.ID), rootID) {
			out = append(out, b)
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

// BoardChanges are the days on which "all boards" means others than the day
// before: a board's first day, and the day after its last.
func (t Tree) BoardChanges(rootID string) []day.Day {
	var days []day.Day
	for _, b := range t.ordered {
		if b.Kind == Board && slices.Contains(t.Ancestors(b.ID), rootID) {
			days = append(days, b.ValidFrom, b.ValidTo.AddDays(1))
		}
	}
	return days
}

// Under are the ids of a body and of all that lies under it.
func (t Tree) Under(bodyID string) []string {
	var ids []string
	for _, b := range t.ordered {
		if slices.Contains(t.Ancestors(b.ID), bodyID) {
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
