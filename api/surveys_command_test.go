//go:build unix

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"envagin/api/results"
)

// examples are those of docs/integrators/publishing.md.
var examples = filepath.Join("..", "docs", "integrators", "examples")

func TestSurveysPublish(t *testing.T) {
	p := newPlace(t)
	population, err := filepath.Abs(filepath.Join(examples, "population.json"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(population)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) string {
		if err := os.WriteFile(p.file(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return p.file(name)
	}

	out := p.must("", "surveys", "publish", "--from", population)

	fits(t, "population", string(text))
	fits(t, "published", out)
	var published results.Published
	if err := json.Unmarshal([]byte(out), &published); err != nil || published.N == nil || len(published.Tables) < 3 {
		t.Error(err, out)
	}
	if stands, err := os.ReadFile(filepath.Join(examples, "published.json")); err != nil || string(stands) != out {
		t.Errorf("examples/published.json is not what is told of examples/population.json any more: %v\n%s", err, out)
	}
	if _, err := os.Stat(p.settings["ENVAGIN_DATABASE"]); !os.IsNotExist(err) {
		t.Error("it needs no database, and made one")
	}

	p.refused("", []string{"surveys"}, "surveys publish|compare|texts --from FILE")
	p.refused("", []string{"surveys", "open"}, `"open"`, "surveys publish|compare|texts --from FILE")
	p.refused("", []string{"surveys", "publish"}, "--from FILE")
	p.refused("", []string{"surveys", "publish", population}, "--from FILE")
	p.refused("", []string{"surveys", "publish", "--all"}, "flag")
	p.refused("", []string{"surveys", "publish", "--from", p.file("nowhere.json")}, "nowhere.json")
	p.refused("", []string{"surveys", "publish", "--from", write("cut.json", string(text[:99]))}, "cut.json", "cannot be read")
	p.refused("", []string{"surveys", "publish", "--from", write("wrong.json", strings.Replace(string(text), `"type": "scale"`, `"type": "slide"`, 1))}, "wrong.json", "questions[1]", `"slide"`)
	p.refused("", []string{"surveys", "publish", "--from", write("kind.json", strings.Replace(string(text), `"max": 5`, `"max": "5"`, 1))}, "kind.json", "questions.max", "string")
}

// fits fails the test unless a file has the form that its schema tells.
func fits(t *testing.T, name, text string) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(examples, name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Error(err)
	}
}

// population gives the example with something changed, as a file.
func (p *place) population(name string, change func(*results.Population)) string {
	p.t.Helper()
	text, err := os.ReadFile(filepath.Join(examples, "population.json"))
	if err != nil {
		p.t.Fatal(err)
	}
	var population results.Population
	if err := json.Unmarshal(text, &population); err != nil {
		p.t.Fatal(err)
	}
	change(&population)
	if text, err = json.Marshal(population); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(p.file(name), text, 0o600); err != nil {
		p.t.Fatal(err)
	}
	return p.file(name)
}

func TestSurveysPublishInsteadOf(t *testing.T) {
	p := newPlace(t)
	whole := p.population("whole.json", func(*results.Population) {})
	fewer := p.population("fewer.json", func(of *results.Population) { of.Answers = of.Answers[3:] })

	p.must("", "surveys", "publish", "--from", whole, "--instead-of", whole)
	p.refused("", []string{"surveys", "publish", "--from", whole, "--instead-of", fewer}, "too few answers differ", "question")
	p.refused("", []string{"surveys", "publish", "--from", whole, "--instead-of", p.file("nowhere.json")}, "nowhere.json")
}

func TestSurveysCompare(t *testing.T) {
	p := newPlace(t)
	now := p.population("now.json", func(*results.Population) {})
	before := p.population("before.json", func(of *results.Population) { of.Dimensions[1].Merged = nil })

	out := p.must("", "surveys", "compare", "--from", now, "--with", before)

	var beside results.Published
	if err := json.Unmarshal([]byte(out), &beside); err != nil || beside.N == nil {
		t.Fatal(err, out)
	}
	fits(t, "published", out)
	for _, table := range beside.Tables {
		for _, cell := range table.Groups {
			if cell.Group == "other" && cell.N != nil {
				t.Error("last year nobody was merged, and other is told")
			}
		}
	}
	p.refused("", []string{"surveys", "compare", "--from", now}, "--with FILE")
	p.refused("", []string{"surveys", "compare", "--from", now, "--with", p.file("nowhere.json")}, "nowhere.json")
}

func TestSurveysTexts(t *testing.T) {
	p := newPlace(t)
	file := p.population("texts.json", func(of *results.Population) {
		of.Questions = append(of.Questions, results.Question{Key: "words", Type: "longText"})
		for i := range of.Answers {
			of.Answers[i].Values["words"] = json.RawMessage(`"something"`)
		}
	})

	out := p.must("", "surveys", "texts", "--from", file)

	var texts []results.FreeText
	if err := json.Unmarshal([]byte(out), &texts); err != nil || len(texts) != 2 {
		t.Fatal(err, out)
	}
	for i, group := range []string{"social", "skola"} { // 51 and 50; none of their units has as many
		if texts[i].Group != group || len(texts[i].Texts) < 50 {
			t.Errorf("%q: %d texts", texts[i].Group, len(texts[i].Texts))
		}
	}
	p.refused("", []string{"surveys", "texts"}, "--from FILE")
}
