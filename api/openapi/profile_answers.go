package openapi

import (
	"regexp"
	"strings"
)

const problemJSON = "application/problem+json"

func (c *checker) responses(at string, o Operation, op Spec) {
	responses := object(op["responses"])
	c.broken(responses["default"] == nil, "DOK.13", "%s: no default response for failures", at)
	succeeds := false
	for _, code := range sortedKeys(responses) {
		r := c.resolve(responses[code])
		content, headers := object(r["content"]), object(r["headers"])
		c.broken(text(r["description"]) == "", "DOK.20", "%s: response %s has no description", at, code)
		c.broken(headers["traceparent"] == nil, "SPA.04", "%s: response %s does not give traceparent", at, code)
		if code == "default" || code >= "400" {
			c.failure(at, code, content)
			continue
		}
		succeeds = true
		c.broken(len(content) > 1, "AME.01", "%s: response %s has several media types; an export is an operation of its own", at, code)
		c.broken(code == "200" && len(content) == 0, "DOK.16", "%s: response 200 has no content", at)
		c.broken((code == "201" || code == "202") && headers["Location"] == nil, "ARP.03", "%s: response %s has no Location", at, code)
		for _, media := range sortedKeys(content) {
			c.broken(media == "application/json" && object(content[media])["schema"] == nil, "DOK.16", "%s: response %s has no schema", at, code)
		}
	}
	c.broken(!succeeds, "DOK.13", "%s: no response tells of success", at)
	c.broken(o.Method == "get" && responses["304"] == nil, "CAC.01", "%s: a read without 304", at)
}

func (c *checker) failure(at, code string, content Spec) {
	problem := object(content[problemJSON])
	c.broken(len(content) != 1 || len(problem) == 0, "FEL.02", "%s: response %s is not %s alone", at, code, problemJSON)
	if len(problem) == 0 {
		return
	}
	schema := c.resolve(problem["schema"])
	c.broken(schema["type"] != "object" || schema["allOf"] != nil, "FEL.01", "%s: the problem of response %s is not a plain object", at, code)
	for _, field := range []string{"type", "title", "status", "detail", "instance"} {
		c.broken(object(schema["properties"])[field] == nil, "FEL.01", "%s: the problem of response %s has no %s", at, code, field)
	}
	c.broken(problem["example"] == nil, "DOK.15", "%s: no example of response %s", at, code)
}

var (
	dateForm    = regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`)
	instantForm = regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$`)
)

// schemas looks at what is published under components, and at what lies in it.
func (c *checker) schemas() {
	schemas := object(object(c.spec["components"])["schemas"])
	for _, name := range sortedKeys(schemas) {
		c.broken(strings.Contains(name, "."), "own", "schema %s has no name of its own (} // @name)", name)
		walk(schemas[name], func(s Spec) {
			properties := object(s["properties"])
			for _, field := range sortedKeys(properties) {
				c.property(name+"."+field, field, object(properties[field]))
			}
			// Fields that are always there must exist.
			for _, required := range list(s["required"]) {
				field, _ := required.(string)
				c.broken(properties[field] == nil, "own", "%s: %v is required but not there", name, required)
			}
			c.resolve(s) // which complains about a reference to nothing
		})
	}
}

func (c *checker) property(at, field string, p Spec) {
	c.broken(!camelCase.MatchString(field) && field != "_links" && field != "_meta", "AME.04", "%s is not camelCase", at)
	// What a field is may be said by its type.
	c.broken(text(p["description"]) == "" && text(c.resolve(p)["description"]) == "", "DOK.16", "%s has no description", at)
	example := text(p["example"])
	switch format := text(p["format"]); {
	case format == "date":
		c.broken(!dateForm.MatchString(example), "DOT.02", "%s: the example %q is not a date", at, example)
	case format == "date-time":
		c.broken(!instantForm.MatchString(example), "DOT.04", "%s: the example %q is not an instant with a zone", at, example)
	default:
		c.broken(dateForm.MatchString(example) || instantForm.MatchString(example), "DOT.02", "%s is a date without format", at)
		c.broken(strings.HasSuffix(field, "At") && p["type"] == "string", "DOT.02", "%s is an instant without format date-time", at)
	}
	if field == "_links" {
		c.broken(p["$ref"] == nil && p["type"] == nil, "HYP.03", "%s has no schema", at)
	}
}
