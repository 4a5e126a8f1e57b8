//go:build unix

package main

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

var newestSeal = regexp.MustCompile(`newest seal (\d+:[0-9a-f]{64})`)

// An operator proves the traces of a server that runs, and hears by the exit code
// when something is wrong.
func TestAuditVerifyBesideARunningServer(t *testing.T) {
	p := newPlace(t)
	p.serve("--demo")
	var seal []string
	for range 200 { // the first sealing comes some seconds after the start
		out := p.must("", "audit", "verify")
		if seal = newestSeal.FindStringSubmatch(out); seal != nil && strings.Contains(out, "nothing is wrong") {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if seal == nil {
		t.Fatal("nothing was sealed")
	}
	p.must("", "audit", "verify", "--expect", seal[1])
	for text, says := range map[string]string{
		seal[1][:len(seal[1])-4] + "xxxx": "1 faults",
		"99" + seal[1]:                    "1 faults",
		"1":                               "NUMBER:HASH",
	} {
		p.refused("", []string{"audit", "verify", "--expect", text}, says)
	}
	p.refused("", []string{"audit"}, "envagin audit verify")
	p.refused("", []string{"audit", "verify", "x"}, "--expect")
}
