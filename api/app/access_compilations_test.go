package app_test

import (
	"net/http"

	"envagin/api/testkit"
)

// compilationsToTry are the units' answers in the open round and in a published one.
func (all things) compilationsToTry(a *testkit.App) {
	a.T.Helper()
	all["own"]["surveys/compilation"] = all["own"]["surveys/responses"]
	all["others"]["surveys/compilation"] = compiledRound(a, "prov-sammanstallning")
	all["own"]["surveys/analyses"], all["others"]["surveys/analyses"] = all["own"]["surveys/compilation"], all["others"]["surveys/compilation"]
}

// compiledRound is a published round in which Centrum mot våld has signed its answer, of which
// a good example was made.
func compiledRound(a *testkit.App, key string) string {
	a.T.Helper()
	survey, coordinator := roundToTry(a, key, "samverkan-parter"), a.As("coordinator")
	round := "/surveys/" + survey
	step := func(role, at, verb string) {
		a.T.Helper()
		etag := a.Get(at, a.As(role)).Want(200).ETag()
		a.Do(http.MethodPut, at+verb, object{}, a.As(role), testkit.IfMatch(etag)).Want(200)
	}
	at := round + "/responses/" + a.Do(http.MethodPost, round+"/responses", object{"unitId": a.Body("centrum-mot-vald")}, coordinator).Want(201).ID()
	a.Do(http.MethodPut, at+"/answers/samverkan-parter", object{"value": "Skolan, socialtjänsten och polisen."}, coordinator, testkit.IfMatch(`"0"`)).Want(200)
	step("manager", at, "/signature")
	a.Do(http.MethodPost, at+"/uses", object{"questionKey": "samverkan-parter", "kind": "goodExample", "text": "Enheten samverkar med skolan, socialtjänsten och polisen."}, coordinator).Want(201)
	step("coordinator", round, "/closing")
	step("coordinator", round, "/publication")
	return survey
}

// fillAnalyses makes a closed round in which something is said of each question.
func fillAnalyses(a *testkit.App, ids map[string]string) {
	a.T.Helper()
	keys := []string{"en", "tva", "tre", "fyra", "fem"}
	survey, as := roundToTry(a, "fylld-analys", keys...), a.As("coordinator")
	ids["{told}"] = survey
	at := "/surveys/" + survey
	a.Do(http.MethodPut, at+"/closing", object{}, as, testkit.IfMatch(a.Get(at, as).ETag())).Want(200)
	for _, key := range keys {
		a.Do(http.MethodPut, at+"/analyses/"+key, object{"textSv": "Prov"}, as, testkit.IfMatch(`"0"`)).Want(200)
	}
}
