package privacy_test

import (
	"testing"

	"envagin/api/platform/privacy"
)

// The numbers are test numbers that the Tax Agency has published, and such as no
// person can have.
func TestHasPersonalNumber(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"189001019802":                       true, // with century, without separator
		"18900101-9802":                      true,
		"900101-9802":                        true, // without century
		"900101+9802":                        true, // over a hundred years old
		"9001019802":                         true,
		"900101 9802":                        true,
		"900101 - 9802":                      true,
		"900101–9802":                        true, // as a word processor writes it
		"900101\u2011\u00a09802":             true,
		"19900161-9807":                      false, // a wrong check digit
		"Det gäller 900101-9802, som sa så.": true,
		"(pnr:900101-9802)":                  true,
		"900161-9809":                        true, // a coordination number: the day with 60 added
		"189001619809":                       true,
		"900101-9803":                        false, // a wrong check digit
		"901301-9803":                        false, // there is no thirteenth month
		"900132-9801":                        false, // nor a thirty-second day
		"170101019808":                       false, // nobody was born then
		"212000-2627":                        false, // the organisation number of a municipality
		"070-123 45 67":                      false, // a phone number
		"090-16 10 00":                       false,
		"IFN-2016/00321":                     false,
		"2026-11-23":                         false,
		"9001019802345":                      false, // in the middle of a longer number
		"1900101-98021":                      false,
		"a900101-9802":                       false, // a part of a code
		"":                                   false,
		"000229-1235":                        true,  // 2000 was a leap year
		"Två: 111111-1111 och 900101-9802":   true,  // the second one
		"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a": false, // an id
	} {
		if got := privacy.HasPersonalNumber(text); got != want {
			t.Errorf("%q: %v, wanted %v", text, got, want)
		}
	}
}
