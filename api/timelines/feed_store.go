package timelines

import (
	"slices"

	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/boards"
	"envagin/api/communications"
	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/meetings"
	"envagin/api/plans"
	"envagin/api/platform/day"
	"envagin/api/surveys"
)

// sources are the rows from which the feed is made.
type sources struct {
	plans      map[string]plans.Plan
	activities []activities.Activity // without their long texts
	milestones []activities.Milestone
	rounds     []plans.ReportingRound
	entries    []Entry
	seats      []council.Seat
	mandates   []council.Member
	decisions  []decisions.Decision
	told       []communications.Communication
	council    []plans.Plan // those whose council meets
	meetings   []meetings.Meeting
	surveys    []surveys.Survey
}

// asker is the body that is asked about, with what the rule "all boards" makes of it.
type asker struct {
	id, rootID string
	byRule     bool
}

// ruled is how the stored answers say "all boards".
const ruled = "*"

// readSources asks once of each table that can have a part in the answer.
func readSources(tx *gorm.DB, f Filter, drafts, staff bool, today day.Day) (src sources, err error) {
	if src.plans, err = readPlans(tx, f.Plan, drafts); err != nil || len(src.plans) == 0 {
		return src, err
	}
	who, err := askedBody(tx, f.Board, today)
	if err != nil {
		return src, err
	}
	wanted := func(kinds ...Kind) bool { return f.Kind == "" || slices.Contains(kinds, f.Kind) }
	if wanted(Activity, Milestone) {
		err := matching(tx, f, who, drafts).
			Select("id", "plan_id", "key", "code", "code_key", "title", "lang", "start_day", "start_precision", "end_day", "end_precision",
				"dates_source", "status", "created_at", "updated_at").
			Find(&src.activities).Error
		if err != nil {
			return src, err
		}
	}
	if wanted(Milestone) {
		err := tx.Where("activity_id IN (?)", matching(tx, f, who, drafts).Select("id")).Find(&src.milestones).Error
		if err != nil {
			return src, err
		}
	}
	if f.ofActivities() {
		return src, nil
	}
	if wanted(ReportDue) {
		if src.rounds, err = plans.ReportingRoundsOf(tx, src.concerned(who)...); err != nil {
			return src, err
		}
	}
	if wanted(Decision, Event, Revision, Meeting) {
		q := tx.Where("plan_id IN ?", ids(src.plans))
		if f.Kind != "" {
			q = q.Where("kind = ?", f.Kind)
		}
		if who.id != "" {
			q = q.Where("body_id = ?", who.id)
		}
		if err = q.Find(&src.entries).Error; err != nil {
			return src, err
		}
	}
	if wanted(Decision, ReportDue) {
		if err := src.readDecisions(tx, who); err != nil {
			return src, err
		}
	}
	if staff && wanted(Communication) {
		if err := src.readCommunications(tx, who); err != nil {
			return src, err
		}
	}
	if wanted(Meeting) && who.id == "" {
		if err := src.readMeetings(tx, f.Window, drafts); err != nil {
			return src, err
		}
	}
	if wanted(Survey) && who.id == "" {
		if err := src.readSurveys(tx, drafts); err != nil {
			return src, err
		}
	}
	if wanted(Mandate) {
		err = src.readMandates(tx, who)
	}
	return src, err
}

// readDecisions reads what has been decided in the plans' history, by the body
// that is asked about.
func (src *sources) readDecisions(tx *gorm.DB, who asker) error {
	q := tx.Where("plan_id IN ?", ids(src.plans))
	if who.id != "" {
		q = q.Where("body_id = ?", who.id)
	}
	return q.Find(&src.decisions).Error
}

// readCommunications reads what is told of the plans, by the body that is asked about.
func (src *sources) readCommunications(tx *gorm.DB, who asker) error {
	q := tx.Where("plan_id IN ?", ids(src.plans))
	if who.id != "" {
		q = q.Where("responsible_body_id = ?", who.id)
	}
	return q.Find(&src.told).Error
}

// readMeetings reads the meetings that are told of, those that are only planned for
// who sees drafts; the steering group's are for nobody's calendar.
func (src *sources) readMeetings(tx *gorm.DB, w Window, drafts bool) error {
	var planIDs []string
	err := tx.Model(&council.Seat{}).Where("plan_id IN ?", ids(src.plans)).Distinct().Pluck("plan_id", &planIDs).Error
	if err != nil || len(planIDs) == 0 {
		return err
	}
	for _, planID := range planIDs {
		src.council = append(src.council, src.plans[planID])
	}
	states := told
	if drafts {
		states = append([]meetings.State{meetings.Planned}, told...)
	}
	q := tx.Select("id", "title", "starts_at", "ends_at", "held_on", "place", "created_at", "updated_at").
		Where("kind <> ? AND state IN ?", meetings.Steering, states)
	if w.From != "" {
		q = q.Where("held_on >= ?", w.From)
	}
	if w.To != "" {
		q = q.Where("held_on <= ?", w.To)
	}
	return q.Find(&src.meetings).Error
}

// readMandates reads the council's seats in the plans, those that concern the
// body that is asked about, and who has sat there.
func (src *sources) readMandates(tx *gorm.DB, who asker) error {
	q := tx.Where("plan_id IN ?", ids(src.plans))
	if who.id != "" {
		q = q.Where("(body_id = ? OR appointing_body_id = ?)", who.id, who.id)
	}
	if err := q.Find(&src.seats).Error; err != nil || len(src.seats) == 0 {
		return err
	}
	seatIDs := make([]string, len(src.seats))
	for i, s := range src.seats {
		seatIDs[i] = s.ID
	}
	return tx.Where("seat_id IN ?", seatIDs).Find(&src.mandates).Error
}

func readPlans(tx *gorm.DB, planID string, drafts bool) (map[string]plans.Plan, error) {
	q := tx.Model(&plans.Plan{})
	if planID != "" {
		q = q.Where("id = ?", planID)
	}
	if !drafts {
		q = q.Where("status = ?", plans.Published)
	}
	var rows []plans.Plan
	if err := q.Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make(map[string]plans.Plan, len(rows))
	for _, p := range rows {
		out[p.ID] = p
	}
	return out, nil
}

// concerned are the plans of the body's municipality, or all.
func (src sources) concerned(who asker) []string {
	var out []string
	for _, p := range src.plans {
		if who.id == "" || p.RootBodyID == who.rootID {
			out = append(out, p.ID)
		}
	}
	return out
}

func ids(byID map[string]plans.Plan) []string {
	out := make([]string, 0, len(byID))
	for planID := range byID {
		out = append(out, planID)
	}
	return out
}

func askedBody(tx *gorm.DB, bodyID string, today day.Day) (asker, error) {
	if bodyID == "" {
		return asker{}, nil
	}
	tree, err := boards.LoadTree(tx, bodyID)
	if err != nil {
		return asker{}, err
	}
	b, ok := tree.Body(bodyID)
	if !ok {
		return asker{id: bodyID}, nil
	}
	byRule := slices.ContainsFunc(tree.BoardsOn(b.RootID, today), func(o boards.Body) bool { return o.ID == bodyID })
	return asker{bodyID, b.RootID, byRule}, nil
}

// matching is the activities that the filter lets through; what went up in
// another activity has its time there.
func matching(tx *gorm.DB, f Filter, who asker, drafts bool) *gorm.DB {
	q := tx.Model(&activities.Activity{}).Where("status <> ?", activities.Merged)
	if !drafts {
		q = q.Where("plan_id NOT IN (?)", plans.DraftIDs(tx))
	}
	if f.Plan != "" {
		q = q.Where("plan_id = ?", f.Plan)
	}
	if f.Activity != "" {
		q = q.Where("id = ?", f.Activity)
	}
	if f.Area != "" {
		q = q.Where("id IN (SELECT activity_id FROM activity_areas WHERE area_id = ?)", f.Area)
	}
	switch {
	case who.byRule:
		q = q.Where(`(id IN (SELECT activity_id FROM activity_answers WHERE body_id = ?)
			OR (id IN (SELECT activity_id FROM activity_answers WHERE body_id = ?)
				AND plan_id IN (SELECT id FROM plans WHERE root_body_id = ?)))`, who.id, ruled, who.rootID)
	case who.id != "":
		q = q.Where("id IN (SELECT activity_id FROM activity_answers WHERE body_id = ?)", who.id)
	}
	return q
}

// complete adds to one page what only its own items need: who answers for the
// activities, and their violence areas.
func complete(tx *gorm.DB, page []Item) error {
	var activityIDs []string
	for _, it := range page {
		if it.ActivityID != "" {
			activityIDs = append(activityIDs, it.ActivityID)
		}
	}
	if len(activityIDs) == 0 {
		return nil
	}
	var answers []struct{ ActivityID, BodyID string }
	err := tx.Table("activity_answers").Distinct("activity_id", "body_id").
		Where("activity_id IN ?", activityIDs).Order("activity_id, body_id").Find(&answers).Error
	if err != nil {
		return err
	}
	var areas []struct{ ActivityID, AreaID string }
	err = tx.Table("activity_areas").Where("activity_id IN ?", activityIDs).Order("activity_id, area_id").Find(&areas).Error
	if err != nil {
		return err
	}
	bodyIDs, allBoards, areaIDs := map[string][]string{}, map[string]bool{}, map[string][]string{}
	for _, a := range answers {
		if a.BodyID == ruled {
			allBoards[a.ActivityID] = true
		} else {
			bodyIDs[a.ActivityID] = append(bodyIDs[a.ActivityID], a.BodyID)
		}
	}
	for _, a := range areas {
		areaIDs[a.ActivityID] = append(areaIDs[a.ActivityID], a.AreaID)
	}
	for i, it := range page {
		if it.ActivityID != "" {
			page[i].BodyIDs, page[i].AllBoards, page[i].AreaIDs = bodyIDs[it.ActivityID], allBoards[it.ActivityID], areaIDs[it.ActivityID]
		}
	}
	return nil
}

// readSurveys reads the rounds of the plans' mapping; drafts for those who see drafts.
func (src *sources) readSurveys(tx *gorm.DB, drafts bool) error {
	q := tx.Select("id", "plan_id", "key", "title_sv", "opens_on", "closes_on", "opened_on", "state", "created_at", "updated_at").
		Where("plan_id IN ?", ids(src.plans))
	if !drafts {
		q = q.Where("state <> ?", surveys.Draft)
	}
	return q.Find(&src.surveys).Error
}
