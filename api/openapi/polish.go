package openapi

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

// Spec is an OpenAPI document, or an object in it, as decoded JSON.
type Spec = map[string]any

const (
	exampleID    = "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"
	exampleETag  = `"3.9f86d081884c7d65"`
	exampleTrace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
	tracePattern = "^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"
)

// polish makes of the converted document what we publish. recorded holds the
// examples by operation id.
func polish(spec Spec, source source, recorded map[string]Example) {
	delete(spec, "security") // each operation states its own
	describe(spec)
	schemas(spec, source.described)
	components(spec)
	used := map[string]bool{}
	for _, o := range Operations(spec) {
		op := operationAt(spec, o)
		p := operation{Spec: op, method: o.Method, path: o.Path, versioned: source.versioned[o.OperationID]}
		p.polish()
		p.examples(recorded[o.OperationID])
		for _, tag := range list(op["tags"]) {
			used[fmt.Sprint(tag)] = true
		}
	}
	var tags []any
	for _, t := range tagTexts {
		if used[t[0]] {
			tags = append(tags, Spec{"name": t[0], "description": t[1]})
		}
		delete(used, t[0])
	}
	for _, name := range slices.Sorted(maps.Keys(used)) {
		tags = append(tags, Spec{"name": name}) // CheckProfile asks for its description
	}
	spec["tags"] = tags
	closeInputs(spec)
	deprecate(spec, httpx.Deprecated)
}

// deprecate marks the operations that are to go.
func deprecate(spec Spec, all []httpx.Deprecation) {
	for _, d := range all {
		for _, o := range Operations(spec) {
			if strings.ToUpper(o.Method) != d.Method || routeOf(o.Path) != d.Path {
				continue
			}
			op := operationAt(spec, o)
			op["deprecated"], op["x-sunset"] = true, string(d.Until)
			said := fmt.Sprintf("%s Deprecated since %s, and gone after %s.", op["description"], d.Since, d.Until)
			if d.Successor != "" {
				said += " Use " + d.Successor + " instead."
			}
			op["description"] = said
		}
	}
}

type operation struct {
	Spec
	method, path string
	versioned    bool
}

func (o operation) polish() {
	responses := child(o.Spec, "responses")
	_, stale := responses["412"]
	o.versioned = (o.versioned || stale) && (o.method == "put" || o.method == "delete")
	secured := o.secure()
	params := o.parameters()
	params = append(params, headerParam("traceparent", "The caller's trace (W3C Trace Context), carried on to the answer and the log.",
		exampleTrace, false, tracePattern))
	if o.method != "get" {
		params = append(params, headerParam("Change-Note", "Why, for the history of what is changed: percent-encoded UTF-8 (encodeURIComponent), at most 500 characters and 5 lines once decoded.",
			"", false, "^([!-$&-~]|%[0-9A-Fa-f]{2})*$"))
	}
	switch {
	case o.method == "get":
		params = append(params, headerParam("If-None-Match", "ETags that the client has; 304 when one is current.", exampleETag, false, ""))
		responses["304"] = ref("responses", "NotModified")
	case o.method == "post" && secured:
		params = append(params, headerParam("Idempotency-Key",
			"8–200 characters of the client's choice, such as a UUID: the same request with the same key happens once.", exampleID, false, "^.{8,200}$"))
	case o.versioned:
		params = append(params, headerParam("If-Match", "The ETag of the version that the change is based on.", exampleETag, true, ""))
	}
	o.Spec["parameters"] = params
	content := object(object(o.Spec["requestBody"])["content"])
	if anything, ok := content["*/*"]; ok { // no @Accept: this API reads JSON
		delete(content, "*/*")
		content["application/json"] = anything
	}
	if content["multipart/form-data"] != nil { // a file comes as a form, as browsers send it
		child(o.Spec, "requestBody")["description"] = "A form with the file."
	}
	for code, r := range responses {
		if code != "default" && (code[0] == '2' || code == "303") { // a page that a browser is sent on to
			success(r.(Spec), code, o.method, o.versioned)
		}
	}
	for _, f := range failures {
		if o.expected(f.status, secured) {
			responses[fmt.Sprint(f.status)] = ref("responses", f.name)
		}
	}
	responses["default"] = failure("Any other failure; code says which.", 503, "unavailable", "Unavailable for the moment",
		"The service cannot answer right now. Nothing was changed; try again in a few seconds.")
	child(responses["default"].(Spec), "headers")["Retry-After"] = ref("headers", "RetryAfter")
}

// expected tells which failures follow from what the operation is.
func (o operation) expected(status int, secured bool) bool {
	switch status {
	case 403:
		return secured
	case 404:
		return strings.Contains(o.path, "{")
	case 412, 428:
		return o.versioned
	case 422:
		return o.Spec["requestBody"] != nil
	default:
		return true
	}
}

// secure states who may call: what the annotation says, else everyone for a
// read (a token shows more), else everyone. It tells whether a token is needed.
func (o operation) secure() bool {
	annotated := list(o.Spec["security"])
	if len(annotated) > 0 && object(annotated[0])["Session"] == nil {
		o.Spec["security"] = append([]any{Spec{bearer: []any{}}}, o.keys()...)
		return true
	}
	if len(annotated) > 0 {
		// As a scheme it would be an API key outside the header, which the profile forbids (SAK.16).
		o.Spec["parameters"] = append(list(o.Spec["parameters"]), Spec{
			"name": sessionCookie, "in": "cookie", "required": false, "schema": Spec{"type": "string"},
			"description": "The refresh token, as POST /sessions set it; browsers send it by themselves. Without it nobody is signed in.",
		})
	}
	o.Spec["security"] = []any{Spec{}}
	if o.method == "get" {
		o.Spec["security"] = append([]any{Spec{}, Spec{bearer: []any{}}}, o.keys()...)
	}
	return false
}

// keys says whether a machine client's key will do, and with which scope: the
// table by which the server lets keys in says so, no annotation.
func (o operation) keys() []any {
	scope, open := auth.ScopeOf(strings.ToUpper(o.method), routeOf(o.path))
	if !open {
		return nil
	}
	o.Spec["x-required-scopes"] = []any{}
	if scope != "" {
		o.Spec["x-required-scopes"] = []any{scope}
		o.Spec["description"] = strings.TrimSpace(fmt.Sprint(o.Spec["description"])) + " A key needs the scope `" + scope + "`."
	}
	return []any{Spec{apiKey: []any{}}}
}

// routeOf writes a path as the router does: {id} is :id.
func routeOf(path string) string {
	return strings.NewReplacer("{", ":", "}", "").Replace(path)
}

// parameters brings those from the annotations in order, path before query.
func (o operation) parameters() []any {
	params := list(o.Spec["parameters"])
	for _, p := range params {
		param := p.(Spec)
		schema := child(param, "schema")
		switch param["in"] {
		case "path":
			if id := param["name"].(string); id == "id" || strings.HasSuffix(id, "Id") {
				schema["format"] = "uuid"
				param["example"] = exampleID
			} else if id == "key" {
				schema["pattern"] = "^[a-z][a-z0-9_-]*$"
			} else if strings.HasSuffix(id, "Key") {
				schema["pattern"] = "^[a-z0-9-]+$"
			}
		case "query":
			param["required"] = param["required"] == true
			switch param["name"] {
			case "page":
				param["schema"] = Spec{"type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 1}
			case "limit":
				param["schema"] = Spec{"type": "integer", "minimum": 1, "maximum": 100, "default": 20}
			}
		}
	}
	slices.SortStableFunc(params, func(a, b any) int {
		return cmp.Compare(fmt.Sprint(b.(Spec)["in"] == "path"), fmt.Sprint(a.(Spec)["in"] == "path"))
	})
	return params
}

func headerParam(name, description, example string, required bool, pattern string) Spec {
	schema := Spec{"type": "string"}
	if pattern != "" {
		schema["pattern"] = pattern
	}
	p := Spec{"name": name, "in": "header", "required": required, "description": description, "schema": schema}
	if required { // the reference page fills in examples, and nobody means to send the same Idempotency-Key twice
		p["example"] = example
	}
	return p
}

func success(r Spec, code, method string, versioned bool) {
	var extra []string
	if _, body := r["content"]; body && (method == "get" || versioned || code == "201") {
		extra = append(extra, "ETag")
	}
	if code == "201" || code == "202" {
		extra = append(extra, "Location")
	}
	headers := common(extra...)
	maps.Copy(headers, child(r, "headers")) // those of the annotation win
	r["headers"] = headers
}

// common are the headers of every answer, and the named ones.
func common(more ...string) Spec {
	headers := Spec{"traceparent": ref("headers", "Traceparent"), "X-Request-Id": ref("headers", "RequestId")}
	for _, name := range more {
		headers[name] = ref("headers", name)
	}
	return headers
}

func ref(kind, name string) Spec { return Spec{"$ref": "#/components/" + kind + "/" + name} }

// child is the object under key, made when missing.
func child(s Spec, key string) Spec {
	c, ok := s[key].(Spec)
	if !ok {
		c = Spec{}
		s[key] = c
	}
	return c
}

// object is v when it is an object, else an empty one to read from.
func object(v any) Spec {
	s, _ := v.(Spec)
	return s
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}
