//go:build unix

package main

import (
	"strings"
	"testing"
)

func TestRetention(t *testing.T) {
	p := newPlace(t)
	p.must("", "migrate")

	p.refused("", []string{"retention", "--all"}, "flag")
	p.refused("", []string{"retention", "sessions"}, "--dry-run")
	if got := p.must("", "retention"); got != "nothing was due\n" {
		t.Errorf("on an empty database: %q", got)
	}
	p.serve()

	got := p.must("", "retention", "--dry-run")
	for _, word := range []string{"0 due", "sessions", "ended before"} {
		if !strings.Contains(got, word) {
			t.Errorf("beside a server it does not say %q: %s", word, got)
		}
	}
	p.refused("", []string{"retention"}, "in use")
}
