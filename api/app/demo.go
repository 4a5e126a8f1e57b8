package app

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"fmt"
	"io"
	"strings"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/activities"
	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/seeds"
)

// demoPlan is the plan that --demo loads and makes live.
const demoPlan = "umea-vald-2020"

// demoNotice tells every reader of the demo that the period is not the real one.
const demoNotice = "Demo, förlängd period: planen gäller egentligen 2020–2022. Rapporter och delmål här är påhittade för att visa hur tjänsten fungerar."

// LoadPlanAndAccounts loads Umeå's plan as it stands in the package, and makes
// the demo accounts.
func (a *App) LoadPlanAndAccounts(ctx context.Context) error {
	if _, err := a.Import(ctx, "umea.json", seeds.UmeaPlan, ""); err != nil {
		return fmt.Errorf("loading Umeå's plan: %w", err)
	}
	if _, err := a.Import(ctx, "competences.json", seeds.Competences, ""); err != nil {
		return fmt.Errorf("loading the register of competence: %w", err)
	}
	if _, err := a.Import(ctx, "meetings.json", seeds.MeetingSeries, ""); err != nil {
		return fmt.Errorf("loading how often the council meets: %w", err)
	}
	return a.Accounts.EnsureDemo(ctx, a.Config.DemoPassword)
}

// LoadDemo fills an empty database with Umeå's plan, demo accounts and a little
// life, all dated relative to today. A database with anything else is refused;
// one that it filled before is left as it is.
func (a *App) LoadDemo(ctx context.Context) error {
	only, err := a.Accounts.OnlyDemo(ctx)
	if err != nil {
		return err
	}
	var plan plans.Plan
	var found, strangers bool
	err = a.DB.Read(ctx, func(tx *gorm.DB) error {
		if plan, found, err = plans.ByKey(tx, demoPlan); err != nil || found {
			return err
		}
		var n int64
		err := tx.Model(&boards.Body{}).Count(&n).Error
		strangers = n > 0
		return err
	})
	if err != nil {
		return err
	}
	if !only || strangers {
		return fmt.Errorf("--demo is refused: %s holds what it did not load; give another ENVAGIN_DATABASE", a.Config.Database)
	}
	if a.Config.DemoPassword == "" {
		a.Config.DemoPassword = randomPassword()
	}
	if found {
		err = a.Accounts.EnsureDemo(ctx, a.Config.DemoPassword)
	} else {
		err = a.LoadPlanAndAccounts(ctx)
	}
	if err != nil {
		return err
	}
	if found && strings.HasPrefix(plan.Notice, demoNotice) {
		return nil
	}
	return a.enliven(ctx)
}

func randomPassword() string {
	raw := make([]byte, 10)
	_, _ = rand.Read(raw) // never fails (crypto/rand)
	return strings.ToLower(base32.StdEncoding.EncodeToString(raw))
}

func (a *App) greetDemo(out io.Writer) {
	names := make([]string, len(auth.RoleNames))
	for i, role := range auth.RoleNames {
		names[i] = accounts.DemoEmail(role)
	}
	_, _ = fmt.Fprintf(out, "  Demo accounts: %s\n  Password of all: %s\n", strings.Join(names, ", "), a.Config.DemoPassword)
}

// demoReport is one invented report, daysAgo before today.
type demoReport struct {
	code, body              string
	daysAgo                 int
	state                   activities.PartState
	done, deviation, onward string
}

var demoReports = []demoReport{
	{"1.1", "ks", 25, activities.PartOnTrack, "Samverkansplanen används i alla förvaltningar och rådet har mötts två gånger i år.", "", "Uppföljning med kontaktpersonerna efter årsskiftet."},
	{"1.2", "ks", 60, activities.PartOnTrack, "Kartläggningens frågor är klara och metodstödet är prövat i fyra enheter.", "", "Utskick till alla enheter."},
	{"1.2", "for-och-grundskolenamnden", 41, activities.PartDeviation, "Hälften av skolenheterna har börjat svara.", "Utskicket krockade med terminsstarten och flera rektorer har bett om mer tid.", "Ny svarstid är satt, med påminnelse till varje rektor."},
	{"1.3", "ks", 30, activities.PartOnTrack, "Årets uppföljning är sammanställd och lämnas till fullmäktige.", "", "Nya indikatorer tas fram tillsammans med rådet."},
	{"1.4", "ks", 18, activities.PartOnTrack, "Den externa sidan har fått texter om alla sex våldsområden.", "", "Den interna sidan prövas med två förvaltningar."},
	{"2.1", "ks", 75, activities.PartOnTrack, "Nationella kunskapsstöd sprids genom kontaktpersonerna.", "", "Utbildning för nya chefer i vår."},
	{"2.2", "ifn", 95, activities.PartOnTrack, "Samtalsstöd erbjuds utan väntetid.", "", "Samverkan med skolorna om hedersrelaterat våld planeras."},
	{"2.5", "ks", 150, activities.PartOnTrack, "Behovet av skyddat boende är beskrivet.", "", "Avtal med fler utförare undersöks."},
	{"2.7", "ks", 12, activities.PartOnTrack, "Vägledningen till chefer är spridd och en stödlinje för medarbetare finns.", "", "Uppföljning i medarbetarenkäten."},
	{"2.8", "gymnasie-och-vuxenutbildningsnamnden", 33, activities.PartOnTrack, "Två gymnasieskolor har beskrivit sina goda exempel.", "", "En gemensam träff med grundskolan."},
}

// demoMilestone is one invented milestone, in so many months from today.
type demoMilestone struct {
	code, key, title string
	months           int
	done             bool
}

var demoMilestones = []demoMilestone{
	{"1.2", "demo-metodstod", "Metodstödet är prövat", -3, true},
	{"1.2", "demo-svar", "Alla enheter har svarat", 2, false},
	{"1.4", "demo-intern", "Den interna sidan är öppen", 4, false},
	{"2.1", "demo-utbildning", "Utbildning för nya chefer", 5, false},
	{"2.2", "demo-hedersarbete", "Gemensam rutin med skolorna om hedersrelaterat våld", 3, false},
	{"2.6", "demo-huskurage", "Bostadens personal är utbildad i huskurage", -1, false},
	{"2.8", "demo-modell", "Modellen för goda exempel är beskriven", 6, false},
}

// enliven extends the plan's period past today and adds milestones and reports.
func (a *App) enliven(ctx context.Context) error {
	coordinator := auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Coordinator}}}
	today := a.Clock.Today()
	return a.DB.Tx(database.WithLimit(ctx, importLimit), func(tx *gorm.DB) error {
		ctx := tx.Statement.Context
		if err := a.Questions.Demo(ctx); err != nil {
			return err
		}
		plan, _, err := plans.ByKey(tx, demoPlan)
		if err != nil {
			return err
		}
		old := plan
		plan.Notice = demoNotice
		plan.PeriodTo = day.Date(today.Year()+1, 12, 31)
		if _, err := a.Plans.Replace(ctx, coordinator, old.ID, old.Version, plan); err != nil {
			return err
		}
		rounds, err := plans.ReportingRoundsOf(tx, plan.ID)
		if err != nil {
			return err
		}
		for _, r := range rounds {
			r.LastDue = plan.PeriodTo
			if _, _, err := a.Plans.ReplaceRound(ctx, coordinator, plan.ID, r.ID, r.Version, r); err != nil {
				return err
			}
		}
		ids, err := activities.IDsByCode(tx, plan.ID)
		if err != nil {
			return err
		}
		bodies, err := boards.AllKeys(tx)
		if err != nil {
			return err
		}
		for _, m := range demoMilestones {
			due := today.AddMonths(m.months)
			row := activities.Milestone{Key: m.key, Title: m.title, Due: day.Dated{Day: due, Precision: day.ToDay},
				Recurrence: activities.Recurrence{Kind: activities.Once}, Source: "municipality"}
			if m.done {
				row.DoneOn = due
			}
			if _, err := a.Activities.AddMilestone(ctx, coordinator, ids[m.code], row); err != nil {
				return fmt.Errorf("demo milestone of %s: %w", m.code, err)
			}
		}
		if err := a.Decisions.Demo(ctx, plan.ID, ids, bodies); err != nil {
			return err
		}
		if err := a.References.Demo(ctx, ids, bodies); err != nil {
			return err
		}
		if err := a.Communications.Demo(ctx, plan.ID, ids, bodies); err != nil {
			return err
		}
		if err := a.Council.Demo(ctx, bodies["kf"]); err != nil {
			return err
		}
		if err := a.Meetings.Demo(ctx); err != nil {
			return err
		}
		if err := a.Surveys.Demo(ctx, plan.ID); err != nil {
			return err
		}
		if err := a.Responses.Demo(ctx); err != nil {
			return err
		}
		if err := a.addDemoStaff(ctx, today, plan.ID); err != nil {
			return fmt.Errorf("demo survey of employees: %w", err)
		}
		for _, r := range demoReports {
			if err := a.addDemoReport(ctx, today, ids, bodies, r); err != nil {
				return fmt.Errorf("demo report on %s: %w", r.code, err)
			}
		}
		return nil
	})
}

func (a *App) addDemoReport(ctx context.Context, today day.Day, ids, bodies map[string]string, r demoReport) error {
	body, ok := bodies[r.body]
	if !ok || ids[r.code] == "" {
		return problem.NotFound("body or activity")
	}
	officer := auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Officer, BodyID: body}}}
	_, err := a.Activities.AddReport(ctx, officer, ids[r.code], activities.Report{BodyID: body, State: r.state,
		AsOf: today.AddDays(-r.daysAgo), Done: r.done, Deviation: r.deviation, Next: r.onward})
	return err
}
