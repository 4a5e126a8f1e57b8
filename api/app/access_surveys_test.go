package app_test

import (
	"fmt"
	"net/http"

	"envagin/api/testkit"
)

// surveysToTry are a round that is open, which units answer, and one that is being written, with all that a round can have.
func (all things) surveysToTry(a *testkit.App) {
	a.T.Helper()
	coordinator, own := a.As("coordinator"), all["own"]
	open := roundToTry(a, "prov-oppen", "forst")
	for _, under := range []string{"responses", "units", "uses"} {
		own["surveys/"+under] = open
	}
	all["open"] = map[string]string{"surveys": open, "questionId": a.Get("/surveys/" + open + "/questions").Want(200).Items()[0]["id"].(string)}
	draft := a.Do(http.MethodPost, "/surveys", object{"key": "prov-utkast", "answering": "staff", "planId": own["plans"], "followsId": all["staff"]["surveys"], "titleSv": "Prov", "titleEn": "Try",
		"introSv": "Prov", "introEn": "Try", "isSensitive": true, "threshold": 12, "opensOn": "2039-12-01", "closesOn": "2040-01-01",
		"sections":   []object{{"key": "prov", "titleSv": "Prov", "titleEn": "Try", "introSv": "Prov", "introEn": "Try"}},
		"groups":     []object{{"key": "alla", "nameSv": "Alla", "nameEn": "All", "size": 9}, {"key": "nagra", "parentKey": "alla", "bodyId": a.Body("ifn"), "nameSv": "Några", "nameEn": "Some"}},
		"dimensions": []object{{"key": "grupp", "nameSv": "Grupp", "nameEn": "Group", "merged": []string{"nagra"}}}}, coordinator).Want(201)
	own["surveys"] = draft.ID()
	at := "/surveys/" + draft.ID() + "/questions"
	a.Do(http.MethodPost, at, object{"sectionKey": "prov", "key": "forst", "type": "single", "textSv": "Prov", "textEn": "Try",
		"options": []object{{"key": "a", "sv": "A", "en": "A"}, {"key": "b", "sv": "B", "en": "B"}}}, coordinator).Want(201)
	own["questionId"] = a.Do(http.MethodPost, at, object{"sectionKey": "prov", "key": "sedan", "position": 1, "type": "scale", "required": true, "min": 1, "max": 5, "unit": "steg", "maxLength": 9,
		"textSv": "Prov", "textEn": "Try", "helpSv": "Prov", "helpEn": "Try", "minLabelSv": "Lite", "minLabelEn": "Little", "maxLabelSv": "Mycket", "maxLabelEn": "Much",
		"condition": object{"questionKey": "forst", "op": "is", "values": []string{"a"}}}, coordinator).Want(201).ID()
}

// fillSurveys makes enough rounds, each with groups and questions, for their lists to be long.
func fillSurveys(a *testkit.App, ids map[string]string) {
	a.T.Helper()
	for n := range 5 {
		ids["{filled}"] = a.Do(http.MethodPost, "/surveys", object{"key": fmt.Sprintf("fylld-%d", n), "answering": "staff", "titleSv": "Prov", "titleEn": "Try",
			"groups": []object{{"key": "alla", "nameSv": "Alla", "nameEn": "All"}, {"key": "nagra", "parentKey": "alla", "nameSv": "Några", "nameEn": "Some"}}, "fromTemplate": true}, a.As("coordinator")).Want(201).ID()
	}
}
