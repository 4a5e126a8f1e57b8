package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/app"
	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/auth"
	"envagin/api/platform/collate"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/source"
)

// What one municipality has. Three hundred of them make 12 000 activities,
// 40 000 responsibilities and 100 000 reports.
const (
	activitiesEach = 40
	perPart        = 10 // activities in each part; those of part 1 are for all boards
	boardsEach     = 8
	bodiesEach     = 15
	milestonesEach = 2 // for an activity
)

// loaded is what the requests need to know of the data.
type loaded struct {
	plan       string // the plan in the middle
	activity   string // one of its activities
	meeting    string // a long one of the council's
	items      []string
	reportable []reportable
	counts     map[string]int64
	took       time.Duration
}

// reportable is an activity and a body that answers for it.
type reportable struct{ activity, body string }

// loader makes municipalities. Rows go straight into the tables; what follows
// from them (statuses, stored answers, revisions) is made by the services.
type loader struct {
	rng   *rand.Rand
	now   time.Time
	today day.Day
	terms struct{ areas, groups []string }
	out   loaded
	rows  rows
}

// rows wait until a few municipalities' are worth a statement.
type rows struct {
	bodies           []boards.Body
	plans            []plans.Plan
	goals            []plans.Goal
	activities       []activities.Activity
	links            map[string][]map[string]any // table → rows
	responsibilities []activities.Responsibility
	milestones       []activities.Milestone
	parts            []activities.Part
	reports          []activities.Report
	dependencies     []activities.Dependency
}

// load fills an empty database with n municipalities.
func load(ctx context.Context, a *app.App, n int) (loaded, error) {
	began := time.Now()
	l := &loader{rng: rand.New(rand.NewPCG(7, 27)), now: a.Clock.Now(), today: a.Clock.Today()}
	ctx = database.WithLimit(ctx, 5*time.Minute)
	err := a.DB.Tx(ctx, func(tx *gorm.DB) error {
		if err := l.vocabularies(tx); err != nil {
			return err
		}
		for m := range n {
			l.municipality(m)
			if m == n/2 {
				l.out.plan = l.rows.plans[len(l.rows.plans)-1].ID
				l.out.activity = l.rows.activities[len(l.rows.activities)-activitiesEach/2].ID
			}
			if m%10 == 9 || m == n-1 {
				if err := l.rows.flush(tx); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return l.out, err
	}
	if err := l.settle(ctx, a); err != nil {
		return l.out, err
	}
	l.out.took = time.Since(began)
	return l.out, nil
}

// settle lets the product make statuses, answers and revisions of what was loaded.
func (l *loader) settle(ctx context.Context, a *app.App) error {
	var planIDs []string
	l.out.counts = map[string]int64{}
	err := a.DB.Read(ctx, func(tx *gorm.DB) error {
		for _, table := range []string{"bodies", "plans", "activities", "responsibilities", "milestones", "parts", "reports", "dependencies"} {
			var n int64
			if err := tx.Table(table).Count(&n).Error; err != nil {
				return err
			}
			l.out.counts[table] = n
		}
		return tx.Model(&plans.Plan{}).Order("id").Pluck("id", &planIDs).Error
	})
	if err != nil {
		return err
	}
	// One transaction: the fsync of each plan's is not what is measured.
	return a.DB.Tx(ctx, func(tx *gorm.DB) error {
		for _, planID := range planIDs {
			if err := a.Activities.Resettle(tx.Statement.Context, planID); err != nil {
				return err
			}
		}
		return nil
	})
}

func (l *loader) vocabularies(tx *gorm.DB) error {
	for table, n := range map[string]int{"violence_areas": 6, "target_groups": 8} {
		var terms []plans.Term
		for i := range n {
			t := plans.Term{ID: id.New(), Key: fmt.Sprintf("ord-%d", i), NameSv: fmt.Sprintf("Ord %d", i), NameEn: fmt.Sprintf("Term %d", i),
				DescriptionSv: text(120), DescriptionEn: text(120), Position: i, Version: 1, CreatedAt: l.now, UpdatedAt: l.now}
			terms = append(terms, t)
			if table == "violence_areas" {
				l.terms.areas = append(l.terms.areas, t.ID)
			} else {
				l.terms.groups = append(l.terms.groups, t.ID)
			}
		}
		if err := tx.Table(table).Create(&terms).Error; err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) municipality(m int) {
	own := l.register(m)
	p := plans.Plan{ID: id.New(), Key: fmt.Sprintf("plan-%d", m), Name: fmt.Sprintf("Plan mot våld, kommun %d", m), Lang: "sv",
		Status: plans.Published, RootBodyID: own[0].ID, OwnerID: &own[1].ID, PeriodFrom: l.today.AddMonths(-14), PeriodTo: l.today.AddMonths(22),
		Parts:         []plans.Part{{Number: 1, Title: "Alla nämnder"}, {Number: 2, Title: "Socialt"}, {Number: 3, Title: "Skola"}, {Number: 4, Title: "Övrigt"}},
		RevisionDates: []day.Dated{}, ReportingIntervalDays: 120, Source: source.Municipality, Version: 1, CreatedAt: l.now, UpdatedAt: l.now}
	p.SortKey = collate.Key(p.Name)
	l.rows.plans = append(l.rows.plans, p)
	var goals []string
	for i := range 6 {
		g := plans.Goal{ID: id.New(), PlanID: p.ID, Key: fmt.Sprintf("mal-%d", i), Kind: plans.Measurable, Text: text(140), Position: i,
			Lang: "sv", Source: source.Municipality, Version: 1, CreatedAt: l.now, UpdatedAt: l.now}
		l.rows.goals = append(l.rows.goals, g)
		goals = append(goals, g.ID)
	}
	var made []string
	for i := range activitiesEach {
		made = append(made, l.activity(p, i, m*activitiesEach+i, goals, own))
	}
	for i := 4; i < activitiesEach; i += 4 { // every fourth waits for the one before it
		l.rows.dependencies = append(l.rows.dependencies, activities.Dependency{ID: id.New(), ActivityID: made[i], BeforeID: made[i-1], Version: 1, CreatedAt: l.now})
	}
}

// register makes a municipality's bodies: the council first, then the boards.
func (l *loader) register(m int) []boards.Body {
	kind := func(i int) boards.Kind {
		switch {
		case i == 0:
			return boards.Council
		case i == 1:
			return boards.ExecutiveBoard
		case i <= boardsEach:
			return boards.Board
		case i <= boardsEach+4:
			return boards.Administration
		case i == boardsEach+5:
			return boards.MunicipalCompany
		default:
			return boards.OutsideBody
		}
	}
	var own []boards.Body
	for i := range bodiesEach {
		b := boards.Body{ID: id.New(), Key: fmt.Sprintf("kommun-%d-organ-%d", m, i), Kind: kind(i), NameSv: fmt.Sprintf("Nämnden för område %d i kommun %d", i, m),
			NameEn: fmt.Sprintf("The committee of field %d in municipality %d", i, m), ShortName: fmt.Sprintf("N%d", i), Description: text(200),
			ExternalIDs: []boards.ExternalID{}, Source: source.Municipality, Version: 1, CreatedAt: l.now, UpdatedAt: l.now}
		b.RootID, b.SortKey = b.ID, collate.Key(b.NameSv)
		if i > 0 {
			b.ParentID, b.RootID = &own[0].ID, own[0].ID
		}
		own = append(own, b)
	}
	l.rows.bodies = append(l.rows.bodies, own...)
	return own
}

// activity makes one with all around it and gives its id; nth counts over all plans.
func (l *loader) activity(p plans.Plan, i, nth int, goals []string, own []boards.Body) string {
	part := 1 + i/perPart
	a := activities.Activity{ID: id.New(), PlanID: p.ID, Key: fmt.Sprintf("aktivitet-%d", i), Code: fmt.Sprintf("%d.%d", part, 1+i%perPart),
		Part: part, Position: i, Title: fmt.Sprintf("Utveckla stödet till utsatta, steg %d", i), Summary: text(160), Description: text(500), Lang: "sv",
		Start: day.Dated{Day: l.today.AddMonths(-12 + l.rng.IntN(15)), Precision: day.ToMonth}, DatesSource: source.Municipality,
		AreaIDs: some(l.rng, l.terms.areas, 2), GroupIDs: some(l.rng, l.terms.groups, 2), GoalIDs: some(l.rng, goals, 1),
		Levels: []activities.Level{activities.Individual, activities.Society}, ClassificationSource: source.Municipality,
		ExpectedEffect: text(200), Funding: activities.Funding{State: activities.NoFunding}, Links: []activities.WebLink{},
		Source: source.Municipality, Status: activities.NoInformation, Version: 1, CreatedAt: l.now, UpdatedAt: l.now}
	if l.rng.IntN(4) > 0 {
		a.End = day.Dated{Day: l.today.AddMonths(-2 + l.rng.IntN(20)), Precision: day.ToMonth}
		if a.End.Day < a.Start.Day {
			a.End.Day = a.Start.Day
		}
	}
	a.CodeKey, a.TitleKey = collate.Key(a.Code), collate.Key(a.Title)
	l.rows.activities = append(l.rows.activities, a)
	l.rows.link("activity_areas", "area_id", a.ID, a.AreaIDs)
	l.rows.link("activity_groups", "group_id", a.ID, a.GroupIDs)
	l.rows.link("activity_goals", "goal_id", a.ID, a.GoalIDs)
	l.rows.link("activity_levels", "level", a.ID, []string{string(activities.Individual), string(activities.Society)})
	answering := l.responsible(a, part, nth, own)
	for k := range milestonesEach {
		ms := activities.Milestone{ID: id.New(), ActivityID: a.ID, Key: fmt.Sprintf("delmal-%d", k), Title: fmt.Sprintf("Delmål %d är nått", k),
			Due:        day.Dated{Day: l.today.AddMonths(1 + l.rng.IntN(18)), Precision: day.ToMonth},
			Recurrence: activities.Recurrence{Kind: activities.Once}, Source: source.Municipality, Version: 1, CreatedAt: l.now, UpdatedAt: l.now}
		if k == 0 && part == 1 {
			ms.Recurrence = activities.Recurrence{Kind: activities.PerYear, Times: 4}
		}
		l.rows.milestones = append(l.rows.milestones, ms)
	}
	l.reports(a, nth, answering)
	return a.ID
}

// responsible gives an activity 3 or 4 rows, and tells which bodies answer by name.
func (l *loader) responsible(a activities.Activity, part, nth int, own []boards.Body) (answering []string) {
	n := 3
	if nth%3 == 2 {
		n = 4
	}
	first := 2 + l.rng.IntN(boardsEach-4)
	for k := range n {
		r := activities.Responsibility{ID: id.New(), ActivityID: a.ID, Role: activities.Answerable, Source: source.Municipality,
			Version: 1, CreatedAt: l.now, UpdatedAt: l.now}
		switch {
		case k == 0 && part == 1:
			r.Rule = activities.AllBoards
		case k < 2:
			r.BodyID = &own[first+k].ID
		default:
			r.BodyID, r.Role = &own[first+k].ID, activities.CarriesOut
		}
		if r.BodyID != nil {
			answering = append(answering, *r.BodyID)
			l.out.reportable = append(l.out.reportable, reportable{a.ID, *r.BodyID})
		}
		l.rows.responsibilities = append(l.rows.responsibilities, r)
	}
	return answering
}

// reports gives an activity 8 or 9 reports over two years, and the parts that follow.
func (l *loader) reports(a activities.Activity, nth int, answering []string) {
	n := 8
	if nth%3 == 2 {
		n = 9
	}
	newest := map[string]activities.Report{}
	for k := range n {
		state := activities.PartOnTrack
		if l.rng.IntN(8) == 0 {
			state = activities.PartDeviation
		}
		r := activities.Report{ID: id.New(), ActivityID: a.ID, BodyID: answering[k%len(answering)], State: state,
			AsOf: l.today.AddDays(-(n-k)*60 - l.rng.IntN(90) + 59), Done: text(180), Next: text(90), ByUserID: "bench", ByRole: auth.Officer,
			Version: 1, CreatedAt: l.now, UpdatedAt: l.now}
		if state == activities.PartDeviation {
			r.Deviation = text(120)
		}
		if r.AsOf > l.today {
			r.AsOf = l.today
		}
		l.rows.reports = append(l.rows.reports, r)
		if old, ok := newest[r.BodyID]; !ok || old.AsOf <= r.AsOf {
			newest[r.BodyID] = r
		}
	}
	for _, body := range answering {
		r := newest[body]
		l.rows.parts = append(l.rows.parts, activities.Part{ID: id.New(), ActivityID: a.ID, BodyID: body, State: r.State,
			LastReportOn: r.AsOf, Version: 1, CreatedAt: l.now, UpdatedAt: l.now})
	}
}

func (r *rows) link(table, column, activityID string, values []string) {
	if r.links == nil {
		r.links = map[string][]map[string]any{}
	}
	for _, v := range values {
		r.links[table] = append(r.links[table], map[string]any{"activity_id": activityID, column: v})
	}
}

// flush writes what waits, in the order of the foreign keys.
func (r *rows) flush(tx *gorm.DB) error {
	const some = 400
	for _, list := range []any{&r.bodies, &r.plans, &r.goals, &r.activities, &r.responsibilities, &r.milestones, &r.parts, &r.reports, &r.dependencies} {
		if err := tx.CreateInBatches(list, some).Error; err != nil {
			return err
		}
	}
	for table, links := range r.links {
		if err := tx.Table(table).CreateInBatches(links, some).Error; err != nil {
			return err
		}
	}
	*r = rows{}
	return nil
}

// some picks n of a list, the same for the same state of the generator.
func some(rng *rand.Rand, from []string, n int) []string {
	at := rng.IntN(len(from))
	out := make([]string, n)
	for i := range out {
		out[i] = from[(at+i)%len(from)]
	}
	return out
}

const prose = "Kommunen ska ge stöd och skydd till den som utsätts för våld, och hjälp att sluta till den som utövar det. " +
	"Alla som möter människor i sitt arbete ska veta vad de gör när de misstänker våld, och vem de frågar. "

// text is about n bytes of Swedish prose.
func text(n int) string {
	t := strings.Repeat(prose, n/len(prose)+1)
	for n > 0 && t[n]&0xC0 == 0x80 { // not in the middle of a letter
		n--
	}
	return strings.TrimSpace(t[:n])
}
