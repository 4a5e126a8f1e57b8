package responses

import (
	"encoding/json"
	"testing"
	"time"

	"envagin/api/surveys"
)

func TestReadableSaysAnAnswerInWords(t *testing.T) {
	t.Parallel()
	options := []surveys.Option{{Key: "ja", Sv: "Ja", En: "Yes"}, {Key: "nej", Sv: "Nej"}}
	for _, c := range []struct {
		q         surveys.Question
		raw, lang string
		want      string
	}{
		{surveys.Question{Type: surveys.Single, Options: options}, `"ja"`, "en", "Yes"},
		{surveys.Question{Type: surveys.Single, Options: options}, `"nej"`, "en", "Nej"},
		{surveys.Question{Type: surveys.Multiple, Options: options}, `["ja","nej"]`, "sv", "Ja\nNej"},
		{surveys.Question{Type: surveys.Matrix, Options: options, Rows: []surveys.Option{{Key: "a", Sv: "Skola"}, {Key: "b", Sv: "Vård"}}}, `{"b":"nej"}`, "sv", "Vård: Nej"},
		{surveys.Question{Type: surveys.Number, Unit: "personer"}, `12`, "sv", "12 personer"},
		{surveys.Question{Type: surveys.Scale}, `3`, "sv", "3"},
		{surveys.Question{Type: surveys.Date}, `"2026-11-23"`, "sv", "2026-11-23"},
		{surveys.Question{Type: surveys.LongText}, `"En\nTvå"`, "sv", "En\nTvå"},
		{surveys.Question{Type: surveys.FileLink}, `{"title":"Rutin","url":"https://example.org"}`, "sv", "Rutin\nhttps://example.org"},
		{surveys.Question{Type: surveys.LongText}, `null`, "sv", ""},
	} {
		if got := readable(c.q, json.RawMessage(c.raw), c.lang); got != c.want {
			t.Errorf("%s of %s is %q", c.raw, c.q.Type, got)
		}
	}
}

func TestTheChecksumIsOfWhatIsSaidAndNothingElse(t *testing.T) {
	t.Parallel()
	r := Response{SurveyID: "a", UnitID: "b"}
	hash := func(r Response, answers ...Answer) string {
		text, err := r.hash(answers)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	one, two := Answer{QuestionKey: "x", Value: `"ja"`}, Answer{QuestionKey: "y", Value: `3`}
	want := hash(r, one, two)

	later := one
	later.Version, later.WrittenBy, later.UpdatedAt = 7, "manager", time.Unix(1, 0)
	if hash(r, two, later) != want || hash(r, one, two, Answer{QuestionKey: "z"}) != want {
		t.Error("the same content has another checksum")
	}
	if hash(r, one) == want || hash(r, Answer{QuestionKey: "x", Value: `"nej"`}, two) == want || hash(Response{SurveyID: "a", UnitID: "c"}, one, two) == want {
		t.Error("other content has the same checksum")
	}
}

func TestAReviewFollowsItsRules(t *testing.T) {
	t.Parallel()
	waiting := Description{Text: "Nytt", State: Waiting, WriterID: "eva", PublicText: "Gammalt", PublicOn: "2026-01-01"}
	for _, c := range []struct {
		name       string
		from       Description
		outcome    ReviewOutcome
		reason, by string
		ok         bool
		state      DescriptionState
		public     string
	}{
		{"another approves", waiting, Approve, "", "sam", true, Approved, "Nytt"},
		{"the writer does not", waiting, Approve, "", "eva", false, "", ""},
		{"returned with a reason, the old stays", waiting, Return, "Kort", "sam", true, Returned, "Gammalt"},
		{"not without", waiting, Return, " ", "sam", false, "", ""},
		{"taken down", waiting, TakeDown, "Fel", "eva", true, Returned, ""},
		{"nothing to take down", Description{State: Waiting}, TakeDown, "Fel", "sam", false, "", ""},
		{"nothing that waits", Description{State: Returned}, Approve, "", "sam", false, "", ""},
		{"a word that is none", waiting, "publish", "", "sam", false, "", ""},
	} {
		d := c.from
		err := d.review(c.outcome, c.reason, c.by, "2026-11-23")
		if (err == nil) != c.ok || c.ok && (d.State != c.state || d.PublicText != c.public) {
			t.Errorf("%s: %v %+v", c.name, err, d)
		}
	}
}
