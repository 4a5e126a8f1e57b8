package app_test

import (
	"fmt"
	"net/http"

	"envagin/api/testkit"
)

// surveysToTry are a round that is open, which units answer, and one that is being written.
func (all things) surveysToTry(a *testkit.App) {
	a.T.Helper()
	coordinator := a.As("coordinator")
	draft := a.Do(http.MethodPost, "/surveys", object{"key": "prov-utkast", "answering": "staff", "planId": all["own"]["plans"], "titleSv": "Prov", "titleEn": "Try", "introSv": "Prov", "introEn": "Try",
		"isSensitive": true, "threshold": 12, "opensOn": "2039-12-01", "closesOn": "2040-01-01",
		"sections":   []object{{"key": "prov", "titleSv": "Prov", "titleEn": "Try", "introSv": "Prov", "introEn": "Try"}},
		"groups":     []object{{"key": "alla", "nameSv": "Alla", "nameEn": "All", "size": 9}, {"key": "nagra", "parentKey": "alla", "bodyId": a.Body("ifn"), "nameSv": "Några", "nameEn": "Some"}},
		"dimensions": []object{{"key": "grupp", "nameSv": "Grupp", "nameEn": "Group", "merged": []string{"nagra"}}}}, coordinator).Want(201)
	all["draft"]["surveys"] = draft.ID()
	first := a.Do(http.MethodPost, "/surveys/"+draft.ID()+"/questions", object{"sectionKey": "prov", "key": "forst", "type": "scale", "min": 1, "max": 5, "textSv": "Prov", "textEn": "Try",
		"minLabelSv": "Lite", "minLabelEn": "Little", "maxLabelSv": "Mycket", "maxLabelEn": "Much"}, coordinator).Want(201)
	all["draft"]["questionId"] = first.ID()
	a.Do(http.MethodPost, "/surveys/"+draft.ID()+"/questions", object{"sectionKey": "prov", "key": "sedan", "position": 1, "type": "matrix", "required": true, "textSv": "Prov", "textEn": "Try", "helpSv": "Prov", "helpEn": "Try",
		"options": []object{{"key": "a", "sv": "A", "en": "A"}, {"key": "b", "sv": "B", "en": "B"}}, "rows": []object{{"key": "r", "sv": "R", "en": "R"}},
		"condition": object{"questionKey": "forst", "op": "is", "values": []string{"1"}}}, coordinator).Want(201)
	own := all["own"]
	own["surveys"] = roundToTry(a, "prov-oppen", "forst")
	own["questionId"] = a.Get("/surveys/"+own["surveys"]+"/questions", coordinator).Want(200).Items()[0]["id"].(string)
}

// fillSurveys makes enough rounds, each with groups and questions, for their lists to be long.
func fillSurveys(a *testkit.App, ids map[string]string) {
	a.T.Helper()
	for n := range 5 {
		ids["{filled}"] = a.Do(http.MethodPost, "/surveys", object{"key": fmt.Sprintf("fylld-%d", n), "answering": "staff", "titleSv": "Prov", "titleEn": "Try",
			"groups": []object{{"key": "alla", "nameSv": "Alla", "nameEn": "All"}, {"key": "nagra", "parentKey": "alla", "nameSv": "Några", "nameEn": "Some"}}, "fromTemplate": true}, a.As("coordinator")).Want(201).ID()
	}
}
