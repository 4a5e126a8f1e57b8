package plans

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"envagin/api/platform/problem"
)

func ref(text string) *string { return &text }

// section makes a section whose id is its anchor.
func section(anchor, parent string, position int) Section {
	s := Section{ID: anchor, Anchor: anchor, Position: position, Title: strings.ToUpper(anchor)}
	if parent != "" {
		s.ParentID = ref(parent)
	}
	return s
}

func TestContents(t *testing.T) {
	all := contentsOf([]Section{
		section("mal", "", 2), section("inledning", "", 1), section("matbara", "mal", 1),
		section("syften", "mal", 0), section("bakgrund", "inledning", 1), section("arbetet", "inledning", 1),
	})
	t.Run("reads chapter by chapter, siblings by position and then by anchor", func(t *testing.T) {
		var got []string
		for _, s := range all.ordered {
			got = append(got, all.Number(s.ID)+" "+s.Anchor)
		}
		want := []string{"1 inledning", "1.1 arbetet", "1.2 bakgrund", "2 mal", "2.1 syften", "2.2 matbara"}
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, wanted %v", got, want)
		}
	})
	t.Run("makes references into links with number and title", func(t *testing.T) {
		if got, want := all.Resolve("Se [[#syften]]."), `Se [2\.1 SYFTEN](#syften).`; got != want {
			t.Errorf("got %s, wanted %s", got, want)
		}
	})
	t.Run("shows a reference whose section has gone as text", func(t *testing.T) {
		s := Section{Body: "Se [[#borta]]."}
		if got := s.view(all, nil).BodyHTML; got != "<p>Se [[#borta]].</p>\n" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("lets no title write Markdown or HTML of its own", func(t *testing.T) {
		evil := section("evil", "", 9)
		evil.Title = "a](javascript:alert(1)) <b>*x*"
		all := all.with(evil)
		got := Section{Body: "[[#evil]]"}.view(all, nil).BodyHTML
		if want := `<p><a href="#evil" rel="nofollow noreferrer">3 a](javascript:alert(1)) &lt;b&gt;*x*</a></p>` + "\n"; got != want {
			t.Errorf("got %q", got)
		}
	})
}

func TestSectionPlace(t *testing.T) {
	deep := []Section{section("a", "", 1), section("b", "a", 1), section("c", "b", 1), section("d", "c", 1), section("e", "d", 1)}
	for _, tc := range []struct {
		name   string
		change Section
		code   string
	}{
		{"takes a new chapter", section("ny", "", 2), ""},
		{"takes the fifth level", section("e", "d", 2), ""},
		{"refuses the sixth level", section("f", "e", 1), "outOfRange"},
		{"refuses a branch that would hang too deep", section("b", "d", 1), "cycle"},
		{"refuses itself as parent", section("c", "c", 1), "cycle"},
		{"refuses what lies under it as parent", section("a", "e", 1), "cycle"},
		{"refuses a parent that is not there", section("ny", "borta", 1), "unknownReference"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := contentsOf(deep).with(tc.change).checkPlace(tc.change)

			wantCode(t, err, "parentId", tc.code)
		})
	}
	t.Run("measures a branch with all that lies under it", func(t *testing.T) {
		moved := section("x", "d", 1)
		all := contentsOf(append(deep, section("x", "", 2), section("y", "x", 1)))

		wantCode(t, all.with(moved).checkPlace(moved), "parentId", "outOfRange")
	})
}

func TestSectionBody(t *testing.T) {
	all := contentsOf([]Section{section("mal", "", 1)})
	for body, code := range map[string]string{
		"Se [[#mal]].":              "",
		"Se [[#borta]].":            "unknownReference",
		"[[2.4]] är en aktivitet":   "",
		"[mål](#mal) är bara länk":  "",
		"[[#mal]] och [[#inte-än]]": "", // not the form of a reference: plain text
	} {
		t.Run(body, func(t *testing.T) {
			wantCode(t, all.checkBody(Section{Body: body}), "body", code)
		})
	}
}

// wantCode expects a field to be refused with a code, or nothing to be when it is "".
func wantCode(t *testing.T, err error, field, code string) {
	t.Helper()
	if code == "" {
		if err != nil {
			t.Fatalf("refused: %v", err)
		}
		return
	}
	if !problem.Is(err, http.StatusUnprocessableEntity) {
		t.Fatalf("got %v, wanted %s: %s", err, field, code)
	}
	for _, f := range problem.As(err).Errors {
		if f.Name == field && f.Code == code {
			return
		}
	}
	t.Fatalf("got %v, wanted %s: %s", err, field, code)
}
