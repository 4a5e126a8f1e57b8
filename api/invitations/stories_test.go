package invitations_test

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/testkit"
)

type object = map[string]any

const (
	post = http.MethodPost
	put  = http.MethodPut
)

// story is the application with an open round of staff in two groups.
type story struct {
	*testkit.App
	round  string
	groups []string
}

func eachDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		s := &story{App: a}
		s.round, s.groups = s.open("staff", "enkat-2026", []object{{"key": "forskola", "nameSv": "Förskola", "nameEn": "Pre-school", "size": 40}, {"key": "skola", "nameSv": "Skola", "nameEn": "School", "size": 40}})
		tell(t, s)
	})
}

func (s *story) open(answering, key string, groups []object) (round string, ids []string) {
	s.T.Helper()
	as := s.As("coordinator")
	made := s.Do(post, "/surveys", object{"key": key, "answering": answering, "titleSv": "Så arbetar vi", "titleEn": "How we work", "closesOn": "2026-12-14",
		"sections": []object{{"key": "behov", "titleSv": "Behov", "titleEn": "Needs"}}, "groups": groups}, as).Want(201)
	for _, group := range made.Object()["groups"].([]any) {
		ids = append(ids, group.(object)["id"].(string))
	}
	at := "/surveys/" + made.ID()
	s.Do(post, at+"/questions", object{"sectionKey": "behov", "key": "hur", "type": "shortText", "textSv": "Hur?", "textEn": "How?"}, as).Want(201)
	s.Do(put, at+"/opening", object{}, as, testkit.IfMatch(s.Get(at, as).ETag())).Want(200)
	return made.ID(), ids
}

func (s *story) at(what string) string { return "/surveys/" + s.round + what }

// codes prints some codes for a group.
func (s *story) codes(group string, count int) (codes []string) {
	s.T.Helper()
	sheet := s.Do(post, s.at("/code-sheets"), object{"groupId": group, "count": count}, s.As("coordinator")).Want(201)
	for _, code := range sheet.Object()["codes"].([]any) {
		codes = append(codes, code.(string))
	}
	return codes
}

// use buys the ballot of a code, as a page does before it sends an answer.
func (s *story) use(group, code string) {
	s.T.Helper()
	blinded := make([]byte, 256)
	_, _ = rand.Read(blinded)
	blinded[0] = 0 // less than any modulus
	s.Do(post, s.at("/ballots"), object{"code": code, "keyId": group, "blinded": base64.RawURLEncoding.EncodeToString(blinded)}).Want(201)
}

func TestCodesArePrintedOnceAndKeptNowhere(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		as, once := s.As("coordinator"), testkit.Header("Idempotency-Key", "ett-blad-koder")
		in := object{"groupId": s.groups[0], "count": 3}
		sheet := s.Do(post, s.at("/code-sheets"), in, as, once).Want(201)
		codes := sheet.Object()["codes"].([]any)
		if len(codes) != 3 || codes[0] == codes[1] || sheet.Object()["address"] != "http://localhost:8080/svara" {
			t.Fatalf("the sheet is %s", sheet.Body)
		}
		s.Do(post, "/ballot-codes", object{"code": codes[0]}).Want(200)

		again := s.Do(post, s.at("/code-sheets"), in, as, once)
		for _, code := range codes {
			text := []byte(code.(string))
			if bytes.Contains(again.Body, text) {
				t.Errorf("sent again it shows %s", text)
			}
			for _, spelled := range []string{string(text), strings.ReplaceAll(string(text), "-", "")} {
				if where := s.findText(spelled); where != "" {
					t.Errorf("%s holds a code", where)
				}
			}
		}
		if n := len(s.codes(s.groups[0], 1)); n != 1 {
			t.Errorf("asked for one more, %d came", n)
		}
	})
}

// findText is the first table, if any, that holds a text anywhere.
func (s *story) findText(text string) (where string) {
	s.T.Helper()
	err := s.DB.Read(s.T.Context(), func(tx *gorm.DB) error {
		tables, err := tx.Migrator().GetTables()
		if err != nil {
			return err
		}
		for _, table := range tables {
			var rows []map[string]any
			if err := tx.Table(table).Limit(5000).Find(&rows).Error; err != nil {
				return err
			}
			for _, row := range rows {
				for column, value := range row {
					in, _ := value.(string)
					if raw, ok := value.([]byte); ok {
						in = string(raw)
					}
					if strings.Contains(in, text) {
						where = table + "." + column
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		s.T.Fatal(err)
	}
	return where
}

func TestCodesAreForOpenRoundsAndTheirInnermostGroups(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		as := s.As("coordinator")
		s.Do(post, s.at("/code-sheets"), object{"groupId": "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01", "count": 3}, as).WantProblem(422, "invalid", "groupId")
		s.Do(post, s.at("/code-sheets"), object{"groupId": s.groups[0], "count": 0}, as).WantProblem(422, "invalid", "count")
		s.Do(post, s.at("/code-sheets"), object{"groupId": s.groups[0], "count": 5001}, as).WantProblem(422, "invalid", "count")
		s.Do(post, s.at("/code-sheets"), object{"groupId": s.groups[0], "count": 3}, s.As("manager")).WantProblem(403, "forbidden")
		s.Do(put, s.at("/closing"), object{}, as, testkit.IfMatch(s.Get(s.at(""), as).ETag())).Want(200)
		s.Do(post, s.at("/code-sheets"), object{"groupId": s.groups[0], "count": 3}, as).WantProblem(409, "notOpen")
	})
}

func TestHowFarEmployeesHaveComeIsToldOnceANightInTens(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		first, second := s.codes(s.groups[0], 14), s.codes(s.groups[1], 8)
		nobody := string(s.coverage())
		for _, code := range first {
			s.use(s.groups[0], code)
		}
		for _, code := range second[:6] {
			s.use(s.groups[1], code)
		}
		s.night()
		if now := string(s.coverage()); now != nobody {
			t.Errorf("in the day it is told that somebody has answered: %s", now)
		}
		s.Later(19 * time.Hour) // half past three in the night
		s.night()
		answered := map[any]any{}
		told := s.Get(s.at("/coverage"), s.As("coordinator")).Want(200).Object()
		for _, g := range told["groups"].([]any) {
			answered[g.(object)["groupId"]] = g.(object)["answered"]
		}
		if answered[s.groups[0]] != 10.0 || answered[s.groups[1]] != nil || told["asOf"] != "2026-11-24" {
			t.Errorf("of fourteen and of six it tells %v", told)
		}
		before := string(s.coverage())
		s.use(s.groups[1], second[6])
		s.night()
		if now := string(s.coverage()); now != before {
			t.Errorf("it is counted twice in a night: %s", now)
		}
	})
}

func (s *story) coverage() []byte {
	s.T.Helper()
	return s.Get(s.at("/coverage"), s.As("coordinator")).Want(200).Body
}

func (s *story) night() {
	s.T.Helper()
	if err := s.Invitations.Nightly(s.T.Context()); err != nil {
		s.T.Fatal(err)
	}
}

func TestHowFarUnitsHaveComeIsToldByName(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		round := ""
		for _, item := range a.Get("/surveys?answering=unit").Want(200).Items() {
			round = item["id"].(string)
		}
		bodies := a.Get("/surveys/"+round+"/coverage", a.As("coordinator")).Want(200).Object()["bodies"].([]any)
		top := bodies[0].(object)
		asked, begun, signed := top["asked"].(float64), top["begun"].(float64), top["signed"].(float64)
		if top["kind"] != "council" || signed != 2 || begun <= signed || asked <= begun {
			t.Errorf("in all %v are asked, %v have begun and %v have signed", asked, begun, signed)
		}
		seen := map[any]bool{}
		for _, b := range bodies {
			parent := b.(object)["parentId"]
			if parent != nil && !seen[parent] {
				t.Errorf("%v stands before what it lies under", b.(object)["nameSv"])
			}
			seen[b.(object)["bodyId"]] = true
		}
		own := a.Get("/surveys/"+round+"/coverage", a.As("manager")).Want(200).Object()["bodies"].([]any)
		if len(own) == 0 || len(own) >= len(bodies) {
			t.Errorf("a manager sees %d of %d bodies", len(own), len(bodies))
		}
	})
}
