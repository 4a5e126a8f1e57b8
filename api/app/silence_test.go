package app_test

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"fmt"
	"math/big"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/cloudflare/circl/blindsign/blindrsa"
	"gorm.io/gorm"

	"envagin/api/testkit"
)

// What every answer has of its own, whatever it tells.
var (
	ownHeaders   = []string{"X-Request-Id", "Traceparent", "Date", "Server-Timing"}
	ownOfProblem = regexp.MustCompile(`"requestId":"[^"]*"`)
)

func TestNoRouteTellsThatAnEmployeeHasAnswered(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		all := thingsToTry(a)
		round, groups := staffRound(a, "tyst", 1)
		all["silent"] = map[string]string{"surveys": round, "correctionId": all["told"]["correctionId"]}
		var codes []string
		err := a.DB.Tx(context.Background(), func(tx *gorm.DB) (err error) {
			codes, err = a.Ballots.MakeCodes(tx, round, groups[0], 1)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		crawl(t, a, all) // who reads for the first time on a day may leave a mark
		before := crawl(t, a, all)
		marks := traces(t, a)
		vote(a, round, groups[0], codes[0])
		if now := traces(t, a); now != marks {
			t.Errorf("%d traces were left", now-marks)
		}
		after := crawl(t, a, all)
		if len(before) < 400 {
			t.Errorf("only %d readings", len(before))
		}
		for at, told := range before {
			if after[at] != told {
				t.Errorf("%s tells that somebody has answered:\n%.2000s\n%.2000s", at, told, after[at])
			}
		}
	})
}

// crawl is what every route that reads tells the public, the coordinator and the admin, headers too: of the things
// that routes are tried on, and of the round that somebody answers in.
func crawl(t *testing.T, a *testkit.App, all things) map[string]string {
	t.Helper()
	told := map[string]string{}
	for line := range strings.SplitSeq(strings.TrimSpace(access), "\n") {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[0] != http.MethodGet || fields[1] == "/audit-events" {
			continue // it tells of the crawl itself: traces are counted
		}
		paths := []string{all.path(t, fields[1], fields[2])}
		if strings.HasPrefix(fields[1], "/surveys/:id") {
			paths = append(paths, all.path(t, fields[1], "silent"))
		}
		for _, path := range paths {
			for _, role := range []string{"", "coordinator", "admin"} {
				told[role+" "+path] = reading(a, path, role)
			}
		}
	}
	return told
}

// reading is all that somebody is told by a path, but for what every answer has of its own.
func reading(a *testkit.App, path, role string) string {
	a.T.Helper()
	got := a.Get(path, viewer(a, role))
	for _, own := range ownHeaders {
		got.Header.Del(own)
	}
	return fmt.Sprint(got.Status, got.Header, ownOfProblem.ReplaceAllString(string(got.Body), ""))
}

// vote buys a ballot with a code and answers with it, as the page does.
func vote(a *testkit.App, round, group, code string) {
	a.T.Helper()
	must := func(err error) {
		if err != nil {
			a.T.Helper()
			a.T.Fatal(err)
		}
	}
	at, b64 := "/surveys/"+round, base64.RawURLEncoding
	n, err := b64.DecodeString(a.Get(at + "/ballot-keys").Want(200).Items()[0]["publicKey"].(m)["n"].(string))
	must(err)
	client, err := blindrsa.NewClient(blindrsa.SHA384PSSRandomized, &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: 65537})
	must(err)
	ballot, err := client.Prepare(rand.Reader, make([]byte, 32))
	must(err)
	blinded, state, err := client.Blind(rand.Reader, ballot)
	must(err)
	bought := a.Do("POST", at+"/ballots", m{"code": code, "keyId": group, "blinded": b64.EncodeToString(blinded)}).Want(201)
	blind, err := b64.DecodeString(bought.Object()["signature"].(string))
	must(err)
	signature, err := client.Finalize(state, blind)
	must(err)
	a.Do("POST", at+"/staff-answers", m{"keyId": group, "ballot": b64.EncodeToString(ballot), "signature": b64.EncodeToString(signature), "answers": m{"rutin": "ja"}}).Want(201)
}
