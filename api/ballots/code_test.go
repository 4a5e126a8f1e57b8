package ballots

import (
	"strings"
	"testing"
)

func TestACodeIsReadHoweverItIsTyped(t *testing.T) {
	t.Parallel()
	code := newCode()
	want := strings.ReplaceAll(code, "-", "")
	for _, typed := range []string{code, strings.ToLower(code), want, " " + strings.ReplaceAll(code, "-", " "), strings.ReplaceAll(code, "-", "–")} {
		if got, err := readCode(typed); err != nil || got != want {
			t.Errorf("%q was read as %q, %v", typed, got, err)
		}
	}
}

func TestASlipOfTheFingerIsFound(t *testing.T) {
	t.Parallel()
	code := []byte(strings.ReplaceAll(newCode(), "-", ""))
	for i := range code {
		for _, other := range []byte(alphabet) {
			slip := append([]byte{}, code...)
			slip[i] = other
			if _, err := readCode(string(slip)); other != code[i] && err == nil {
				t.Errorf("%s was taken for %s", slip, code)
			}
		}
		for k := range i {
			swapped := append([]byte{}, code...)
			swapped[i], swapped[k] = code[k], code[i]
			if _, err := readCode(string(swapped)); code[i] != code[k] && err == nil {
				t.Errorf("%s was taken for %s", swapped, code)
			}
		}
	}
}

func TestWhatIsNoCodeIsRefused(t *testing.T) {
	t.Parallel()
	for _, typed := range []string{"", "ABCD", "Å", "OOOO-0000-1111-IIII", strings.Repeat("A", 16), strings.Repeat(" ", 200), "ABCD-EFGH\x00JKMN-PQRS", strings.Repeat("2", 17)} {
		if got, err := readCode(typed); err == nil {
			t.Errorf("%q was read as %q", typed, got)
		}
	}
}

func TestCodesDiffer(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for range 10_000 {
		code := newCode()
		if seen[code] || len(code) != 19 {
			t.Fatal(code)
		}
		seen[code] = true
	}
}
