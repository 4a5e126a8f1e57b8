package seeds_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"envagin/api/platform/day"
	"envagin/api/platform/source"
	"envagin/api/seeds"
)

// pack is the part of the format that this test follows; the import reads it all.
type pack struct {
	Format        string
	Bodies        []body
	ViolenceAreas []named
	TargetGroups  []named
	Plan          struct {
		Root, Owner, DocumentOwner, ApprovingBody string
		PeriodFrom, PeriodTo                      day.Day
		Parts                                     []struct{ Number int }
	}
	Goals           []struct{ Key, Kind, Text string }
	Sections        []struct{ Anchor, Parent, Title, Body, Embed string }
	ReportingRounds []struct {
		Key               string
		FirstDue, LastDue day.Day
	}
	Activities []activity
	Timeline   []struct {
		Key, Kind, Title, Body string
		Date, End              *day.Dated
	}
}

type body struct {
	Key, Kind, NameSv, NameEn, Parent string
	ValidTo                           day.Day
}

type named struct{ Key, NameSv, NameEn, DescriptionSv, DescriptionEn string }

type activity struct {
	Key, Code, Title, Summary, Description, Parent string
	Part                                           int
	Start, End, Done                               *day.Dated
	DatesSource, ClassificationSource              source.Source
	ViolenceAreas, TargetGroups, Goals, Levels     []string
	Responsibilities                               []responsibility
	Milestones                                     []struct{ Key, Title string }
	After                                          []string
}

type responsibility struct {
	Body, Rule, Role string
	Source           source.Source
}

// reference is a section's pointer at another: [[#anchor]] or [words](#anchor).
var reference = regexp.MustCompile(`(?:\[\[|\]\()#([a-z0-9-]+)`)

func read(t *testing.T) pack {
	t.Helper()
	var p pack
	if err := json.Unmarshal(seeds.UmeaPlan, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func keys[T any](t *testing.T, what string, list []T, key func(T) string) []string {
	t.Helper()
	var out []string
	for _, x := range list {
		if k := key(x); k == "" || slices.Contains(out, k) {
			t.Errorf("%s: the key %q is empty or stands twice", what, k)
		}
		out = append(out, key(x))
	}
	return out
}

func TestUmeaPlan(t *testing.T) {
	p := read(t)

	t.Run("holds what the plan holds", func(t *testing.T) {
		var top []string
		for _, a := range p.Activities {
			if a.Parent == "" {
				top = append(top, a.Code)
			}
		}
		if want := strings.Fields("1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8"); !slices.Equal(top, want) {
			t.Errorf("activities %v, want %v", top, want)
		}
		if len(p.ViolenceAreas) != 6 || len(p.TargetGroups) != 6 || len(p.Goals) != 5 {
			t.Errorf("%d areas, %d groups, %d goals", len(p.ViolenceAreas), len(p.TargetGroups), len(p.Goals))
		}
		chapters := 0
		for _, s := range p.Sections {
			if s.Parent == "" {
				chapters++
			}
		}
		if chapters != 12 {
			t.Errorf("%d sections at the top, want 12", chapters)
		}
	})

	t.Run("points only at what it holds", func(t *testing.T) {
		bodies := keys(t, "bodies", p.Bodies, func(b body) string { return b.Key })
		areas := keys(t, "violenceAreas", p.ViolenceAreas, func(n named) string { return n.Key })
		groups := keys(t, "targetGroups", p.TargetGroups, func(n named) string { return n.Key })
		goals := make([]string, 0, len(p.Goals))
		for _, g := range p.Goals {
			goals = append(goals, g.Key)
		}
		acts := keys(t, "activities", p.Activities, func(a activity) string { return a.Key })
		keys(t, "activity codes", p.Activities, func(a activity) string { return a.Code })
		known := func(where string, set []string, names ...string) {
			for _, n := range names {
				if n != "" && !slices.Contains(set, n) {
					t.Errorf("%s: nobody knows %q", where, n)
				}
			}
		}
		known("plan", bodies, p.Plan.Root, p.Plan.Owner, p.Plan.DocumentOwner, p.Plan.ApprovingBody)
		for i, b := range p.Bodies { // a parent stands before its children
			known(b.Key, bodies[:i], b.Parent)
		}
		for i, a := range p.Activities {
			known(a.Code, acts[:i], a.Parent)
			known(a.Code, acts, a.After...)
			known(a.Code, areas, a.ViolenceAreas...)
			known(a.Code, groups, a.TargetGroups...)
			known(a.Code, goals, a.Goals...)
			for _, r := range a.Responsibilities {
				known(a.Code, bodies, r.Body)
				if (r.Body == "") == (r.Rule == "") {
					t.Errorf("%s: a responsibility names a body or a rule", a.Code)
				}
			}
		}
		var anchors []string
		for _, s := range p.Sections {
			known(s.Anchor, anchors, s.Parent)
			anchors = append(anchors, s.Anchor)
		}
		for _, s := range p.Sections {
			for _, ref := range reference.FindAllStringSubmatch(s.Body, -1) {
				known(s.Anchor, anchors, ref[1])
			}
		}
		for _, e := range p.Timeline {
			known(e.Key, bodies, e.Body)
		}
	})

	t.Run("says what is a reading of ours", func(t *testing.T) {
		unsure := []string{"2.2", "2.5", "2.6"} // activities 6, 9 and 10 of the source: boards to be confirmed
		for _, a := range p.Activities {
			if a.ClassificationSource != source.Interpretation {
				t.Errorf("%s: the source classifies nothing", a.Code)
			}
			if a.Start == nil && a.DatesSource != source.Interpretation {
				t.Errorf("%s: a missing date is to be confirmed", a.Code)
			}
			for _, r := range a.Responsibilities {
				if r.Role == "answerable" && slices.Contains(unsure, a.Code[:3]) != (r.Source == source.Interpretation) {
					t.Errorf("%s: %s%s is marked %s", a.Code, r.Body, r.Rule, r.Source)
				}
			}
		}
		for _, b := range p.Bodies {
			if b.Key == "socialnamnden" && b.ValidTo == "" {
				t.Error("an earlier board would count among all boards")
			}
		}
	})

	t.Run("leaves no text empty", func(t *testing.T) {
		for _, n := range slices.Concat(p.ViolenceAreas, p.TargetGroups) {
			if n.NameSv == "" || n.NameEn == "" || n.DescriptionSv == "" || n.DescriptionEn == "" {
				t.Errorf("%s lacks a name or a description", n.Key)
			}
		}
		for _, a := range p.Activities {
			if a.Title == "" || a.Summary == "" || a.Description == "" {
				t.Errorf("%s lacks a text", a.Code)
			}
		}
		for _, s := range p.Sections {
			if s.Title == "" || s.Body == "" {
				t.Errorf("%s lacks a text", s.Anchor)
			}
		}
	})

	t.Run("is indented evenly", func(t *testing.T) {
		var tidy bytes.Buffer
		if err := json.Indent(&tidy, seeds.UmeaPlan, "", "  "); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(tidy.Bytes(), seeds.UmeaPlan) {
			t.Error("indent umea.json by two spaces and end it with a line break")
		}
	})
}
