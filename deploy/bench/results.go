package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/httpx"
	"envagin/api/surveys"
)

// A round that a million answered tells as much as one that ten thousand did: it is counted when it closes.
const (
	manyAnswered = 1_000_000
	fewAnswered  = 10_000
	toldAsked    = 12
	toldGroups   = 24
	toldEach     = 4 // groups lie under one
)

// told measures reading what a large round tells against a small one. The reader is signed in, so that
// neither is served from memory.
func (r *report) told(ctx context.Context, s *site) error {
	const name = "what 1 000 000 answers told, against 10 000"
	if !r.wants(name) {
		return nil
	}
	var asks [2]subject
	for i, answered := range []int{manyAnswered, fewAnswered} {
		round, counting, err := s.publishedRound(ctx, answered)
		if err != nil {
			return err
		}
		r.machine = append(r.machine, fmt.Sprintf("%s: %d answers to %d questions counted when their round closed, in %.1f s", s.name, answered, toldAsked, counting.Seconds()))
		asks[i] = s.asks(fmt.Sprintf("%d answers", answered), get(httpx.Prefix+"/surveys/"+round+"/results", s.tokens[auth.Member], ""), 200)
	}
	d, err := run(r.options.slowly(ctx, s), asks[0], asks[1])
	if err == nil {
		r.add(row{database: s.name, kind: results, name: name, sample: d.total[0], base: d.total[1], ratio: d.p50Against(0, 1), cpu: d.cpuAgainst(0, 1)})
	}
	return err
}

// publishedRound is a round that so many have answered, closed, counted and published. Its answers are inserted
// as they are kept; everything after that is the program's.
func (s *site) publishedRound(ctx context.Context, answered int) (id string, counting time.Duration, err error) {
	keeper := auth.User{ID: "bench", Roles: []auth.Role{{Name: auth.Coordinator}}}
	var groups []surveys.GroupInput
	for n := range toldGroups {
		g := surveys.GroupInput{Key: fmt.Sprintf("grupp-%02d", n), NameSv: "G", NameEn: "G", Size: answered}
		if n >= toldEach {
			g.ParentKey = fmt.Sprintf("grupp-%02d", n%toldEach)
		}
		groups = append(groups, g)
	}
	made, err := s.app.Surveys.Create(ctx, keeper, surveys.Survey{Key: fmt.Sprintf("told-%d", answered), Answering: surveys.Staff, TitleSv: "Mätning", TitleEn: "Bench", ClosesOn: "2099-01-01",
		Dimensions: []surveys.Dimension{{Key: "enhet", NameSv: "Enhet", NameEn: "Unit"}},
		Sections:   []surveys.Section{{Key: "a", TitleSv: "A", TitleEn: "A"}}}, groups, false)
	if err != nil {
		return "", 0, err
	}
	for n := range toldAsked {
		q := surveys.Question{Key: fmt.Sprintf("fraga-%02d", n), SectionKey: "a", Position: n, Type: surveys.Single, TextSv: "F", TextEn: "Q", Required: true,
			Options: []surveys.Option{{Key: "a", Sv: "A", En: "A"}, {Key: "b", Sv: "B", En: "B"}, {Key: "c", Sv: "C", En: "C"}, {Key: "d", Sv: "D", En: "D"}}}
		if _, err := s.app.Surveys.AddQuestion(ctx, keeper, made.ID, q); err != nil {
			return "", 0, err
		}
	}
	if made, err = s.app.Surveys.Get(ctx, keeper, made.ID); err != nil {
		return "", 0, err
	}
	if made, err = s.app.Surveys.Open(ctx, keeper, made.ID, made.Version); err != nil {
		return "", 0, err
	}
	ctx = database.WithLimit(ctx, 0) // as jobs have it
	if err := s.answer(ctx, made, answered); err != nil {
		return "", 0, err
	}
	if made, err = s.app.Surveys.Close(ctx, keeper, made.ID, made.Version); err != nil {
		return "", 0, err
	}
	began := time.Now()
	if err := s.app.Results.Demo(ctx, made.ID); err != nil {
		return "", 0, err
	}
	counting = time.Since(began)
	_, err = s.app.Surveys.Publish(ctx, keeper, made.ID, made.Version)
	return made.ID, counting, err
}

// answer inserts answers of chance, from each leaf group as many.
func (s *site) answer(ctx context.Context, round surveys.Whole, answered int) error {
	const inOne, inAll = 500, 5_000
	chance := rand.New(rand.NewPCG(1, 2))
	leaves := round.Groups[toldEach:]
	for from := 0; from < answered; from += inAll {
		err := s.app.DB.Tx(ctx, func(tx *gorm.DB) error {
			for at := from; at < min(from+inAll, answered); at += inOne {
				var values []any
				for n := at; n < at+inOne; n++ {
					var b strings.Builder
					for q := range toldAsked {
						fmt.Fprintf(&b, `,"fraga-%02d":%q`, q, string("abcd"[chance.IntN(4)]))
					}
					values = append(values, round.ID, fmt.Sprintf("%064x", n), leaves[n%len(leaves)].ID, "{"+b.String()[1:]+"}")
				}
				rows := strings.Repeat(",(?,?,?,?)", inOne)[1:]
				if err := tx.Exec("INSERT INTO survey_staff_answers (survey_id, ballot, group_id, answers) VALUES "+rows, values...).Error; err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
