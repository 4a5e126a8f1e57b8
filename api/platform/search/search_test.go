package search_test

import (
	"slices"
	"testing"

	"envagin/api/platform/search"
)

func TestTermsAreStemsEachOnce(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		{"sv", "Boenden och boendet i Umeå", []string{"boend", "umeå"}},
		{"sv", "SKYDDSBOENDE, Öppen!", []string{"skyddsboend", "öpp"}},
		{"sv", "Våldet, våldets och paket", []string{"våld", "paket"}},
		{"en", "The shelters sheltered", []string{"shelter"}},
		{"fi", "Väkivalta ja turva", []string{"väkivalta", "ja", "turva"}},
		{"sv", "  ", []string{}},
		{"sv", "e\u0301tude", []string{"étud"}}, // an accent of its own is the same letter
	} {
		if got := search.Terms(c.lang, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s %q: %q, wanted %q", c.lang, c.text, got, c.want)
		}
	}
}

func TestAQueryMeansEveryFormOfAWord(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][][]string{
		"boendet för":  {{"boend"}},
		"och":          {{"och"}}, // all there is
		"shelters":     {{"shelter"}},
		"policies":     {{"polici"}},
		"":             {},
		"100% _boende": {{"100"}, {"boend"}}, // nothing that LIKE would read as its own
	} {
		got := search.Query(text)
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%q: %q, wanted %q", text, got, want)
		}
	}
	if n := len(search.Query("ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton")); n > search.MaxWords {
		t.Error(n)
	}
}
