package boards

import (
	"context"
	"reflect"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// Packed is a body in a plan package: as its Input, but named by key.
type Packed struct {
	ID string `json:"id,omitempty"`
	Input
	ParentID *struct{} `json:"parentId,omitempty" jsonschema:"-"` // Parent says it
	// Parent is the key of the body it lies under.
	Parent string `json:"parent,omitempty"`
}

// Import makes the body, or makes the one with the same key say the same. It
// tells whether anything changed.
func (s *Service) Import(ctx context.Context, user auth.User, p Packed) (changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		b := p.body()
		if p.Parent != "" {
			ids, err := ByKey(tx, p.Parent)
			if err != nil {
				return err
			}
			parent, ok := ids[p.Parent]
			if !ok {
				return problem.Invalid(problem.Field{Name: "parent", Code: "unknownReference", Detail: "There is no body with the key " + p.Parent + "; parents stand before their children."})
			}
			b.ParentID = &parent
		}
		old, _, err := list(tx, Filter{Key: b.Key, Limit: 1})
		if err != nil {
			return err
		}
		changed = true
		switch {
		case len(old) == 0:
			b.ID = p.ID
			_, err = s.Create(tx.Statement.Context, user, b)
		case reflect.DeepEqual(normal(old[0].input()), normal(b.input())):
			changed = false
		default:
			_, err = s.Replace(tx.Statement.Context, user, old[0].ID, old[0].Version, b)
		}
		return err
	})
	return changed, err
}

// normal makes equal content compare equal.
func normal(in Input) Input {
	if len(in.ExternalIDs) == 0 {
		in.ExternalIDs = nil
	}
	return in
}

// Export gives the trees in which these bodies stand, parents before children,
// and every outside body: a plan may name any of them.
func Export(tx *gorm.DB, withIDs bool, bodyIDs ...string) ([]Packed, error) {
	tree, err := loadTree(tx, "*", bodyIDs)
	if err != nil {
		return nil, err
	}
	var outside []Body
	if err := tx.Where("kind = ?", OutsideBody).Order("sort_key, id").Limit(maxExported).Find(&outside).Error; err != nil {
		return nil, err
	}
	for _, b := range outside {
		if _, ok := tree.byID[b.ID]; !ok {
			tree.byID[b.ID] = &b
			tree.ordered = append(tree.ordered, b)
		}
	}
	var out []Packed
	var walk func(parent string)
	walk = func(parent string) {
		for _, b := range tree.ordered {
			if b.parent() != parent {
				continue
			}
			p := Packed{Input: b.input()}
			p.Input.ParentID = nil
			if withIDs {
				p.ID = b.ID
			}
			if up := tree.byID[parent]; up != nil {
				p.Parent = up.Key
			}
			out = append(out, p)
			walk(b.ID)
		}
	}
	walk("")
	return out, nil
}

// maxExported bounds the outside bodies of a package.
const maxExported = 5000

func (b Body) parent() string {
	if b.ParentID == nil {
		return ""
	}
	return *b.ParentID
}
