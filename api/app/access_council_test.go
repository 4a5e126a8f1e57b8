package app_test

import (
	"fmt"
	"net/http"

	"envagin/api/testkit"
)

// councilToTry are seats that IFN and the executive board appoint to, and one in a
// draft, each with who stands in there; and a unit with its contact persons.
func (all things) councilToTry(a *testkit.App) {
	a.T.Helper()
	for n, kind := range []string{"own", "others", "draft"} {
		th, body := all[kind], all[kind]["bodyId"]
		seat := a.Do(http.MethodPost, "/council-seats", object{"planId": th["plans"], "key": "prov-" + kind, "number": 90 + n, "nameSv": "Prov", "nameEn": "Try",
			"functionSv": "Prov", "functionEn": "Try", "bodyId": body, "appointingBodyId": body, "isConvener": true, "isExpert": true,
			"validFrom": "2020-01-01", "validTo": "2040-01-01", "position": 90, "source": "interpretation"}, a.As("coordinator")).Want(201).ID()
		member := a.Do(http.MethodPost, "/council-members", object{"seatId": seat, "email": "manager@demo.example", "isSubstitute": true, "from": "2021-01-01", "to": "2039-01-01",
			"decision": object{"date": object{"day": "2020-12-01", "precision": "day"}, "bodyId": body, "registrationNumber": "1"}}, a.As("coordinator")).Want(201).ID()
		th["council-seats"], th["council-members"] = seat, member
	}
	all["own"]["units"] = a.Body("centrum-mot-vald")
}

// aroundTheCouncilToTry are a member of the reference group who is called in, and an
// entry in the register of competence.
func (all things) aroundTheCouncilToTry(a *testkit.App) {
	a.T.Helper()
	own := all["own"]
	made := func(path string, body object) string {
		return a.Do(http.MethodPost, path, body, a.As("coordinator")).Want(201).ID()
	}
	own["reference-members"] = made("/reference-members", object{"group": "called", "bodyId": own["bodyId"], "namedAs": object{"name": "Eva Ek", "consentOn": "2021-01-02"},
		"role": "Kurator", "competences": []string{"barn"}, "lang": "en", "validFrom": "2021-01-01", "validTo": "2039-01-01", "note": "Prov"})
	own["reference-callings"] = made("/reference-callings", object{"memberId": own["reference-members"], "activityId": own["activities"], "from": "2022-01-01", "to": "2038-01-01", "why": "Prov"})
	own["decisions"] = made("/decisions", decision("prov", own["plans"], own["bodyId"], object{"type": "activity", "id": own["activities"]}))
	all["draft"]["decisions"] = made("/decisions", decision("prov", all["draft"]["plans"], own["bodyId"]))
	told := object{"planId": own["plans"], "activityId": own["activities"], "message": "Prov", "audience": "Prov", "direction": "outward", "channel": "Prov",
		"date": object{"day": "2026-01-01", "precision": "month"}, "responsibleBodyId": own["bodyId"], "doneOn": "2026-02-01", "lang": "en"}
	own["communications"] = made("/communications", told)
	told["planId"] = all["draft"]["plans"]
	delete(told, "activityId")
	all["draft"]["communications"] = made("/communications", told)
	own["competences"] = made("/competences", object{"key": "prov", "kind": "competence", "nameSv": "Prov", "nameEn": "Try", "descriptionSv": "Prov", "descriptionEn": "Try",
		"howUsedSv": "Prov", "howUsedEn": "Try", "contact": object{"email": "prov@example.org", "phone": "0980-319 200", "url": "https://example.org"},
		"checkedOn": object{"day": "2026-01-01", "precision": "month"}, "readIn": "example.org", "source": "interpretation", "bodyId": own["bodyId"],
		"violenceAreaIds": []string{own["violence-areas"]}, "targetGroupIds": []string{own["target-groups"]}})
}

// decision is one with every field filled.
func decision(key, planID, bodyID string, concerns ...object) object {
	exact := func(day string) object { return object{"day": day, "precision": "day"} }
	if concerns == nil {
		concerns = []object{}
	}
	return object{"planId": planID, "key": key, "bodyId": bodyID, "date": exact("2021-01-02"), "registrationNumber": "IFN-2021/1", "title": "Prov", "text": "**Prov**", "lang": "en",
		"motions": []object{{"movedBy": "V", "text": "Prov", "outcome": "rejected"}}, "reservations": []object{{"by": "V", "text": "Prov"}},
		"reportBack": exact("2021-06-01"), "reportedBack": exact("2021-05-02"), "concerns": concerns, "source": "interpretation"}
}

// fillCouncil makes enough of what is around the council for its lists to be long.
func fillCouncil(a *testkit.App, ids map[string]string) {
	a.T.Helper()
	coordinator := a.As("coordinator")
	made := func(path string, body object) string {
		return a.Do(http.MethodPost, path, body, coordinator).Want(201).ID()
	}
	ids["{unit}"] = a.Body("centrum-mot-vald")
	for n := range 5 {
		year := 2021 + n
		from, to := fmt.Sprintf("%d-01-01", year), fmt.Sprintf("%d-12-31", year)
		ids["{seat}"] = a.Get("/council-seats?limit=1").Items()[0]["id"].(string)
		made("/council-members", object{"seatId": ids["{seat}"], "email": fmt.Sprintf("ledamot-%d@fill.example", n), "name": "Ledamot", "from": from, "to": to,
			"decision": object{"date": object{"day": from, "precision": "day"}, "bodyId": a.Body("kf")}})
		made("/users", object{"email": fmt.Sprintf("kontakt-%d@fill.example", n), "name": "Kontakt", "active": true, "protected": false,
			"roles": []object{{"role": "contact", "bodyId": ids["{unit}"]}}})
		ids["{member}"] = made("/reference-members", object{"group": "called", "role": "Kurator"})
		made("/reference-callings", object{"memberId": ids["{member}"], "activityId": ids["{id}"], "from": from, "to": to})
		made("/communications", object{"planId": ids["{plan}"], "activityId": ids["{id}"], "message": "Prov", "audience": "Prov", "direction": "inward"})
		made("/decisions", decision(fmt.Sprintf("f-%d", n), ids["{plan}"], ids["{body}"], object{"type": "activity", "id": ids["{id}"]}, object{"type": "plan", "id": ids["{plan}"]}))
	}
	for n := range 5 {
		meeting := made("/council-meetings", object{"kind": "forum", "title": "Forum", "startsAt": fmt.Sprintf("2027-0%d-10T13:00:00Z", n+1), "endsAt": fmt.Sprintf("2027-0%d-10T15:00:00Z", n+1), "template": "forum"})
		ids["{meeting}"] = meeting
		a.Do(http.MethodPut, "/council-meetings/"+meeting+"/sign-up", object{"places": 90, "closesOn": "2027-01-01"}, coordinator, testkit.IfMatch(`"0"`)).Want(200)
		made("/council-meeting-series", object{"key": fmt.Sprintf("f-%d", n), "kind": "forum", "title": "Forum", "timesPerYear": 1})
		a.Do(http.MethodPost, "/council-topics", object{"title": "Prov", "why": "Prov"}, a.As("member")).Want(201)
	}
	for n := range 5 {
		a.Do(http.MethodPost, "/council-meetings/"+ids["{meeting}"]+"/sign-ups", object{"name": "Prov", "email": fmt.Sprintf("f-%d@example.org", n), "seats": 1, "lang": "sv"}).Want(201)
		made("/council-meetings/"+ids["{meeting}"]+"/agenda-items", object{"title": "Prov", "kind": "discussion", "isSecret": n == 0})
		year := 2031 + n
		made("/reference-callings", object{"memberId": ids["{member}"], "activityId": ids["{id}"], "from": fmt.Sprintf("%d-01-01", year), "to": fmt.Sprintf("%d-12-31", year)})
	}
}

// meetingsToTry are a meeting of the council that goes on, with a secret item beside
// an open one, and one of the steering group; a series, a topic and a forum.
func (all things) meetingsToTry(a *testkit.App) {
	a.T.Helper()
	own, others := all["own"], all["others"]
	secretary := a.As("secretary")
	made := func(path string, body object) string {
		return a.Do(http.MethodPost, path, body, secretary).Want(201).ID()
	}
	step := func(path string, body object) {
		etag := a.Get(path[:len("/council-meetings/")+36], secretary).Want(200).ETag()
		a.Do(http.MethodPut, path, body, secretary, testkit.IfMatch(etag)).Want(200)
	}
	own["council-meeting-series"] = made("/council-meeting-series", object{"key": "prov", "kind": "council", "title": "Prov", "timesPerYear": 4, "withReferenceGroup": true,
		"quorum": 1, "from": "2020-01-01", "to": "2040-01-01", "place": "Prov", "source": "interpretation"})
	in := object{"seriesId": own["council-meeting-series"], "kind": "council", "title": "Prov", "startsAt": "2026-11-10T13:00:00Z", "endsAt": "2026-11-10T15:00:00Z",
		"place": "Prov", "joinUrl": "https://example.org", "notice": "Prov", "template": "none"}
	own["council-meetings"] = made("/council-meetings", in)
	self := "/council-meetings/" + own["council-meetings"]
	item := object{"title": "Prov", "background": "Prov", "minutes": 5, "kind": "decision", "position": 1, "presenterSeatId": own["council-seats"],
		"from": object{"kind": "topic", "type": "councilTopic", "id": own["council-seats"]}}
	own["itemId"] = made(self+"/agenda-items", item)
	secret := made(self+"/agenda-items", object{"title": "Hemligt", "kind": "discussion", "isSecret": true})
	step(self+"/opening", object{})
	own["outcomeId"] = made(self+"/agenda-items/"+own["itemId"]+"/outcomes", object{"kind": "task", "text": "Prov", "responsibleSeatId": own["council-seats"],
		"responsibleBodyId": own["boards"], "dueOn": "2027-01-01", "doneOn": "2026-12-01"})
	own["paperId"] = made(self+"/agenda-items/"+own["itemId"]+"/papers", object{"title": "Prov", "url": "https://example.org"})
	own["seatId"] = own["council-seats"]
	a.Do(http.MethodPut, self+"/attendances/"+own["seatId"], object{"state": "excused", "note": "Prov"}, secretary, testkit.IfMatch(`"0"`)).Want(200)
	text := self + "/agenda-items/" + own["itemId"] + "/text"
	a.Do(http.MethodPut, text, object{"text": "Prov"}, secretary, testkit.IfMatch(`"1"`)).Want(200)
	others["council-meetings"], others["itemId"] = own["council-meetings"], secret // what is secret
	in["kind"], in["title"] = "steering", "Styrgruppen"
	delete(in, "seriesId")
	all["region"]["council-meetings"] = made("/council-meetings", in) // what is the steering group's
	in["kind"], in["startsAt"], in["endsAt"] = "forum", "2026-12-10T13:00:00Z", "2026-12-10T15:00:00Z"
	forum := made("/council-meetings", in)
	all["draft"]["council-meetings"] = forum // what is open to all
	a.Do(http.MethodPut, "/council-meetings/"+forum+"/sign-up", object{"places": 9, "closesOn": "2026-12-09"}, secretary, testkit.IfMatch(`"0"`)).Want(200)
	a.Do(http.MethodPost, "/council-meetings/"+forum+"/sign-ups", object{"name": "Prov", "email": "prov@example.org", "seats": 1, "lang": "sv"}).Want(201)
	all["draft"]["signUpId"] = a.Get("/council-meetings/"+forum+"/sign-ups", secretary).Items()[0]["id"].(string)
	own["pdfId"] = own["council-seats"] // nothing is printed here, so nothing is found
	own["council-topics"] = a.Do(http.MethodPost, "/council-topics", object{"title": "Prov", "why": "Prov", "meetingId": own["council-meetings"]}, a.As("member")).Want(201).ID()
}
