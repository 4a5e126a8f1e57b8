package openapi

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// Example is what a story recorded of one operation: examples/<operationId>.json.
type Example struct {
	// Request is the body that was sent; null when there is none.
	Request any `json:"request"`
	// Response is the answer to a success; a string when it is not JSON.
	Response any `json:"response"`
	// Problem is a failure worth showing.
	Problem any `json:"problem,omitempty"`
	// Status is that of Response.
	Status int `json:"status"`
	// Also has the answers of other successes, by status: where it may be 202 too.
	Also map[string]any `json:"also,omitempty"`
}

// RecordExample writes or completes the example of an operation: a success
// fills request and response, one of another status stands beside it, a failure
// (400 and up) fills problem. The same content gives the same bytes, so that a rerun changes nothing.
func RecordExample(dir, operationID string, request, response []byte, status int) error {
	name := filepath.Join(dir, operationID+".json")
	var e Example
	if old, err := os.ReadFile(name); err == nil {
		if e, err = decodeExample(old); err != nil {
			return fmt.Errorf("openapi: %s: %w", name, err)
		}
	}
	switch {
	case status >= 400:
		e.Problem = value(response)
	case e.Status != 0 && status != e.Status:
		if e.Also == nil {
			e.Also = map[string]any{}
		}
		e.Also[fmt.Sprint(status)] = value(response)
	default:
		e.Request, e.Response, e.Status = value(request), value(response), status
	}
	content, err := canonical(e)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("openapi: %w", err)
	}
	return write(name, content)
}

// value is the JSON in raw, the text when it is not JSON, nil when there is none.
func value(raw []byte) any {
	if len(raw) == 0 {
		return nil
	}
	dec := json.NewDecoder(strings.NewReader(string(raw)))
	dec.UseNumber()
	var v any
	if dec.Decode(&v) != nil || dec.More() {
		return string(raw)
	}
	return v
}

func decodeExample(raw []byte) (e Example, err error) {
	dec := json.NewDecoder(strings.NewReader(string(raw)))
	dec.UseNumber()
	dec.DisallowUnknownFields()
	return e, dec.Decode(&e)
}

// readExamples gives the recorded examples by operation id; a folder that is
// not there has none.
func readExamples(dir string) (map[string]Example, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	all := map[string]Example{}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("openapi: %w", err)
		}
		e, err := decodeExample(raw)
		if err != nil {
			return nil, fmt.Errorf("openapi: %s: %w", name, err)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".json")] = e
	}
	return all, nil
}

// examples puts what was recorded on the media types.
func (o operation) examples(e Example) {
	if e.Request != nil {
		for _, media := range child(child(o.Spec, "requestBody"), "content") {
			media.(Spec)["example"] = e.Request
		}
	}
	responses := child(o.Spec, "responses")
	answers := map[string]any{fmt.Sprint(e.Status): e.Response}
	maps.Copy(answers, e.Also)
	for status, answer := range answers {
		if r, ok := responses[status].(Spec); ok && answer != nil {
			for _, media := range child(r, "content") {
				media.(Spec)["example"] = answer
			}
		}
	}
	if e.Problem != nil {
		for _, media := range child(responses["default"].(Spec), "content") {
			media.(Spec)["example"] = e.Problem
		}
	}
}

// Missing names the operations whose request or successful answer has no
// example: a story must record one.
func Missing(spec Spec) []string {
	var missing []string
	for _, o := range Operations(spec) {
		op := operationAt(spec, o)
		bodies := Spec{}
		if request, ok := op["requestBody"].(Spec); ok {
			bodies["request"] = request
		}
		responses, _ := op["responses"].(Spec)
		for code, r := range responses {
			if code[0] == '2' {
				bodies["response "+code] = r
			}
		}
		for _, what := range sortedKeys(bodies) {
			content, _ := bodies[what].(Spec)["content"].(Spec)
			for _, media := range sortedKeys(content) {
				if m, ok := content[media].(Spec); !ok || m["example"] == nil {
					missing = append(missing, fmt.Sprintf("%s: no example of the %s (%s)", o.OperationID, what, media))
				}
			}
		}
	}
	return missing
}
