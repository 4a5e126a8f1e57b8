package openapi

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// CheckProfile says where a specification breaks a rule of the national REST
// API profile that can be seen in it. Each line begins with the rule's id; "own"
// is a rule of ours.
func CheckProfile(spec Spec) []string {
	c := &checker{spec: spec, ids: map[string]bool{}}
	c.document()
	paths := object(spec["paths"])
	for _, path := range sortedKeys(paths) {
		c.path(path, object(paths[path]))
	}
	for _, o := range Operations(spec) {
		c.operation(o, operationAt(spec, o))
	}
	c.schemas()
	for _, line := range Missing(spec) {
		c.found = append(c.found, "DOK.15 "+line)
	}
	return c.found
}

type checker struct {
	spec  Spec
	ids   map[string]bool
	found []string
}

func (c *checker) broken(bad bool, rule, format string, args ...any) {
	if bad {
		c.found = append(c.found, rule+" "+fmt.Sprintf(format, args...))
	}
}

// resolve follows a reference into components; anything else is itself.
func (c *checker) resolve(v any) Spec {
	s := object(v)
	target, ok := s["$ref"].(string)
	if !ok {
		return s
	}
	at := c.spec
	for step := range strings.SplitSeq(strings.TrimPrefix(target, "#/"), "/") {
		at = object(at[step])
	}
	c.broken(len(at) == 0, "own", "%s does not exist", target)
	return at
}

func text(v any) string {
	s, _ := v.(string)
	return strings.TrimSpace(s)
}

var (
	camelCase = regexp.MustCompile(`^[a-z]+([A-Z][a-z]*)*$`)
	segment   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	serverURL = regexp.MustCompile(`^https://[a-z0-9.-]+(:443)?/[a-z0-9-]+/v[0-9]+$`)
	swedish   = regexp.MustCompile(`(?i)\b(och|som|för|att|inte|kan)\b`)
	english   = regexp.MustCompile(`(?i)\b(and|the|which|for|with)\b`)
)

func (c *checker) document() {
	version := text(c.spec["openapi"])
	c.broken(!strings.HasPrefix(version, "3."), "DOK.17", "openapi is %q, not 3.x", version)
	info := object(c.spec["info"])
	for _, field := range []string{"title", "version", "description", "termsOfService"} {
		c.broken(text(info[field]) == "", "DOK.03", "info.%s is missing", field)
	}
	for part, fields := range map[string][]string{"contact": {"name", "url", "email"}, "license": {"name", "url"}} {
		for _, field := range fields {
			c.broken(text(object(info[part])[field]) == "", "DOK.03", "info.%s.%s is missing", part, field)
		}
	}
	slices.Sort(c.found) // the map above has no order
	about := text(info["description"])
	c.broken(!swedish.MatchString(about) || !english.MatchString(about), "DOK.06", "info.description is not in both Swedish and English")
	for _, field := range []string{"availability", "responseTime", "support"} {
		c.broken(text(object(info["x-sla"])[field]) == "", "DOK.08", "info.x-sla.%s is missing", field)
	}
	c.broken(len(list(info["x-limitations"])) == 0, "DOK.09", "info.x-limitations is missing")
	docs := object(c.spec["externalDocs"])
	c.broken(text(docs["description"]) == "" || text(docs["url"]) == "", "DOK.01", "externalDocs needs description and url")
	status := text(info["x-api-status"])
	early := status == "alpha" || status == "beta"
	c.broken(early != strings.HasPrefix(text(info["version"]), "0."), "VER.11", "status %q does not go with version %q", status, info["version"])
	c.broken(len(list(c.spec["servers"])) == 0, "UFN.02", "there is no server")
	for _, s := range list(c.spec["servers"]) {
		c.broken(!serverURL.MatchString(text(object(s)["url"])), "UFN.01", "server %q is not https://host/api/v1", object(s)["url"])
	}
	c.broken(object(object(c.spec["paths"])["/api-info"])["get"] == nil, "VER.06", "there is no GET /api-info")
	for _, tag := range list(c.spec["tags"]) {
		c.broken(text(object(tag)["description"]) == "", "own", "tag %v has no description", object(tag)["name"])
	}
	schemes := object(object(c.spec["components"])["securitySchemes"])
	for _, name := range sortedKeys(schemes) {
		s := object(schemes[name])
		scheme := strings.ToLower(text(s["scheme"]))
		c.broken(scheme == "basic" || scheme == "digest", "SAK.09", "%s is %s", name, scheme)
		c.broken(s["type"] == "http" && scheme != "bearer", "SAK.10", "%s is not bearer", name)
		c.broken(s["type"] == "apiKey" && s["in"] != "header", "SAK.16", "%s is not sent in a header", name)
	}
}

func (c *checker) path(path string, item Spec) {
	for _, key := range sortedKeys(item) {
		// The national linter looks for a description on everything here.
		c.broken(!slices.Contains(methods, key), "DOK.19", "%s: %q stands on the path, not on its operations", path, key)
	}
	c.broken(len(path)+len(server) > 2048, "UFN.05", "%s is too long", path)
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for i, part := range parts {
		if name, ok := strings.CutPrefix(part, "{"); ok {
			c.broken(!camelCase.MatchString(strings.TrimSuffix(name, "}")), "AME.04", "%s: %s is not camelCase", path, part)
			continue
		}
		c.broken(!segment.MatchString(part), "UFN.08", "%s: %q is not lower case with hyphens", path, part)
		// What holds things is plural; a thing's own single part ("completion") is not.
		holds := i == 0 && part != "api-info" || i+1 < len(parts) && strings.HasPrefix(parts[i+1], "{")
		c.broken(holds && !strings.HasSuffix(part, "s"), "RES.06", "%s: %q is not plural", path, part)
	}
}

func (c *checker) operation(o Operation, op Spec) {
	at := strings.ToUpper(o.Method) + " " + o.Path
	c.broken(!camelCase.MatchString(o.OperationID), "own", "%s: operationId %q is not camelCase", at, o.OperationID)
	c.broken(c.ids[o.OperationID], "own", "%s: operationId %q is used twice", at, o.OperationID)
	c.ids[o.OperationID] = true
	c.broken(text(op["summary"]) == "" || text(op["description"]) == "", "DOK.19", "%s: summary or description is missing", at)
	c.broken(len(list(op["tags"])) != 1, "own", "%s: it takes one tag, that of its room", at)
	requirements := list(op["security"])
	c.broken(len(requirements) == 0, "DOK.21", "%s: security is not stated", at)
	for _, r := range requirements {
		for _, name := range sortedKeys(object(r)) {
			scheme := object(object(c.spec["components"])["securitySchemes"])[name]
			c.broken(scheme == nil, "DOK.21", "%s: there is no security scheme %q", at, name)
		}
	}
	c.parameters(at, o, op)
	if body, ok := op["requestBody"]; ok {
		c.broken(o.Method == "get" || o.Method == "delete", "FOR.02", "%s: has a request body", at)
		b := c.resolve(body)
		c.broken(text(b["description"]) == "", "DOK.19", "%s: the request body has no description", at)
		// A file is the exception: JSON would make it a third larger, and no browser sends it so.
		form := object(object(object(b["content"])["multipart/form-data"])["schema"])
		file := object(object(form["properties"])["file"])["format"] == "binary"
		c.broken(object(b["content"])["application/json"] == nil && !file, "AME.01", "%s: the request is not JSON", at)
	}
	c.responses(at, o, op)
}

var personal = regexp.MustCompile(`(?i)personnummer|^pnr$|^ssn$|personalidentity|socialsecurity|personnumber`)

func (c *checker) parameters(at string, o Operation, op Spec) {
	found := map[string]Spec{}
	for _, p := range list(op["parameters"]) {
		param := c.resolve(p)
		name, in := text(param["name"]), text(param["in"])
		found[in+" "+strings.ToLower(name)] = param
		schema := c.resolve(param["schema"])
		c.broken(text(param["description"]) == "", "DOK.19", "%s: parameter %s has no description", at, name)
		c.broken(schema["type"] == nil && schema["enum"] == nil, "DOK.16", "%s: parameter %s has no type", at, name)
		c.broken(personal.MatchString(name), "RES.02", "%s: parameter %s is about a person's identity", at, name)
		switch in {
		case "query":
			c.broken(!camelCase.MatchString(name), "FNS.01", "%s: parameter %s is not camelCase", at, name)
			c.broken(param["required"] != false, "FNS.05", "%s: parameter %s does not say required: false", at, name)
			c.broken(name == "q" || name == "search", "UFN.03", "%s: search words do not stand in a URL", at)
		case "path":
			c.broken(!strings.Contains(o.Path, "{"+name+"}"), "own", "%s: parameter %s is not in the path", at, name)
			c.broken(schema["format"] != "uuid" && schema["enum"] == nil && schema["pattern"] == nil, "RES.05", "%s: parameter %s is neither a UUID nor a key", at, name)
		case "header":
			c.broken(schema["type"] == "object" || schema["format"] == "binary", "ARQ.05", "%s: header %s carries content", at, name)
		}
	}
	for part := range strings.SplitSeq(o.Path, "/") {
		if name, ok := strings.CutPrefix(part, "{"); ok {
			name = strings.ToLower(strings.TrimSuffix(name, "}"))
			c.broken(found["path "+name]["required"] != true, "own", "%s: %s is not described as required", at, part)
		}
	}
	c.broken(found["header traceparent"] == nil, "SPA.02", "%s: traceparent is not accepted", at)
	page, limit := found["query page"], found["query limit"]
	if page != nil || limit != nil {
		p, l := object(page["schema"]), object(limit["schema"])
		c.broken(page == nil || limit == nil, "FNS.07", "%s: page and limit go together", at)
		c.broken(fmt.Sprintf("%v %v", p["default"], p["minimum"]) != "1 1", "FNS.08", "%s: page does not start at 1", at)
		c.broken(fmt.Sprint(l["default"]) != "20", "FNS.09", "%s: the default of limit is not 20", at)
	}
	c.broken(page == nil && o.Method == "get" && c.isList(op), "FNS.07", "%s: a list without page and limit", at)
}

func (c *checker) isList(op Spec) bool {
	content := object(c.resolve(object(op["responses"])["200"])["content"])
	schema := c.resolve(object(content["application/json"])["schema"])
	return object(schema["properties"])["_meta"] != nil
}
