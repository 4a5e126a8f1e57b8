package activities_test

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"testing"

	"envagin/api/testkit"
)

const (
	get    = http.MethodGet
	post   = http.MethodPost
	put    = http.MethodPut
	remove = http.MethodDelete
)

// object is JSON.
type object = map[string]any

// content is what a writer would send back of what was read.
func content(view object) object {
	in := object{}
	for _, name := range []string{"planId", "key", "code", "part", "position", "title", "summary", "description", "lang", "parentId",
		"start", "end", "datesSource", "violenceAreaIds", "targetGroupIds", "levels", "goalIds", "classificationSource",
		"expectedEffect", "funding", "links", "source"} {
		if value, ok := view[name]; ok {
			in[name] = value
		}
	}
	return in
}

// and is a copy of an object with some fields set anew.
func and(o object, fields ...any) object {
	o = maps.Clone(o)
	for i := 0; i < len(fields); i += 2 {
		o[fields[i].(string)] = fields[i+1]
	}
	return o
}

// fresh is an activity that nobody has made yet.
func fresh(a *testkit.App, n int, fields ...any) object {
	return and(object{"planId": a.Plan(), "key": fmt.Sprintf("ny-%d", n), "code": fmt.Sprintf("9.%d", n), "part": 2, "position": n,
		"title": fmt.Sprintf("Ny aktivitet %d", n)}, fields...)
}

// made makes an activity as the coordinator.
func made(a *testkit.App, n int, fields ...any) *testkit.Answer {
	a.T.Helper()
	return a.Do(post, "/activities", fresh(a, n, fields...), a.As("coordinator")).Want(http.StatusCreated)
}

// answerFor lets a body answer for an activity.
func answerFor(a *testkit.App, activityID string, fields ...any) *testkit.Answer {
	a.T.Helper()
	return a.Do(post, "/activities/"+activityID+"/responsibilities", and(object{"role": "answerable"}, fields...), a.As("coordinator")).Want(http.StatusCreated)
}

// codes are the codes of a list's items.
func codes(items []object) []string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i], _ = item["code"].(string)
	}
	return out
}

func wantCodes(t *testing.T, items []object, want ...string) {
	t.Helper()
	if got := codes(items); !slices.Equal(got, want) {
		t.Fatalf("got %v, wanted %v", got, want)
	}
}

func wantStatus(t *testing.T, view object, status, reason string) {
	t.Helper()
	why, _ := view["statusReason"].(object)
	if view["status"] != status || why["code"] != reason {
		t.Fatalf("%v because %v, wanted %s because %s", view["status"], why, status, reason)
	}
}

// version is the first number of an ETag, as a PUT may send it alone.
func version(n int) testkit.Option { return testkit.IfMatch(fmt.Sprintf("%q", fmt.Sprint(n))) }
