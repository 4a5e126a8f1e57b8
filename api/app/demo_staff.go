package app

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"envagin/api/ballots"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/surveys"
)

// demoUnit is an invented unit, how many work there, and how well it goes: of a hundred, how many have a routine.
type demoUnit struct {
	key, sv, en string
	size, well  int
}

// demoAdministrations are invented too: no real unit is spoken of.
var demoAdministrations = []struct {
	key, sv, en string
	units       []demoUnit
}{
	{"utbildning", "Utbildning", "Education", []demoUnit{
		{"forskola", "Förskolor", "Pre-schools", 84, 45}, {"grundskola", "Grundskolor", "Schools", 96, 55},
		{"gymnasium", "Gymnasieskolor", "Upper secondary schools", 58, 40}, {"elevhalsa", "Elevhälsan", "Pupil health", 9, 80}}},
	{"vard-och-omsorg", "Vård och omsorg", "Care", []demoUnit{
		{"hemtjanst", "Hemtjänst", "Home care", 72, 35}, {"boenden", "Särskilda boenden", "Care homes", 88, 50},
		{"lss", "Stöd enligt LSS", "Support for disabled persons", 41, 30}}},
	{"individ-och-familj", "Individ och familj", "Individual and family", []demoUnit{
		{"mottagning", "Mottagningen", "Reception", 34, 90}, {"barn", "Barn och unga", "Children and young people", 47, 85},
		{"bistand", "Ekonomiskt bistånd", "Income support", 29, 60}}},
}

// demoStaffQuestions are what employees are asked, shorter than what units are.
var demoStaffQuestions = []surveys.Question{
	{Key: "rutin", Type: surveys.Single, Required: true, TextSv: "Vet du vad du ska göra om någon berättar om våld?", TextEn: "Do you know what to do if somebody tells you of violence?",
		Options: []surveys.Option{{Key: "ja", Sv: "Ja", En: "Yes"}, {Key: "delvis", Sv: "Delvis", En: "Partly"}, {Key: "nej", Sv: "Nej", En: "No"}}},
	{Key: "trygg", Type: surveys.Scale, Required: true, Min: number(1), Max: number(5), TextSv: "Hur trygg är du i att fråga om våld?", TextEn: "How confident are you in asking about violence?",
		MinLabelSv: "Inte alls", MinLabelEn: "Not at all", MaxLabelSv: "Mycket", MaxLabelEn: "Very"},
	{Key: "behov", Type: surveys.Multiple, TextSv: "Vad skulle hjälpa dig mest?", TextEn: "What would help you most?",
		Options: []surveys.Option{{Key: "utbildning", Sv: "Utbildning", En: "Training"}, {Key: "rutin", Sv: "En tydlig rutin", En: "A clear routine"},
			{Key: "kollega", Sv: "Någon att fråga", En: "Somebody to ask"}, {Key: "tid", Sv: "Mer tid", En: "More time"}}},
	{Key: "samarbete", Type: surveys.Matrix, TextSv: "Hur fungerar samarbetet med andra?", TextEn: "How does the work with others go?",
		Rows:    []surveys.Option{{Key: "socialtjanst", Sv: "Socialtjänsten", En: "Social services"}, {Key: "vard", Sv: "Vården", En: "Health care"}},
		Options: []surveys.Option{{Key: "bra", Sv: "Bra", En: "Well"}, {Key: "daligt", Sv: "Mindre bra", En: "Less well"}, {Key: "vet-inte", Sv: "Vet inte", En: "Don’t know"}}},
	{Key: "chef", Type: surveys.Single, Required: true, TextSv: "Är du chef?", TextEn: "Are you a manager?",
		Options: []surveys.Option{{Key: "ja", Sv: "Ja", En: "Yes"}, {Key: "nej", Sv: "Nej", En: "No"}}},
	{Key: "fritt", Type: surveys.LongText, TextSv: "Vad vill du säga mer?", TextEn: "What more would you like to say?", MaxLength: 2000,
		HelpSv: "Skriv inget som visar vem du är eller vem du möter.", HelpEn: "Write nothing that shows who you are or whom you meet."},
}

// demoWords are what invented employees write; some show who they are, for somebody to strike.
var demoWords = []string{
	"Vi skulle behöva öva på att ställa frågan, inte bara läsa om det.",
	"Rutinen finns men ligger långt in på intranätet. En sida på väggen vore bättre.",
	"Det är svårt att få tid att prata ostört.",
	"Jag är osäker på vad jag får berätta för andra.",
	"Utbildningen i våras var bra. Fler borde få gå den.",
	"Vi på Ekbacken har pratat om det på varje möte sedan Maj började.",
	"Jag vet vem jag kan ringa, och det räcker långt.",
	"Vikarierna har aldrig hört talas om rutinen.",
	"Det vore bra med någon att fråga samma dag.",
	"Jag vill veta vad som händer efter en orosanmälan.",
}

func number(n float64) *float64 { return &n }

// addDemoStaff gives employees a round last year, whose results can be read, and one that is open.
func (a *App) addDemoStaff(ctx context.Context, today day.Day, planID string) error {
	keeper := auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Coordinator}}}
	round, err := a.makeDemoStaff(ctx, keeper, today, planID)
	if err != nil {
		return err
	}
	if round, err = a.Surveys.Open(ctx, keeper, round.ID, round.Version); err != nil {
		return err
	}
	if err := a.Ballots.Demo(ctx, round.ID, inventStaff(round.Groups)); err != nil {
		return err
	}
	if round, err = a.Surveys.Close(ctx, keeper, round.ID, round.Version); err != nil {
		return err
	}
	if err := a.Results.Demo(ctx, round.ID); err != nil {
		return err
	}
	if err := a.Results.DemoRead(ctx, round.ID); err != nil {
		return err
	}
	if round, err = a.Surveys.Publish(ctx, keeper, round.ID, round.Version); err != nil {
		return err
	}
	if err := a.addDemoUnread(ctx, keeper, round.ID, today); err != nil {
		return err
	}
	next, err := a.Surveys.Copy(ctx, keeper, round.ID, "demo-medarbetare")
	if err != nil {
		return err
	}
	if next, err = a.Surveys.DemoNext(ctx, next, "Så rustade är vi: årets enkät till medarbetare", "How well equipped we are: this year’s survey of employees", today.AddDays(-6), today.AddDays(15)); err != nil {
		return err
	}
	if _, err = a.Surveys.Open(ctx, keeper, next.ID, next.Version); err != nil {
		return err
	}
	return a.Surveys.DemoDays(ctx, round.ID, today.AddDays(-400), today.AddDays(-379), today.AddDays(-358))
}

// addDemoUnread gives employees a round that has closed, of which what they wrote is still to be read.
func (a *App) addDemoUnread(ctx context.Context, keeper auth.User, before string, today day.Day) error {
	round, err := a.Surveys.Copy(ctx, keeper, before, "demo-efter-utbildningen")
	if err != nil {
		return err
	}
	if round, err = a.Surveys.DemoNext(ctx, round, "Efter utbildningen: medarbetarnas svar", "After the training: what employees answered", today.AddDays(-70), today); err != nil {
		return err
	}
	if round, err = a.Surveys.Open(ctx, keeper, round.ID, round.Version); err != nil {
		return err
	}
	if err := a.Ballots.Demo(ctx, round.ID, inventStaff(round.Groups)); err != nil {
		return err
	}
	if round, err = a.Surveys.Close(ctx, keeper, round.ID, round.Version); err != nil {
		return err
	}
	if err := a.Results.Demo(ctx, round.ID); err != nil {
		return err
	}
	return a.Surveys.DemoDays(ctx, round.ID, today.AddDays(-70), today.AddDays(-3), "")
}

func (a *App) makeDemoStaff(ctx context.Context, keeper auth.User, today day.Day, planID string) (surveys.Whole, error) {
	var groups []surveys.GroupInput
	for _, administration := range demoAdministrations {
		groups = append(groups, surveys.GroupInput{Key: administration.key, NameSv: administration.sv, NameEn: administration.en})
		for _, u := range administration.units {
			groups = append(groups, surveys.GroupInput{Key: u.key, ParentKey: administration.key, NameSv: u.sv, NameEn: u.en, Size: u.size})
		}
	}
	round, err := a.Surveys.Create(ctx, keeper, surveys.Survey{Key: "demo-baslinje", Answering: surveys.Staff, PlanID: &planID,
		TitleSv: "Så rustade är vi: medarbetarnas svar", TitleEn: "How well equipped we are: what employees answered",
		IntroSv: "En kort enkät till alla medarbetare. Ingen kan se vem som har svarat vad. Allt är påhittat.",
		IntroEn: "A short survey of all employees. Nobody can see who answered what. Everything is invented.",
		OpensOn: today, ClosesOn: today, Sections: []surveys.Section{{Key: "vardag", TitleSv: "Din vardag", TitleEn: "Your everyday work"}},
		Dimensions: []surveys.Dimension{{Key: "enhet", NameSv: "Verksamhet", NameEn: "Unit"}, {Key: "chef", NameSv: "Chefer och medarbetare", NameEn: "Managers and others", QuestionKey: "chef"}}}, groups, false)
	if err != nil {
		return round, err
	}
	for i, q := range demoStaffQuestions {
		q.SectionKey, q.Position = "vardag", i
		if _, err := a.Surveys.AddQuestion(ctx, keeper, round.ID, q); err != nil {
			return round, fmt.Errorf("demo question %s: %w", q.Key, err)
		}
	}
	return a.Surveys.Get(ctx, keeper, round.ID)
}

// inventStaff answers for seven of ten in each unit, in the same way each time.
func inventStaff(groups []surveys.Group) []ballots.DemoAnswer {
	dice := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // invented answers
	ids := map[string]string{}
	for _, g := range groups {
		ids[g.Key] = g.ID
	}
	var out []ballots.DemoAnswer
	for _, administration := range demoAdministrations {
		for _, u := range administration.units {
			for range u.size * 7 / 10 {
				out = append(out, ballots.DemoAnswer{GroupID: ids[u.key], Answers: inventAnswer(dice, u.well)})
			}
		}
	}
	return out
}

func inventAnswer(dice *rand.Rand, well int) map[string]json.RawMessage {
	quoted := func(key string) json.RawMessage { return json.RawMessage(`"` + key + `"`) }
	of := func(keys ...string) string { return keys[dice.IntN(len(keys))] }
	answer := map[string]json.RawMessage{"rutin": quoted(of("delvis", "nej")), "chef": quoted("nej"),
		"trygg": json.RawMessage(of("1", "2", "3", "3", "4")), "behov": json.RawMessage(`["` + of("utbildning", "rutin", "kollega", "tid") + `"]`),
		"samarbete": json.RawMessage(`{"socialtjanst":"` + of("bra", "daligt", "vet-inte") + `","vard":"` + of("daligt", "vet-inte", "bra") + `"}`)}
	if dice.IntN(100) < well {
		answer["rutin"], answer["trygg"] = quoted("ja"), json.RawMessage(of("3", "4", "4", "5"))
	}
	if dice.IntN(7) == 0 {
		text, _ := json.Marshal(of(demoWords...)) // a string always can
		answer["fritt"] = text
	}
	if dice.IntN(12) == 0 {
		answer["chef"] = quoted("ja")
	}
	return answer
}
