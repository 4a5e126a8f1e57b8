package collate_test

import (
	"slices"
	"strings"
	"testing"

	"envagin/api/platform/collate"
)

func TestKeysSortAsSwedesDo(t *testing.T) {
	t.Parallel()
	for name, want := range map[string][]string{
		"å, ä and ö are letters after z": {"Zon", "Ålder", "Äldre", "Öppen"},
		"capitals do not count":          {"alfa", "Beta", "gamma"},
		"numbers go by value":            {"2.1", "2.2", "2.9", "2.10", "10.1"},
		"é is an e":                      {"Idé", "idéburen", "Ideell"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			got := slices.Clone(want)
			slices.Reverse(got)
			slices.SortFunc(got, func(a, b string) int { return strings.Compare(collate.Key(a), collate.Key(b)) })

			if !slices.Equal(got, want) {
				t.Errorf("%v, wanted %v", got, want)
			}
		})
	}
}

func TestAKeyIsTextThatEveryDatabaseSortsAlike(t *testing.T) {
	t.Parallel()

	key := collate.Key("Överförmyndarnämnden – 2:a enheten")

	if strings.Trim(key, "0123456789abcdef") != "" {
		t.Error(key)
	}
}

func TestKeysOfLongTextAreBounded(t *testing.T) {
	t.Parallel()

	if long, cut := collate.Key(strings.Repeat("å", 5000)), collate.Key(strings.Repeat("å", 80)); long != cut {
		t.Error(len(long), len(cut))
	}
}

func TestFoldForgetsCaseAndSpaceAround(t *testing.T) {
	t.Parallel()

	if collate.Fold(" ÅLDER ") != collate.Fold("ålder") || collate.Fold("ålder") == collate.Fold("alder") {
		t.Error(collate.Fold(" ÅLDER "))
	}
}
