package app_test

import (
	"net/http"

	"envagin/api/testkit"
)

// roundToTry makes an open round for units with some questions, by key.
func roundToTry(a *testkit.App, key string, questions ...string) (survey string) {
	a.T.Helper()
	coordinator := a.As("coordinator")
	survey = a.Do(http.MethodPost, "/surveys", object{"key": key, "answering": "unit", "titleSv": "Prov", "titleEn": "Try", "opensOn": "2026-11-01", "closesOn": "2026-12-31",
		"sections": []object{{"key": "prov", "titleSv": "Prov", "titleEn": "Try"}}}, coordinator).Want(201).ID()
	at := "/surveys/" + survey
	for n, question := range questions {
		a.Do(http.MethodPost, at+"/questions", object{"sectionKey": "prov", "key": question, "position": n, "type": "longText", "textSv": "Prov", "textEn": "Try"}, coordinator).Want(201)
	}
	opened := a.Get(at, coordinator).Want(200)
	a.Do(http.MethodPut, at+"/opening", object{}, coordinator, testkit.IfMatch(opened.ETag())).Want(200)
	return survey
}

// responsesToTry are the answer of Centrum mot våld in the open round, which is being written, and a
// signed one with what was made of it, whose description is public.
func (all things) responsesToTry(a *testkit.App) {
	a.T.Helper()
	others := roundToTry(a, "prov-svar", "forst")
	for _, under := range []string{"responses", "units", "uses"} {
		all["others"]["surveys/"+under] = others
	}
	for _, kind := range []string{"own", "others"} {
		th := all[kind]
		round := "/surveys/" + th["surveys/responses"]
		th["questionKey"] = "forst"
		th["responseId"] = a.Do(http.MethodPost, round+"/responses", object{"unitId": a.Body("centrum-mot-vald")}, a.As("contact")).Want(201).ID()
		at := round + "/responses/" + th["responseId"]
		a.Do(http.MethodPut, at+"/answers/forst", object{"value": "Prov"}, a.As("contact"), testkit.IfMatch(`"0"`)).Want(200)
		th["commentId"] = a.Do(http.MethodPost, at+"/comments", object{"questionKey": "forst", "text": "Prov"}, a.As("contact")).Want(201).ID()
	}
	signed := "/surveys/" + all["others"]["surveys/responses"] + "/responses/" + all["others"]["responseId"]
	step := func(role, at, verb string, body object) {
		etag := a.Get(at, a.As(role)).Want(200).ETag()
		a.Do(http.MethodPut, at+verb, body, a.As(role), testkit.IfMatch(etag)).Want(200)
	}
	step("manager", signed, "/signature", object{})
	all["others"]["useId"] = a.Do(http.MethodPost, signed+"/uses", object{"questionKey": "forst", "kind": "need", "text": "Prov"}, a.As("coordinator")).Want(201).ID()
	step("contact", signed+"/description", "", object{"text": "Prov"})
	step("coordinator", signed+"/description", "/review", object{"outcome": "approve"})
	all["others"]["units"] = a.Body("ifn")
}

// fillResponses makes enough of units' answers for their lists to be long.
func fillResponses(a *testkit.App, ids map[string]string) {
	a.T.Helper()
	coordinator := a.As("coordinator")
	ids["{round}"] = roundToTry(a, "fyllda-svar", "prov", "prov-2", "prov-3", "prov-4", "prov-5")
	round := "/surveys/" + ids["{round}"]
	for _, body := range []string{"ifn", "aldrenamnden", "for-och-grundskolenamnden", "gymnasie-och-vuxenutbildningsnamnden", "centrum-mot-vald"} {
		ids["{response}"] = a.Do(http.MethodPost, round+"/responses", object{"unitId": a.Body(body)}, coordinator).Want(201).ID()
	}
	at := round + "/responses/" + ids["{response}"]
	a.Do(http.MethodPut, at+"/answers/prov", object{"value": "Prov"}, coordinator, testkit.IfMatch(`"0"`)).Want(200)
	for range 5 {
		a.Do(http.MethodPost, at+"/comments", object{"questionKey": "prov", "text": "Prov"}, coordinator).Want(201)
	}
	whole := a.Get(at, a.As("manager")).Want(200)
	a.Do(http.MethodPut, at+"/signature", object{}, a.As("manager"), testkit.IfMatch(whole.ETag())).Want(200)
	for range 5 {
		a.Do(http.MethodPost, at+"/uses", object{"questionKey": "prov", "kind": "need", "text": "Prov"}, coordinator).Want(201)
	}
}
