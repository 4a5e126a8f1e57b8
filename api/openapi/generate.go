package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"github.com/oasdiff/yaml"
	"github.com/swaggo/swag"
)

// Dir is where the specification lies, seen from the root of the repository.
const Dir = "api/openapi"

// Generate reads the annotations under root/api and writes openapi.json and
// openapi.yaml beside this file, the same bytes for the same source.
func Generate(root string) error {
	dir := filepath.Join(root, filepath.FromSlash(Dir))
	asJSON, asYAML, err := Build(filepath.Join(root, "api"), "main.go", filepath.Join(dir, "examples"))
	if err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "openapi.json"), asJSON); err != nil {
		return err
	}
	return write(filepath.Join(dir, "openapi.yaml"), asYAML)
}

// Build makes the specification of the API whose source lies under root;
// mainFile has the general annotations (title and version), and examples is the
// folder of recorded examples.
func Build(root, mainFile, examples string) (asJSON, asYAML []byte, err error) {
	swagger, err := parse(root, mainFile)
	if err != nil {
		return nil, nil, err
	}
	spec, err := convert(swagger)
	if err != nil {
		return nil, nil, err
	}
	source, err := readSource(root)
	if err != nil {
		return nil, nil, err
	}
	recorded, err := readExamples(examples)
	if err != nil {
		return nil, nil, err
	}
	polish(spec, source, recorded)
	if asJSON, err = canonical(spec); err != nil {
		return nil, nil, err
	}
	asYAML, err = yaml.JSONToYAML(asJSON)
	if err != nil {
		return nil, nil, fmt.Errorf("openapi: %w", err)
	}
	return asJSON, asYAML, nil
}

// parse runs swag over the source.
func parse(root, mainFile string) ([]byte, error) {
	parser := swag.New(
		swag.SetStrict(true),
		swag.SetParseDependency(0),
		swag.SetDebugger(log.New(io.Discard, "", 0)),
		// The samples of our own tests are not the API.
		swag.SetExcludedDirsAndFiles(filepath.Join(root, "openapi", "testdata")),
	)
	parser.RequiredByDefault = true
	parser.ParseInternal = true
	parser.ParseVendor = false
	if err := parser.ParseAPI(root, mainFile, 1); err != nil {
		return nil, fmt.Errorf("openapi: annotations: %w", err)
	}
	raw, err := json.Marshal(parser.GetSwagger())
	if err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	return raw, nil
}

// convert turns Swagger 2.0 into OpenAPI 3, as plain maps: the polish step is
// about the document, and no library models every corner of 3.1.
func convert(swagger []byte) (Spec, error) {
	var doc2 openapi2.T
	if err := json.Unmarshal(swagger, &doc2); err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	doc3, err := openapi2conv.ToV3(&doc2)
	if err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	raw, err := json.Marshal(doc3)
	if err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	return decode(raw)
}

// decode keeps numbers as they are written.
func decode(raw []byte) (Spec, error) {
	var spec Spec
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err := dec.Decode(&spec); err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	return spec, nil
}

// canonical is the one form of a JSON document: keys sorted, two spaces, no
// escaping for HTML, a line feed at the end.
func canonical(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	return buf.Bytes(), nil
}

// write leaves an unchanged file alone, so that make sees no new time on it.
func write(name string, content []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := os.WriteFile(name, content, 0o644); err != nil {
		return fmt.Errorf("openapi: %w", err)
	}
	return nil
}
