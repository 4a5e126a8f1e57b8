package app_test

import "envagin/api/testkit"

// thingsTraced are the traces and histories that routes are tried on. An account has
// no history, whoever asks.
func (all things) thingsTraced(a *testkit.App) {
	a.T.Helper()
	for _, kind := range []string{"own", "draft"} {
		all[kind]["objectType"], all[kind]["objectId"] = "activity", all[kind]["activities"]
	}
	all["account"] = map[string]string{"objectType": "user", "objectId": all["own"]["users"]}
	all["own"]["audit-events"], _ = a.Get("/audit-events?limit=1", a.As("admin")).Want(200).Items()[0]["id"].(string)
}
