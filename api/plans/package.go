package plans

import (
	"context"
	"reflect"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Packed is a plan's head in a package: as its Input, but with keys for ids.
type Packed struct {
	ID string `json:"id,omitempty"`
	Input
	RootBodyID      *struct{} `json:"rootBodyId,omitempty" jsonschema:"-"`
	OwnerID         *struct{} `json:"ownerId,omitempty" jsonschema:"-"`
	DocumentOwnerID *struct{} `json:"documentOwnerId,omitempty" jsonschema:"-"`
	ApprovingBodyID *struct{} `json:"approvingBodyId,omitempty" jsonschema:"-"`
	ParentID        *struct{} `json:"parentId,omitempty" jsonschema:"-"`
	SupersedesID    *struct{} `json:"supersedesId,omitempty" jsonschema:"-"`
	// Root, Owner, DocumentOwner and ApprovingBody are keys of bodies.
	Root          string `json:"root"`
	Owner         string `json:"owner,omitempty"`
	DocumentOwner string `json:"documentOwner,omitempty"`
	ApprovingBody string `json:"approvingBody,omitempty"`
	// Parent and Supersedes are keys of plans.
	Parent     string `json:"parent,omitempty"`
	Supersedes string `json:"supersedes,omitempty"`
}

// PackedSection is a section in a package; Parent is an anchor.
type PackedSection struct {
	ID string `json:"id,omitempty"`
	SectionInput
	ParentID *struct{} `json:"parentId,omitempty" jsonschema:"-"`
	Parent   string    `json:"parent,omitempty"`
}

// PackedGoal is a goal in a package.
type PackedGoal struct {
	ID string `json:"id,omitempty"`
	GoalInput
	PlanID *struct{} `json:"planId,omitempty" jsonschema:"-"`
}

// PackedRound is a reporting round in a package.
type PackedRound struct {
	ID string `json:"id,omitempty"`
	RoundInput
}

// PackedTerm is a word of a vocabulary in a package.
type PackedTerm struct {
	ID string `json:"id,omitempty"`
	TermInput
}

func idOf(ids map[string]string, field, key string) (*string, error) {
	if key == "" {
		return nil, nil
	}
	id, ok := ids[key]
	if !ok {
		return nil, problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: "Nothing in the package or the database has the key " + key + "."})
	}
	return &id, nil
}

// Import makes the plan, or makes the one with the same key say the same.
func (s *Service) Import(ctx context.Context, user auth.User, p Packed, bodies map[string]string) (planID string, changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		in := p.Input
		for _, ref := range []struct {
			to         **string
			field, key string
		}{{&in.OwnerID, "owner", p.Owner}, {&in.DocumentOwnerID, "documentOwner", p.DocumentOwner}, {&in.ApprovingBodyID, "approvingBody", p.ApprovingBody}} {
			if *ref.to, err = idOf(bodies, ref.field, ref.key); err != nil {
				return err
			}
		}
		root, err := idOf(bodies, "root", p.Root)
		if err != nil {
			return err
		}
		if root != nil {
			in.RootBodyID = *root
		}
		if in.ParentID, err = planReference(tx, "parent", p.Parent); err != nil {
			return err
		}
		if in.SupersedesID, err = planReference(tx, "supersedes", p.Supersedes); err != nil {
			return err
		}
		plan := in.plan()
		old, found, err := ByKey(tx, p.Key)
		switch {
		case err != nil:
			return err
		case !found:
			plan.ID, changed = p.ID, true
			plan, err = s.Create(tx.Statement.Context, user, plan)
		case !reflect.DeepEqual(tidy(old.input()), tidy(plan.input())):
			changed = true
			plan, err = s.Replace(tx.Statement.Context, user, old.ID, old.Version, plan)
		default:
			plan = old
		}
		planID = plan.ID
		return err
	})
	return planID, changed, err
}

// tidy makes equal content compare equal.
func tidy(in Input) Input {
	if len(in.RevisionDates) == 0 {
		in.RevisionDates = nil
	}
	if len(in.Parts) == 0 {
		in.Parts = nil
	}
	return in
}

func planReference(tx *gorm.DB, field, key string) (*string, error) {
	if key == "" {
		return nil, nil
	}
	plan, found, err := ByKey(tx, key)
	if err == nil && !found {
		err = unknown(field, "There is no plan with the key "+key+".")
	}
	return &plan.ID, err
}

// ImportTerm makes a word of a vocabulary, or makes the one with the same key say the same.
func (s *Service) ImportTerm(ctx context.Context, user auth.User, v Vocabulary, p PackedTerm) (termID string, changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, _, err := listTerms(tx, v, p.Key, 0, 1)
		if err != nil {
			return err
		}
		term := p.term()
		switch {
		case len(old) == 0:
			term.ID, changed = p.ID, true
			term, err = s.CreateTerm(tx.Statement.Context, user, v, term)
		case old[0].input() != term.input():
			changed = true
			term, err = s.ReplaceTerm(tx.Statement.Context, user, v, old[0].ID, old[0].Version, term)
		default:
			term = old[0]
		}
		termID = term.ID
		return err
	})
	return termID, changed, err
}

// ImportGoal makes a goal of the plan, or makes the one with the same key say the same.
func (s *Service) ImportGoal(ctx context.Context, user auth.User, planID string, p PackedGoal) (goalID string, changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		var old []Goal
		if err := tx.Where("plan_id = ? AND key = ?", planID, p.Key).Limit(1).Find(&old).Error; err != nil {
			return err
		}
		in := p.GoalInput
		in.PlanID = planID
		goal := in.goal()
		switch {
		case len(old) == 0:
			goal.ID, changed = p.ID, true
			goal, err = s.CreateGoal(tx.Statement.Context, user, goal)
		case old[0].input() != goal.input():
			changed = true
			goal, err = s.ReplaceGoal(tx.Statement.Context, user, old[0].ID, old[0].Version, goal)
		default:
			goal = old[0]
		}
		goalID = goal.ID
		return err
	})
	return goalID, changed, err
}

// ImportRound makes a reporting round, or makes the one with the same key say the same.
func (s *Service) ImportRound(ctx context.Context, user auth.User, planID string, p PackedRound) (changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		var old []ReportingRound
		if err := tx.Where("plan_id = ? AND key = ?", planID, p.Key).Limit(1).Find(&old).Error; err != nil {
			return err
		}
		round := p.round()
		switch {
		case len(old) == 0:
			round.ID, changed = p.ID, true
			_, _, err = s.CreateRound(tx.Statement.Context, user, planID, round)
		case old[0].input() != round.input():
			changed = true
			_, _, err = s.ReplaceRound(tx.Statement.Context, user, planID, old[0].ID, old[0].Version, round)
		}
		return err
	})
	return changed, err
}

// ImportSections makes the sections that are not there and makes those that are
// say the same. All new ones are made at once: they may refer to one another.
func (s *Service) ImportSections(ctx context.Context, user auth.User, planID string, packed []PackedSection) (changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		have, err := SectionsOf(tx, planID)
		if err != nil {
			return err
		}
		byAnchor, ids := map[string]Section{}, map[string]string{}
		for _, old := range have {
			byAnchor[old.Anchor], ids[old.Anchor] = old, old.ID
		}
		var made, again []Section
		for _, p := range packed {
			in := p.SectionInput
			if in.ParentID, err = idOf(ids, "parent", p.Parent); err != nil {
				return err
			}
			section := in.section()
			old, found := byAnchor[p.Anchor]
			if !found {
				section.ID = p.ID
				if section.ID == "" {
					section.ID = id.New()
				}
				ids[p.Anchor] = section.ID
				made = append(made, section)
			} else if section.ID = old.ID; !reflect.DeepEqual(old.input(), section.input()) {
				section.Version = old.Version
				again = append(again, section)
			}
		}
		changed = len(made)+len(again) > 0
		if len(made) > 0 {
			if _, _, err := s.CreateSections(tx.Statement.Context, user, planID, made...); err != nil {
				return err
			}
		}
		for _, section := range again {
			if _, _, err := s.ReplaceSection(tx.Statement.Context, user, planID, section.ID, section.Version, section); err != nil {
				return err
			}
		}
		return nil
	})
	return changed, err
}

// Export gives a plan's head for a package; keyOf translates the ids of bodies.
func (p Plan) Export(tx *gorm.DB, keyOf map[string]string, withIDs bool) (Packed, error) {
	out := Packed{Input: tidy(p.input()), Root: keyOf[p.RootBodyID]}
	in := &out.Input
	deref := func(id *string) string {
		if id == nil {
			return ""
		}
		return keyOf[*id]
	}
	out.Owner, out.DocumentOwner, out.ApprovingBody = deref(in.OwnerID), deref(in.DocumentOwnerID), deref(in.ApprovingBodyID)
	if withIDs {
		out.ID = p.ID
	}
	for _, other := range []struct {
		id *string
		to *string
	}{{in.ParentID, &out.Parent}, {in.SupersedesID, &out.Supersedes}} {
		if other.id == nil {
			continue
		}
		plan, err := Find(tx, *other.id)
		if err != nil {
			return out, err
		}
		*other.to = plan.Key
	}
	in.RootBodyID, in.OwnerID, in.DocumentOwnerID, in.ApprovingBodyID, in.ParentID, in.SupersedesID = "", nil, nil, nil, nil, nil
	return out, nil
}

// Exported is the parts of a package that are this room's, besides the head.
type Exported struct {
	Areas, Groups []PackedTerm
	Goals         []PackedGoal
	Sections      []PackedSection
	Rounds        []PackedRound
	// AreaKeys, GroupKeys and GoalKeys translate ids to keys for other rooms.
	AreaKeys, GroupKeys, GoalKeys map[string]string
}

// ExportContents gives a plan's words, goals, sections and rounds in canonical order.
func ExportContents(tx *gorm.DB, planID string, withIDs bool) (out Exported, err error) {
	keep := func(id string) string {
		if withIDs {
			return id
		}
		return ""
	}
	if out.Areas, out.AreaKeys, err = exportTerms(tx, Areas, keep); err != nil {
		return out, err
	}
	if out.Groups, out.GroupKeys, err = exportTerms(tx, Groups, keep); err != nil {
		return out, err
	}
	goals, err := GoalsOf(tx, planID)
	if err != nil {
		return out, err
	}
	out.GoalKeys = map[string]string{}
	for _, g := range goals {
		out.GoalKeys[g.ID] = g.Key
		in := g.input()
		in.PlanID = ""
		out.Goals = append(out.Goals, PackedGoal{ID: keep(g.ID), GoalInput: in})
	}
	sections, err := SectionsOf(tx, planID)
	if err != nil {
		return out, err
	}
	anchors := map[string]string{}
	for _, section := range sections {
		anchors[section.ID] = section.Anchor
		p := PackedSection{ID: keep(section.ID), SectionInput: section.input()}
		if section.ParentID != nil {
			p.Parent = anchors[*section.ParentID]
		}
		p.SectionInput.ParentID = nil
		out.Sections = append(out.Sections, p)
	}
	rounds, err := ReportingRoundsOf(tx, planID)
	for _, r := range rounds {
		out.Rounds = append(out.Rounds, PackedRound{ID: keep(r.ID), RoundInput: r.input()})
	}
	return out, err
}

func exportTerms(tx *gorm.DB, v Vocabulary, keep func(string) string) ([]PackedTerm, map[string]string, error) {
	terms, err := TermsOf(tx, v)
	keys := map[string]string{}
	var out []PackedTerm
	for _, t := range terms {
		keys[t.ID] = t.Key
		out = append(out, PackedTerm{ID: keep(t.ID), TermInput: t.input()})
	}
	return out, keys, err
}
