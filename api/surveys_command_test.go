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

	p.refused("", []string{"surveys"}, "surveys publish --from FILE")
	p.refused("", []string{"surveys", "open"}, "surveys publish --from FILE")
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

func TestSurveysPublishInsteadOf(t *testing.T) {
	p := newPlace(t)
	file := func(name string, last int) string {
		var population results.Population
		text, err := os.ReadFile(filepath.Join(examples, "population.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &population); err != nil {
			t.Fatal(err)
		}
		population.Answers = population.Answers[:len(population.Answers)-last]
		if text, err = json.Marshal(population); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p.file(name), text, 0o600); err != nil {
			t.Fatal(err)
		}
		return p.file(name)
	}
	whole, fewer := file("whole.json", 0), file("fewer.json", 3)

	p.must("", "surveys", "publish", "--from", whole, "--instead-of", whole)
	p.refused("", []string{"surveys", "publish", "--from", whole, "--instead-of", fewer}, "too few answers differ", "question")
	p.refused("", []string{"surveys", "publish", "--from", whole, "--instead-of", p.file("nowhere.json")}, "nowhere.json")
}
