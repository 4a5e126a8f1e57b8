package factors

import (
	"strings"
	"testing"
	"time"
)

func TestACodeCountsInItsHalfMinuteAndTheOnesBeside(t *testing.T) {
	t.Parallel()
	// RFC 6238, appendix B, in six digits: the secret is "12345678901234567890".
	const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
	at := time.Unix(1111111109, 0) // 081804, the half minute 37037036
	for name, c := range map[string]struct {
		code  string
		at    time.Time
		last  int64
		found int64
	}{
		"now":                   {"081804", at, 0, 37037036},
		"a half minute late":    {"081804", at.Add(30 * time.Second), 0, 37037036},
		"a half minute early":   {"081804", at.Add(-30 * time.Second), 0, 37037036},
		"a minute late":         {"081804", at.Add(60 * time.Second), 0, 0},
		"a minute early":        {"081804", at.Add(-60 * time.Second), 0, 0},
		"after it was used":     {"081804", at, 37037036, 0},
		"after a later one was": {"081804", at, 37037037, 0},
		"another":               {"081805", at, 0, 0},
		"none":                  {"", at, 0, 0},
	} {
		got, ok := stepOf(secret, c.code, c.last, c.at)
		if got != c.found || ok != (c.found != 0) {
			t.Errorf("%s: %d %t", name, got, ok)
		}
	}
}

func TestASealOpensForItsOwnerAndItsKeyAlone(t *testing.T) {
	t.Parallel()
	old, now := sealKey{"a1", []byte(strings.Repeat("o", 32))}, sealKey{"b2", []byte(strings.Repeat("n", 32))}
	sealed, err := seal(old, "anna", "secret")
	if err != nil {
		t.Fatal(err)
	}

	if got, err := unseal([]sealKey{now, old}, "anna", sealed); got != "secret" || err != nil {
		t.Error(got, err)
	}
	for name, open := range map[string]func() (string, error){
		"another's row":          func() (string, error) { return unseal([]sealKey{old}, "bo", sealed) },
		"a key that is gone":     func() (string, error) { return unseal([]sealKey{now}, "anna", sealed) },
		"a key that took its id": func() (string, error) { return unseal([]sealKey{{"a1", now.key}}, "anna", sealed) },
		"changed on the way":     func() (string, error) { return unseal([]sealKey{old}, "anna", sealed[:len(sealed)-4]+"AAAA") },
		"nothing":                func() (string, error) { return unseal([]sealKey{old}, "anna", "") },
		"too little":             func() (string, error) { return unseal([]sealKey{old}, "anna", "a1.AAAA") },
	} {
		if got, err := open(); err == nil {
			t.Errorf("%s: %s", name, got)
		}
	}

	row := TOTP{UserID: "anna", Secret: sealed}
	if err := reseal([]sealKey{now, old}, &row); err != nil {
		t.Fatal(err)
	}
	if got, err := unseal([]sealKey{now}, "anna", row.Secret); got != "secret" || err != nil {
		t.Error(got, err)
	}
}

func TestARecoveryCodeIsFoundHoweverItIsTyped(t *testing.T) {
	t.Parallel()
	set := newCodes("anna", time.Unix(0, 0))
	shown, kept := set.shown, set.kept

	for _, typed := range []string{shown[4], strings.ToUpper(shown[4]), strings.ReplaceAll(shown[4], "-", " "),
		strings.NewReplacer("0", "O", "1", "l").Replace(shown[4])} {
		if c, ok := matching(kept, typed); !ok || c.Position != 4 {
			t.Error(typed, c.Position, ok)
		}
	}
	used := time.Unix(1, 0)
	kept[4].UsedAt = &used
	if _, ok := matching(kept, shown[4]); ok || left(kept) != codesASet-1 {
		t.Error("used twice")
	}
	for _, typed := range []string{"", "0", strings.Repeat("0", 12), shown[4] + "0"} {
		if _, ok := matching(kept, typed); ok {
			t.Error(typed)
		}
	}
}

func TestALetterIsInThePersonsLanguage(t *testing.T) {
	t.Parallel()
	for action, letter := range letterOf {
		for _, lang := range []string{"sv", "en", ""} {
			subject, body := write(letter, lang, "https://example.org/konto")
			if subject == "" || !strings.Contains(body, "https://example.org/konto") || strings.Contains(body, "%") {
				t.Error(action, lang, subject, body)
			}
		}
	}
}

func TestAnAddressWithoutANameHasNoPasskeys(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{"http://localhost:8080": true, "https://plan.umea.example": true,
		"http://127.0.0.1:8080": false, "http://[::1]:8080": false} {
		if party, err := relyingParty(address); err != nil || (party != nil) != want {
			t.Error(address, party, err)
		}
	}
}
