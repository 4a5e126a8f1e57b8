package problem_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"envagin/api/platform/problem"
)

func TestNothingWrongIsNoProblem(t *testing.T) {
	t.Parallel()
	var c problem.Checks

	c.Required("title", "x")
	c.Web("url", "")
	c.Email("email", "")

	if err := c.Err(); err != nil {
		t.Error(err)
	}
	if err := problem.Invalid(); err != nil {
		t.Error(err)
	}
}

func TestAllThatIsWrongIsToldAtOnce(t *testing.T) {
	t.Parallel()
	var c problem.Checks

	c.Line("title", " ", 10)
	c.MaxLength("text", strings.Repeat("å", 11), 10)
	c.Range("part", 21, 0, 20)

	p := problem.As(c.Err())
	if p == nil || p.Status != 422 || len(p.Errors) != 3 {
		t.Fatalf("%+v", p)
	}
	for i, want := range []string{"title required", "text tooLong", "part outOfRange"} {
		if got := p.Errors[i].Name + " " + p.Errors[i].Code; got != want {
			t.Errorf("%s, wanted %s", got, want)
		}
	}
}

func TestTextIsClean(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Vad\nvem\toch när\r\n": true, "Äldrenämnden – åtta ”mål” 🙂": true,
		"a\x00b": false, "a\x1b[31m": false, "a\x7f": false, "a\xff": false,
	} {
		var c problem.Checks
		c.Clean("text", text)
		if got := c.Err() == nil; got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"https://www.umea.se": true, "http://localhost:8080/x?y": true,
		"javascript:alert(1)": false, "ftp://x": false, "//x": false, "https://": false, "umea.se": false, "https://a b": false, "https://" + strings.Repeat("x", 500): false,
	} {
		var c problem.Checks
		c.Web("url", address)
		if got := c.Err() == nil; got != want {
			t.Errorf("%s: %t", address, got)
		}
	}
	for address, want := range map[string]bool{"a@b.se": true, "Eva <a@b.se>": false, "a": false, "a@b.se, c@d.se": false, "a@b.se\r\nBcc: x@y.z": false} {
		var c problem.Checks
		c.Email("email", address)
		if got := c.Err() == nil; got != want {
			t.Errorf("%q: %t", address, got)
		}
	}
}

func TestACauseIsForTheLogAlone(t *testing.T) {
	t.Parallel()
	cause := errors.New("the database said 192.0.2.7")

	p := problem.Internal(cause)

	sent, err := json.Marshal(p)
	if err != nil || strings.Contains(string(sent), "192.0.2.7") {
		t.Errorf("%s %v", sent, err)
	}
	if !errors.Is(p, cause) || !strings.Contains(p.Error(), "192.0.2.7") {
		t.Error(p.Error())
	}
}

func TestAProblemIsFoundInsideOtherErrors(t *testing.T) {
	t.Parallel()
	err := fmt.Errorf("while importing: %w", problem.Gone("plan"))

	if !problem.Is(err, 410) || !problem.Missing(err) || problem.Is(err, 404) || problem.As(errors.New("x")) != nil || problem.Missing(nil) {
		t.Error(err)
	}
}
