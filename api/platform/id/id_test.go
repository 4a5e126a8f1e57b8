package id_test

import (
	"testing"

	"envagin/api/platform/id"
)

func TestIDsAreFreshAndSortByTime(t *testing.T) {
	last := ""
	for range 1000 {
		next := id.New()
		if !id.Valid(next) || next <= last {
			t.Fatalf("%s after %s", next, last)
		}
		last = next
	}
}

func TestOnlyTheUsualFormIsAnID(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01": true,
		"0198C6F0-4F6E-7A62-9B1E-3D0F8E1C2A01": false, "{0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01}": false,
		"urn:uuid:0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01": false, "0198c6f04f6e7a629b1e3d0f8e1c2a01": false, "": false, "7": false, "\x00": false,
	} {
		if id.Valid(text) != want || id.Invalid(text) == want {
			t.Errorf("%q", text)
		}
	}
}

func TestAFingerprintKeepsItsPartsApart(t *testing.T) {
	t.Parallel()

	if id.Short("a", "bc") == id.Short("ab", "c") || id.Short("a") == id.Short("a", "") || len(id.Short()) != 16 {
		t.Error(id.Short("a", "bc"), id.Short("ab", "c"))
	}
}

func TestAStandInMakesTheIDsOfExamples(t *testing.T) {
	id.Replace(func() string { return "0198c6f0-0000-7000-8000-000000000001" })
	defer id.Replace(nil)

	if got := id.New(); got != "0198c6f0-0000-7000-8000-000000000001" {
		t.Error(got)
	}
}
