package app_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"gorm.io/gorm"

	"envagin/api/ballots"
	"envagin/api/invitations"
	"envagin/api/platform/id"
	"envagin/api/results"
	"envagin/api/testkit"
)

// ballotsToTry is an open round of staff with a key.
func (all things) ballotsToTry(a *testkit.App) {
	a.T.Helper()
	round, groups := staffRound(a, "personal", 1)
	all["staff"] = map[string]string{"surveys": round}
	makeCodes(a, round, groups)
	all["told"] = map[string]string{"surveys": toldRound(a, "publicerad")}
	written := writtenRound(a, "skriven")
	all["written"] = map[string]string{"surveys": written, "textId": a.Get("/surveys/"+written+"/free-texts?limit=1", a.As("coordinator")).Want(200).Items()[0]["id"].(string)}
	all["told"]["textId"] = all["written"]["textId"]
	all["told"]["correctionId"] = a.Do(http.MethodPost, "/surveys/"+all["told"]["surveys"]+"/corrections",
		object{"kind": "withdrawQuestion", "targetKey": "rutin", "reasonSv": "Prov", "reasonEn": "Try"}, a.As("coordinator")).Want(201).ID()
}

// toldRound is a published round of staff, in which twelve of a group said yes and eight no.
func toldRound(a *testkit.App, key string) string {
	a.T.Helper()
	round, groups := staffRound(a, key, 1)
	var answers []ballots.DemoAnswer
	for n := range 20 {
		said := json.RawMessage(`"ja"`)
		if n%5 > 2 {
			said = json.RawMessage(`"nej"`)
		}
		answers = append(answers, ballots.DemoAnswer{GroupID: groups[0], Answers: map[string]json.RawMessage{"rutin": said}})
	}
	as, at := a.As("coordinator"), "/surveys/"+round
	err := a.Ballots.Demo(context.Background(), round, answers)
	if err == nil {
		a.Do(http.MethodPut, at+"/closing", object{}, as, testkit.IfMatch(a.Get(at, as).ETag())).Want(200)
		err = a.Results.Demo(context.Background(), round)
	}
	if err != nil {
		a.T.Fatal(err)
	}
	a.Do(http.MethodPut, at+"/publication", object{}, as, testkit.IfMatch(a.Get(at, as).ETag())).Want(200)
	return round
}

// writtenRound is a closed round of staff, in which eight wrote something that nobody has read yet.
func writtenRound(a *testkit.App, key string) string {
	a.T.Helper()
	round, groups := staffRound(a, key, 1, object{"key": "fritt", "sectionKey": "behov", "position": 1, "type": "longText", "textSv": "Vad mer?", "textEn": "What more?"})
	var answers []ballots.DemoAnswer
	for range 8 {
		answers = append(answers, ballots.DemoAnswer{GroupID: groups[0], Answers: map[string]json.RawMessage{"rutin": json.RawMessage(`"ja"`),
			"fritt": json.RawMessage(`"Vi skulle behöva öva på att fråga."`)}})
	}
	as, at := a.As("coordinator"), "/surveys/"+round
	err := a.Ballots.Demo(context.Background(), round, answers)
	if err == nil {
		a.Do(http.MethodPut, at+"/closing", object{}, as, testkit.IfMatch(a.Get(at, as).ETag())).Want(200)
		err = a.Results.Demo(context.Background(), round)
	}
	if err != nil {
		a.T.Fatal(err)
	}
	return round
}

// staffRound opens a round of one question, and perhaps more, for some groups of staff.
func staffRound(a *testkit.App, key string, groups int, more ...object) (round string, ids []string) {
	a.T.Helper()
	var declared []object
	for n := range groups {
		name := fmt.Sprintf("Grupp %d", n+1)
		declared = append(declared, object{"key": fmt.Sprintf("grupp-%d", n+1), "nameSv": name, "nameEn": name, "size": 40})
	}
	as := a.As("coordinator")
	made := a.Do(http.MethodPost, "/surveys", object{"key": key, "answering": "staff", "dimensions": []object{{"key": "enhet", "nameSv": "Enhet", "nameEn": "Unit"}}, "titleSv": "Så arbetar vi mot våld", "titleEn": "How we work against violence",
		"closesOn": "2040-01-01", "sections": []object{{"key": "behov", "titleSv": "Behov", "titleEn": "Needs"}}, "groups": declared}, as).Want(201)
	for _, group := range made.Object()["groups"].([]any) {
		ids = append(ids, group.(object)["id"].(string))
	}
	at := "/surveys/" + made.ID()
	a.Do(http.MethodPost, at+"/questions", object{"key": "rutin", "sectionKey": "behov", "type": "single", "textSv": "Har ni en rutin?", "textEn": "Do you have a routine?",
		"options": []object{{"key": "ja", "sv": "Ja", "en": "Yes"}, {"key": "nej", "sv": "Nej", "en": "No"}}}, as).Want(201)
	for _, question := range more {
		a.Do(http.MethodPost, at+"/questions", question, as).Want(201)
	}
	a.Do(http.MethodPut, at+"/opening", object{}, as, testkit.IfMatch(a.Get(at, as).ETag())).Want(200)
	return made.ID(), ids
}

// makeCodes gives each group a code, and with it its key.
func makeCodes(a *testkit.App, round string, groups []string) {
	a.T.Helper()
	err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
		for _, group := range groups {
			if _, err := a.Ballots.MakeCodes(tx, round, group, 1); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		a.T.Fatal(err)
	}
}

// fillBallots makes a round of staff with some groups' keys.
func fillBallots(a *testkit.App, ids map[string]string) {
	a.T.Helper()
	ids["{written}"] = writtenRound(a, "fylld-skriven")
	ids["{corrected}"] = toldRound(a, "fylld-rattad")
	var corrections []results.Correction
	for n := range 5 {
		corrections = append(corrections, results.Correction{ID: id.New(), SurveyID: ids["{corrected}"], Kind: results.WithdrawQuestion, TargetKey: fmt.Sprintf("fraga-%d", n),
			ReasonSv: "Prov", ReasonEn: "Try", State: results.CorrectionDone, OnDay: "2026-11-22", Version: 2})
	}
	if err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error { return tx.Create(&corrections).Error }); err != nil {
		a.T.Fatal(err)
	}
	round, groups := staffRound(a, "fylld-personal", 5)
	makeCodes(a, round, groups)
	ids["{voting}"] = round
	var sendings []invitations.StaffSending
	for range 5 {
		sendings = append(sendings, invitations.StaffSending{ID: id.New(), SurveyID: round, GroupID: groups[0], Kind: invitations.Reminder, OnWeek: "2026-11-16", Asked: 40, Sent: 40})
	}
	if err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error { return tx.Create(&sendings).Error }); err != nil {
		a.T.Fatal(err)
	}
}
