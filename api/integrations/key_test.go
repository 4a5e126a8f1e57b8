package integrations

import (
	"slices"
	"strings"
	"testing"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func TestAKeyIsItsPrefixAnIDASecretAndAChecksum(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for range 200 {
		publicID, value := newValue()

		if len(value) != 66 || !strings.HasPrefix(value, "evi_"+publicID+"_") || publicIDOf(value) != publicID || seen[value] || seen[publicID] {
			t.Fatalf("%s %s", publicID, value)
		}
		if strings.ContainsAny(value[4:], "-+/=.") {
			t.Fatalf("a double click does not take the whole of %s", value)
		}
		seen[value], seen[publicID] = true, true
	}
}

func TestASlipInCopyingIsNoKey(t *testing.T) {
	t.Parallel()
	_, value := newValue()
	swapped, at := []byte(value), 20
	for swapped[at] == swapped[at+1] {
		at++
	}
	swapped[at], swapped[at+1] = swapped[at+1], swapped[at]
	for name, slip := range map[string]string{
		"nothing": "", "the prefix alone": "evi_", "cut short": value[:65], "one more": value + "0", "another beginning": "evo_" + value[4:],
		"without the bar": strings.Replace(value, "_", "x", 2), "in capitals": strings.ToUpper(value), "with a space": value[:30] + " " + value[31:],
		"a mark": value[:60] + "é" + value[62:], "two changed places": string(swapped), "NUL": value[:65] + "\x00",
	} {
		if publicIDOf(slip) != "" {
			t.Errorf("%s: %q passes", name, slip)
		}
	}
	for i := range value { // every single slip is found
		other := []byte(value)
		other[i] = digits[(strings.IndexByte(digits, other[i])+1)%len(digits)]
		if publicIDOf(string(other)) != "" {
			t.Errorf("a slip in place %d is not found", i)
		}
	}
}

func TestOnlyAHashOfTheKeyIsKept(t *testing.T) {
	t.Parallel()
	publicID, value := newValue()
	k := Key{PublicID: publicID, Hash: hashOf(value)}
	_, other := newValue()

	if !k.is(value) || k.is(other) || k.is("") || (Key{}).is("") || (Key{}).is(value) {
		t.Error("the comparison is wrong")
	}
	if strings.Contains(k.Hash, value[17:30]) || len(k.Hash) != 64 {
		t.Error(k.Hash)
	}
}

func TestAKeyHoldsToTheEndOfItsLastDay(t *testing.T) {
	t.Parallel()
	ended := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	for want, keys := range map[State][]Key{
		Living:  {{ExpiresOn: "2026-11-23"}, {ExpiresOn: "2027-01-01"}},
		Expired: {{ExpiresOn: "2026-11-22"}},
		Ended:   {{ExpiresOn: "2027-01-01", EndedAt: &ended}, {ExpiresOn: "2026-01-01", EndedAt: &ended}},
	} {
		for _, k := range keys {
			if got := k.StateOn("2026-11-23"); got != want {
				t.Errorf("%+v is %s", k, got)
			}
		}
	}
}

func TestALetterIsDueOnceAMonthAndOnceAWeekBeforeTheEnd(t *testing.T) {
	t.Parallel()
	year, week := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC), time.Date(2027, 11, 18, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		made  time.Time
		today day.Day
		want  int
	}{
		{year, "2027-10-23", 0}, {year, "2027-10-24", 30}, {year, "2027-11-15", 30}, {year, "2027-11-16", 7}, {year, "2027-11-23", 7},
		{year, "2027-11-24", 0}, {week, "2027-11-18", 0}, {week, "2027-11-23", 0},
	} {
		k := Key{CreatedAt: c.made, ExpiresOn: "2027-11-23"}
		if got := k.dueReminder(c.today); got != c.want {
			t.Errorf("made %s, on %s: %d", c.made.Format(time.DateOnly), c.today, got)
		}
	}
}

func TestWhatAClientIs(t *testing.T) {
	t.Parallel()
	good := func() Client {
		return Client{Name: "Ärendesystem", BodyID: "x", Scopes: []string{"reports:write", "activities:read"}, Email: "it@region.example", Lang: "sv"}
	}
	first := good()
	first.settle()
	if err := first.Check(); err != nil || !slices.Equal(first.Scopes, []string{"activities:read", "reports:write"}) {
		t.Fatal(err, first.Scopes)
	}
	for field, spoil := range map[string]func(*Client){
		"name": func(k *Client) { k.Name = " " }, "bodyId": func(k *Client) { k.BodyID = "" }, "scopes": func(k *Client) { k.Scopes = nil },
		"scopes[0]": func(k *Client) { k.Scopes = []string{"users:read"} }, "scopes[1]": func(k *Client) { k.Scopes = []string{"plans:read", "plans:read"} },
		"email": func(k *Client) { k.Email = "Eva <eva@region.example>" }, "lang": func(k *Client) { k.Lang = "de" }, "note": func(k *Client) { k.Note = "\x00" },
	} {
		k := good()
		spoil(&k)
		if p := problem.As(k.Check()); p == nil || p.Errors[0].Name != field {
			t.Errorf("%s: %v", field, k.Check())
		}
	}
}

func TestTheLetterNamesTheKeyAndOpensNothing(t *testing.T) {
	t.Parallel()
	publicID, value := newValue()
	h := holder{Key: Key{PublicID: publicID, Hash: hashOf(value), ExpiresOn: "2026-12-23"}, Client: Client{Name: "Ärendesystem", Lang: "sv"}}
	for today, want := range map[day.Day]string{"2026-11-23": "om 30 dagar", "2026-12-22": "i morgon", "2026-12-23": "i dag"} {
		subject, text := h.letter(today, "https://envagin.example.se")

		if !strings.HasSuffix(subject, want) || !strings.Contains(text, "evi_"+publicID) || !strings.Contains(text, "2026-12-23") || strings.Contains(text, value[17:40]) {
			t.Errorf("%s\n%s", subject, text)
		}
		if strings.Contains(strings.ToLower(subject+text), "våld") {
			t.Error("the letter tells what the plan is about")
		}
	}
	h.Client.Lang = "en"
	if subject, _ := h.letter("2026-12-16", ""); subject != "An API key ends in 7 days" {
		t.Error(subject)
	}
}
