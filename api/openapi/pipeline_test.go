package openapi

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/sample.json anew")

func TestBuildOfTheSampleIsTheGoldenFile(t *testing.T) {
	got, asYAML, err := Build(filepath.Join("testdata", "sample"), "main.go", filepath.Join("testdata", "sample", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "sample.json")
	if *update {
		if err := os.WriteFile(golden, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the sample's specification changed; look at it and run go test ./api/openapi -update:\n%s", got)
	}
	if len(asYAML) == 0 {
		t.Error("no YAML")
	}
}

func TestBuildGivesTheSameBytesTwice(t *testing.T) {
	sample, examples := filepath.Join("testdata", "sample"), filepath.Join("testdata", "sample", "examples")
	one, oneYAML, err := Build(sample, "main.go", examples)
	if err != nil {
		t.Fatal(err)
	}

	two, twoYAML, err := Build(sample, "main.go", examples)

	if err != nil || !bytes.Equal(one, two) || !bytes.Equal(oneYAML, twoYAML) {
		t.Errorf("the second build differs: %v", err)
	}
}
