package testkit

import "net/http"

// Plan is the id of Umeå's plan.
func (a *App) Plan() string { return a.one("/plans?key=umea-vald-2020") }

// Body is the id of the body with a key.
func (a *App) Body(key string) string { return a.one("/boards?key=" + key) }

// Activity is the id of the activity with a code in Umeå's plan.
func (a *App) Activity(code string) string {
	a.T.Helper()
	for _, item := range a.Get("/activities?limit=100&plan=" + a.Plan()).Want(http.StatusOK).Items() {
		if item["code"] == code {
			return item["id"].(string)
		}
	}
	a.T.Fatalf("there is no activity %s", code)
	return ""
}

func (a *App) one(path string) string {
	a.T.Helper()
	items := a.Get(path).Want(http.StatusOK).Items()
	if len(items) != 1 {
		a.T.Fatalf("%s: %d items", path, len(items))
	}
	return items[0]["id"].(string)
}
