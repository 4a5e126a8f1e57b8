package main

import (
	"fmt"
	"regexp"
	"strings"

	"envagin/api/openapi"
	"envagin/api/platform/auth"
)

const head = `# Who may do what

Generated from the policy (` + "`api/platform/auth/policy.go`" + `, ` + "`scope.go`" + `) and the table of access
(` + "`api/app/testdata/access.txt`" + `), which a test tries on the running server: every operation, by everyone. Do not
edit it: ` + "`make spec`" + ` writes it. The policy as data: ` + "`GET /api/v1/access-rules`" + `.

`

// page is the whole of docs/access.md.
func page(lines []line) (string, error) {
	var b strings.Builder
	b.WriteString(head)
	inWords(&b, swedish)
	inWords(&b, english)
	if err := operations(&b, lines); err != nil {
		return "", err
	}
	return b.String(), nil
}

// language is what the two halves of the page differ in.
type language struct {
	heading, intro                  string
	of                              func(auth.Words) string
	signed, none                    string
	policyHead, roleHead, scopeHead [3]string
	body                            string
}

var swedish = language{
	heading: "Regler på svenska",
	intro: "Det som är publicerat läser alla. Allt annat står här: vad någon får göra, vilka roller som får det, och hur långt rätten\n" +
		"räcker. Det som inte står här får ingen göra. En person kan ha flera roller, var och en mellan två dagar.",
	of: func(w auth.Words) string { return w.Sv }, signed: "alla inloggade", none: "nej",
	policyHead: [3]string{"Får", "Vem, och hur långt", "Nyckel"},
	roleHead:   [3]string{"Roll", "Namn", "Gäller för"},
	scopeHead:  [3]string{"Nyckelns omfång", "Ett anslutet system får", "Öppnar"},
	body:       "ett organ",
}

var english = language{
	heading: "Rules in English",
	intro: "What is published, everyone reads. All else stands here: what somebody may do, which roles may, and how far the right goes.\n" +
		"What does not stand here, nobody may. A person can have several roles, each between two days.",
	of: func(w auth.Words) string { return w.En }, signed: "everyone signed in", none: "no",
	policyHead: [3]string{"May", "Who, and how far", "Key"},
	roleHead:   [3]string{"Role", "Name", "Holds for"},
	scopeHead:  [3]string{"Scope of a key", "An API client may", "Opens"},
	body:       "one body",
}

func row(b *strings.Builder, cells ...string) { fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | ")) }

func header(b *strings.Builder, cells ...string) {
	row(b, cells...)
	b.WriteString(strings.Repeat("|---", len(cells)) + "|\n")
}

func inWords(b *strings.Builder, l language) {
	fmt.Fprintf(b, "## %s\n\n%s\n\n", l.heading, l.intro)
	header(b, l.policyHead[:]...)
	for _, rule := range auth.Policy {
		row(b, l.of(auth.Words{Sv: rule.Sv, En: rule.En}), l.grants(rule), l.scope(rule.Scope))
	}
	b.WriteString("\n")
	header(b, l.roleHead[:]...)
	for _, role := range append(auth.RoleNames[:len(auth.RoleNames):len(auth.RoleNames)], auth.Client) {
		holds := ""
		if role.NeedsBody() {
			holds = l.body
		}
		row(b, "`"+string(role)+"`", l.of(auth.RoleWords[role]), holds)
	}
	b.WriteString("\n")
	header(b, l.scopeHead[:]...)
	for _, s := range auth.Scopes {
		row(b, "`"+s.Name+"`", l.of(auth.Words{Sv: s.Sv, En: s.En}), "`"+parameter.ReplaceAllString(strings.Join(s.Opens(), "`, `"), "{$1}")+"`")
	}
	b.WriteString("\n")
}

// grants gathers the roles by how far their right goes.
func (l language) grants(rule auth.Rule) string {
	var parts []string
	for _, reach := range []auth.Reach{auth.Everywhere, auth.OwnTree, auth.Own} {
		var roles []string
		if rule.Signed && reach == auth.Own {
			roles = append(roles, l.signed)
		}
		for _, g := range rule.Grants {
			if g.Reach == reach {
				roles = append(roles, l.of(auth.RoleWords[g.Role]))
			}
		}
		if len(roles) > 0 {
			parts = append(parts, fmt.Sprintf("%s: %s", strings.Join(roles, ", "), l.of(auth.ReachWords[reach])))
		}
	}
	return strings.Join(parts, "<br>")
}

func (l language) scope(name string) string {
	if name == "" {
		return l.none
	}
	return "`" + name + "`"
}

const explained = `## Every operation

Tabellen visar vad servern svarade när alla prövade allt. *May* är de som släpptes fram, *Hidden from* de som fick svaret att
inget sådant finns (404), *Key* det omfång som en nyckel måste ha. Övriga nekades (403), eller ombads logga in (401).

What the server answered when everyone tried it. *May* names those who were let on: they got 2xx, or were asked for the
content (422), the version (428) or the like that the test leaves out. All others got 403, or 401 when not signed in, and a
refusal says the same whatever was sent. Where *hidden* says so they got 404, as if there were no such thing. A *key* that
holds the scope is let on, for its own body and what it wrote itself; an empty field keeps keys out. *On*: ` + "`own`" + ` is something that the officer's
board answers for, or that the officer owns; ` + "`others`" + ` is another's; ` + "`draft`" + ` is in a plan that is not published; ` + "`region`" + ` is
what the partner and the keys act for.

`

// parameter is how the router writes what the specification writes as {id}.
var parameter = regexp.MustCompile(`:(\w+)`)

func operations(b *strings.Builder, lines []line) error {
	b.WriteString(explained)
	spec, err := openapi.Load()
	if err != nil {
		return err
	}
	byTag, tags := map[string][]line{}, []string{}
	paths, _ := spec["paths"].(openapi.Spec)
	known := map[string]openapi.Spec{}
	for _, o := range openapi.Operations(spec) {
		route := strings.ToUpper(o.Method) + " " + strings.NewReplacer("{", ":", "}", "").Replace(o.Path)
		known[route], _ = paths[o.Path].(openapi.Spec)[o.Method].(openapi.Spec)
	}
	for _, l := range lines {
		op, ok := known[l.method+" "+l.route]
		if !ok {
			return fmt.Errorf("access: %s %s is in the table and not in the specification", l.method, l.route)
		}
		tag := fmt.Sprint(op["tags"].([]any)[0])
		if byTag[tag] == nil {
			tags = append(tags, tag)
		}
		byTag[tag] = append(byTag[tag], l)
	}
	for _, tag := range tags {
		fmt.Fprintf(b, "### %s\n\n", tag)
		header(b, "Operation", "What it does", "On", "May", "Hidden from", "Key")
		rows, err := together(byTag[tag])
		if err != nil {
			return err
		}
		for _, r := range rows {
			what, _ := known[r.method+" "+r.route]["summary"].(string)
			row(b, "`"+r.method+" "+parameter.ReplaceAllString(r.route, "{$1}")+"`", what, strings.Join(r.things, ", "), r.who, r.hidden, r.key)
		}
		b.WriteString("\n")
	}
	return nil
}
