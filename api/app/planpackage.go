package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/boards"
	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/plans"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/timelines"
)

// packageFormat names the form, so that a later one can be told from it.
const packageFormat = "envagin-plan/1"

// Package is a plan as a file: what an import reads, an export writes and a
// version freezes. Things are named by key; ids are optional.
type Package struct {
	Format          string                `json:"format"`
	Bodies          []boards.Packed       `json:"bodies"`
	ViolenceAreas   []plans.PackedTerm    `json:"violenceAreas"`
	TargetGroups    []plans.PackedTerm    `json:"targetGroups"`
	Plan            plans.Packed          `json:"plan"`
	Goals           []plans.PackedGoal    `json:"goals"`
	Sections        []plans.PackedSection `json:"sections"`
	ReportingRounds []plans.PackedRound   `json:"reportingRounds"`
	Activities      []activities.Packed   `json:"activities"`
	Timeline        []timelines.Packed    `json:"timeline"`
	CouncilSeats    []council.Packed      `json:"councilSeats"`
	Decisions       []decisions.Packed    `json:"decisions"`
}

// importLimit is the most time an import or export may take.
const importLimit = 5 * time.Minute

// importer is who an import is traced to: the command line, not a person.
var importer = auth.User{ID: "import", Roles: []auth.Role{{Name: auth.Admin}}}

// Summary tells what an import did.
type Summary struct {
	PlanKey         string // "" when the file was no plan but a register
	Things, Changed int
}

// String says it in a sentence.
func (s Summary) String() string {
	if s.PlanKey == "" {
		return fmt.Sprintf("register of competence: %d entries read, %d of them new or changed", s.Things, s.Changed)
	}
	return fmt.Sprintf("plan %s: %d things read, %d of them new or changed", s.PlanKey, s.Things, s.Changed)
}

// Import loads a plan package through the services, in one transaction: all of
// it or nothing. Loading it again changes nothing. With asNew it becomes
// another plan under that key, with ids of its own. name is shown in errors,
// which tell the line.
func (a *App) Import(ctx context.Context, name string, data []byte, asNew string) (Summary, error) {
	if a.registers()[formatOf(data)] != nil {
		return a.importRegister(ctx, data, asNew)
	}
	where := newLines(name, data)
	p, err := where.decode(data)
	if err != nil {
		return Summary{}, err
	}
	if asNew != "" {
		p.renew(asNew)
	}
	in := &importing{app: a, where: where, keys: activities.Keys{
		Areas: map[string]string{}, Groups: map[string]string{}, Goals: map[string]string{}, Others: map[string]string{}}}
	err = a.DB.Tx(database.WithLimit(ctx, importLimit), func(tx *gorm.DB) error {
		in.seen, in.failed = map[string]bool{}, nil
		return in.run(tx, p)
	})
	sum := Summary{PlanKey: p.Plan.Key, Things: len(in.seen)}
	for _, changed := range in.seen {
		if changed {
			sum.Changed++
		}
	}
	return sum, err
}

// renew gives a package new identities.
func (p *Package) renew(planKey string) {
	p.Plan.Key, p.Plan.ID = planKey, ""
	for i := range p.Goals {
		p.Goals[i].ID = ""
	}
	for i := range p.Sections {
		p.Sections[i].ID = ""
	}
	for i := range p.ReportingRounds {
		p.ReportingRounds[i].ID = ""
	}
	for i := range p.Activities {
		p.Activities[i].ID = ""
		for j := range p.Activities[i].Responsibilities {
			p.Activities[i].Responsibilities[j].ID = ""
		}
	}
	for i := range p.Timeline {
		p.Timeline[i].ID = ""
	}
	for i := range p.CouncilSeats {
		p.CouncilSeats[i].ID = ""
	}
	for i := range p.Decisions {
		p.Decisions[i].ID = ""
	}
}

// importing is one import under way.
type importing struct {
	app    *App
	where  lines
	keys   activities.Keys
	seen   map[string]bool // each thing by its place in the file: whether it changed
	failed error
}

// did counts one thing, or keeps the first error with its place in the file.
func (in *importing) did(path string, changed bool, err error) bool {
	if in.failed != nil {
		return false
	}
	if err != nil {
		in.failed = in.where.explain(path, err)
		return false
	}
	in.seen[path] = in.seen[path] || changed
	return true
}

func (in *importing) run(tx *gorm.DB, p Package) error {
	ctx, a := tx.Statement.Context, in.app
	for i, b := range p.Bodies {
		changed, err := a.Boards.Import(ctx, importer, b)
		if !in.did(fmt.Sprintf("bodies[%d]", i), changed, err) {
			return in.failed
		}
	}
	bodies, err := boards.AllKeys(tx)
	if err != nil {
		return err
	}
	in.keys.Bodies = bodies
	for i, t := range p.ViolenceAreas {
		id, changed, err := a.Plans.ImportTerm(ctx, importer, plans.Areas, t)
		in.keys.Areas[t.Key] = id
		if !in.did(fmt.Sprintf("violenceAreas[%d]", i), changed, err) {
			return in.failed
		}
	}
	for i, t := range p.TargetGroups {
		id, changed, err := a.Plans.ImportTerm(ctx, importer, plans.Groups, t)
		in.keys.Groups[t.Key] = id
		if !in.did(fmt.Sprintf("targetGroups[%d]", i), changed, err) {
			return in.failed
		}
	}
	planID, changed, err := a.Plans.Import(ctx, importer, p.Plan, bodies)
	if !in.did("plan", changed, err) {
		return in.failed
	}
	in.keys.PlanID = planID
	for i, g := range p.Goals {
		id, changed, err := a.Plans.ImportGoal(ctx, importer, planID, g)
		in.keys.Goals[g.Key] = id
		if !in.did(fmt.Sprintf("goals[%d]", i), changed, err) {
			return in.failed
		}
	}
	changed, err = a.Plans.ImportSections(ctx, importer, planID, p.Sections)
	if !in.did("sections", changed, err) {
		return in.failed
	}
	for i, r := range p.ReportingRounds {
		changed, err := a.Plans.ImportRound(ctx, importer, planID, r)
		if !in.did(fmt.Sprintf("reportingRounds[%d]", i), changed, err) {
			return in.failed
		}
	}
	return in.activities(ctx, p)
}

// activities come in two rounds: what points at other activities waits until all are made.
func (in *importing) activities(ctx context.Context, p Package) error {
	a := in.app
	for i, packed := range p.Activities {
		id, changed, err := a.Activities.Import(ctx, importer, packed, in.keys)
		in.keys.Others[packed.Key] = id
		if !in.did(fmt.Sprintf("activities[%d]", i), changed, err) {
			return in.failed
		}
	}
	for i, packed := range p.Activities {
		changed, err := a.Activities.ImportState(ctx, importer, in.keys.Others[packed.Key], packed, in.keys)
		if !in.did(fmt.Sprintf("activities[%d]", i), changed, err) {
			return in.failed
		}
	}
	for i, e := range p.Timeline {
		changed, err := a.Timelines.Import(ctx, importer, in.keys.PlanID, e, in.keys.Bodies)
		if !in.did(fmt.Sprintf("timeline[%d]", i), changed, err) {
			return in.failed
		}
	}
	for i, seat := range p.CouncilSeats {
		changed, err := a.Council.Import(ctx, importer, in.keys.PlanID, seat, in.keys.Bodies)
		if !in.did(fmt.Sprintf("councilSeats[%d]", i), changed, err) {
			return in.failed
		}
	}
	for i, d := range p.Decisions {
		changed, err := a.Decisions.Import(ctx, importer, in.keys.PlanID, d, in.keys.Bodies, in.keys.Others)
		if !in.did(fmt.Sprintf("decisions[%d]", i), changed, err) {
			return in.failed
		}
	}
	return nil
}

// Export writes a plan as a package, in canonical form and without ids, so
// that importing it and exporting again gives the same bytes. An empty key
// means the only plan there is.
func (a *App) Export(ctx context.Context, planKey string) (data []byte, err error) {
	err = a.DB.Read(database.WithLimit(ctx, importLimit), func(tx *gorm.DB) error {
		plan, err := planToExport(tx, planKey)
		if err != nil {
			return err
		}
		data, err = exportPlan(tx, plan, false)
		return err
	})
	return data, err
}

func planToExport(tx *gorm.DB, key string) (plans.Plan, error) {
	if key != "" {
		plan, found, err := plans.ByKey(tx, key)
		if err == nil && !found {
			err = fmt.Errorf("there is no plan with the key %q", key)
		}
		return plan, err
	}
	var all []plans.Plan
	if err := tx.Order("key").Limit(2).Find(&all).Error; err != nil {
		return plans.Plan{}, err
	}
	switch len(all) {
	case 0:
		return plans.Plan{}, errors.New("there is no plan to export")
	case 1:
		return all[0], nil
	default:
		return plans.Plan{}, errors.New("there are several plans; say which by its key")
	}
}

// freeze gives the package, ids included, that a version of a plan keeps.
func (a *App) freeze(ctx context.Context, planID string) (data []byte, err error) {
	err = a.DB.Read(ctx, func(tx *gorm.DB) error {
		plan, err := plans.Find(tx, planID)
		if err != nil {
			return err
		}
		data, err = exportPlan(tx, plan, true)
		return err
	})
	return data, err
}

func exportPlan(tx *gorm.DB, plan plans.Plan, withIDs bool) ([]byte, error) {
	p := Package{Format: packageFormat}
	var err error
	if p.Bodies, err = boards.Export(tx, withIDs, plan.RootBodyID); err != nil {
		return nil, err
	}
	keyOf, err := boards.KeysByID(tx)
	if err != nil {
		return nil, err
	}
	if p.Plan, err = plan.Export(tx, keyOf, withIDs); err != nil {
		return nil, err
	}
	rest, err := plans.ExportContents(tx, plan.ID, withIDs)
	if err != nil {
		return nil, err
	}
	p.ViolenceAreas, p.TargetGroups, p.Goals, p.Sections, p.ReportingRounds = rest.Areas, rest.Groups, rest.Goals, rest.Sections, rest.Rounds
	names := activities.Names{Bodies: keyOf, Areas: rest.AreaKeys, Groups: rest.GroupKeys, Goals: rest.GoalKeys}
	if p.Activities, err = activities.Export(tx, plan.ID, names, withIDs); err != nil {
		return nil, err
	}
	if p.Timeline, err = timelines.Export(tx, plan.ID, keyOf, withIDs); err != nil {
		return nil, err
	}
	if p.CouncilSeats, err = council.Export(tx, plan.ID, keyOf, withIDs); err != nil {
		return nil, err
	}
	activityKeys, err := activities.KeysByID(tx, plan.ID)
	if err != nil {
		return nil, err
	}
	if p.Decisions, err = decisions.Export(tx, plan.ID, keyOf, activityKeys, withIDs); err != nil {
		return nil, err
	}
	return encodePackage(p)
}

// encodePackage is the canonical form: two spaces, fields in the order of the
// schema, letters as they are, one line break at the end.
func encodePackage(p Package) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(p)
	return out.Bytes(), err
}
