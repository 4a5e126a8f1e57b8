package plans

import (
	"cmp"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Langs are the languages a municipality's texts may be in: Swedish, English and
// the national minority languages.
var Langs = []string{"sv", "en", "fi", "se", "sju", "sma", "fit"}

// CheckLang notes a language that no text here is written in.
func CheckLang(c *problem.Checks, name, lang string) { problem.OneOf(c, name, lang, Langs...) }

// Find gives a plan in the caller's transaction, whoever may see it.
func Find(tx *gorm.DB, planID string) (Plan, error) { return findByID[Plan](tx, objectType, planID) }

// FindVisible gives a plan to those for whom it exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, planID string) (Plan, error) {
	p, err := Find(tx, planID)
	if err == nil && !VisibleTo(p, user) {
		return Plan{}, problem.NotFound(objectType)
	}
	return p, err
}

// Lock makes other writers who look at a plan as a whole wait for this
// transaction, such as those who might close a circle together.
func Lock(tx *gorm.DB, planID string) error {
	return tx.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Select("id").Where("id = ?", planID).Take(&Plan{}).Error
}

// DraftIDs is a subquery: the plans that only their editors see. Ask for NOT IN
// these rather than for IN the others: they are few, so a database that knows
// nothing of the data does not begin with them and sort all that they lead to.
func DraftIDs(tx *gorm.DB) *gorm.DB {
	return tx.Session(&gorm.Session{NewDB: true}).Model(&Plan{}).Select("id").Where("status <> ?", Published)
}

// IDsUnder is a subquery: the plans of the municipality with this root.
func IDsUnder(tx *gorm.DB, rootID string) *gorm.DB {
	return tx.Session(&gorm.Session{NewDB: true}).Model(&Plan{}).Select("id").Where("root_body_id = ?", rootID)
}

// FindAll gives several plans by id in one query, whoever may see them.
func FindAll(tx *gorm.DB, planIDs ...string) (map[string]Plan, error) {
	var rows []Plan
	if err := tx.Where("id IN ?", planIDs).Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make(map[string]Plan, len(rows))
	for _, p := range rows {
		out[p.ID] = p
	}
	return out, nil
}

// ByKey gives the plan with a key, and whether there is one.
func ByKey(tx *gorm.DB, key string) (Plan, bool, error) {
	var found []Plan
	err := tx.Where("key = ?", key).Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return Plan{}, false, err
	}
	return found[0], true, nil
}

// GoalsExist checks that ids are goals of the plan; the problem names the caller's field.
func GoalsExist(tx *gorm.DB, field, planID string, ids ...string) error {
	return allExist(tx.Model(&Goal{}).Where("plan_id = ?", planID), field, ids, "The plan has no such goal.")
}

// AreasExist checks that ids are violence areas; the problem names the caller's field.
func AreasExist(tx *gorm.DB, field string, ids ...string) error {
	return allExist(tx.Table(Areas.table), field, ids, "There is no such violence area.")
}

// GroupsExist checks that ids are target groups; the problem names the caller's field.
func GroupsExist(tx *gorm.DB, field string, ids ...string) error {
	return allExist(tx.Table(Groups.table), field, ids, "There is no such target group.")
}

func allExist(q *gorm.DB, field string, ids []string, detail string) error {
	wanted := slices.Compact(slices.Sorted(slices.Values(ids)))
	if len(wanted) == 0 {
		return nil
	}
	var n int64
	if !slices.ContainsFunc(wanted, id.Invalid) {
		if err := q.Where("id IN ?", wanted).Count(&n).Error; err != nil {
			return err
		}
	}
	if int(n) != len(wanted) {
		return problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: detail})
	}
	return nil
}

// What follows is ordered by key where else the id would decide: a copy of a
// plan has other ids and must come out the same.

// ReportingRoundsOf gives the rounds of several plans in one query, the earliest first.
func ReportingRoundsOf(tx *gorm.DB, planIDs ...string) ([]ReportingRound, error) {
	rounds := []ReportingRound{}
	err := tx.Where("plan_id IN ?", planIDs).Find(&rounds).Error
	slices.SortFunc(rounds, func(a, b ReportingRound) int {
		return cmp.Or(cmp.Compare(a.PlanID, b.PlanID), cmp.Compare(a.FirstDue, b.FirstDue), cmp.Compare(a.Key, b.Key))
	})
	return rounds, err
}

// SectionsOf gives a plan's sections in reading order, with their texts.
func SectionsOf(tx *gorm.DB, planID string) ([]Section, error) {
	var sections []Section
	if err := tx.Where("plan_id = ?", planID).Find(&sections).Error; err != nil {
		return nil, err
	}
	return contentsOf(sections).ordered, nil
}

// GoalsOf gives a plan's purposes and goals in their order.
func GoalsOf(tx *gorm.DB, planID string) ([]Goal, error) {
	goals := []Goal{}
	err := tx.Where("plan_id = ?", planID).Find(&goals).Error
	slices.SortFunc(goals, func(a, b Goal) int { return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.Key, b.Key)) })
	return goals, err
}

// TermsOf gives a whole vocabulary in its order.
func TermsOf(tx *gorm.DB, v Vocabulary) ([]Term, error) {
	terms := []Term{}
	err := tx.Table(v.table).Find(&terms).Error
	slices.SortFunc(terms, func(a, b Term) int { return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.Key, b.Key)) })
	return terms, err
}

// VersionsNamed are the frozen versions with these ids, as they are called, without what they hold.
func VersionsNamed(tx *gorm.DB, versionIDs ...string) (versions []Version, err error) {
	err = tx.Select("id", "plan_id", "number", "label").Where("id IN ?", versionIDs).Find(&versions).Error
	return versions, err
}
