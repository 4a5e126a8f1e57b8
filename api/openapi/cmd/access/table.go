package main

import (
	"fmt"
	"slices"
	"strings"

	"envagin/api/platform/auth"
)

// columns are what the table's header calls those who ask, in its order.
var columns = []struct {
	short string
	role  auth.RoleName
}{
	{"pub", ""}, {"rea", auth.Reader}, {"off", auth.Officer}, {"par", auth.Partner}, {"man", auth.Manager}, {"con", auth.Contact},
	{"mem", auth.Member}, {"exp", auth.Expert}, {"ste", auth.Steering}, {"sec", auth.Secretary}, {"edi", auth.Editor}, {"rev", auth.Reviewer},
	{"coo", auth.Coordinator}, {"adm", auth.Admin}, {"cli", allScopes}, {"cre", oneScope},
}

// The two machines of the table: one holds every scope, one only readingScope.
const (
	allScopes auth.RoleName = "client"
	oneScope  auth.RoleName = "clientRead"

	readingScope = "activities:read"
)

// line is one route, tried on one thing by everyone.
type line struct {
	method, route, thing string
	answers              map[auth.RoleName]string
}

// readTable reads the table of access, which the test beside it proves.
func readTable(text string) (lines []line, err error) {
	for row := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		fields := strings.Fields(row)
		if len(fields) == 0 || fields[0] == "#" {
			if len(lines) == 0 && len(fields) > 1 && !headed(fields) {
				return nil, fmt.Errorf("access: the table's columns are not those this page knows: %s", row)
			}
			continue
		}
		if len(fields) != 3+len(columns) {
			return nil, fmt.Errorf("access: a line of %d fields: %s", len(fields), row)
		}
		l := line{fields[0], fields[1], fields[2], map[auth.RoleName]string{}}
		for i, c := range columns {
			l.answers[c.role] = fields[3+i]
		}
		lines = append(lines, l)
	}
	return lines, nil
}

func headed(header []string) bool {
	return len(header) > len(columns) && slices.EqualFunc(header[len(header)-len(columns):], columns, func(word string, c struct {
		short string
		role  auth.RoleName
	}) bool {
		return word == c.short
	})
}

// may tells whether an answer lets the one who asks on. The table sends nothing
// with a write, so that who may is asked for a version (428) or for content (422).
// 400 is what is said to those who show who they are where nobody may.
func may(answer string) bool { return !slices.Contains([]string{"400", "401", "403", "404"}, answer) }

// who are the persons whom a line lets on, in words; persons are all but the
// public and the machines.
func (l line) who() string {
	if may(l.answers[""]) {
		return "everyone"
	}
	var in []string
	for _, role := range auth.RoleNames {
		if may(l.answers[role]) {
			in = append(in, auth.RoleWords[role].En)
		}
	}
	switch len(in) {
	case 0:
		return "nobody"
	case len(auth.RoleNames):
		return "everyone who is signed in"
	default:
		return strings.Join(in, ", ")
	}
}

// hidden are those who are not told that the thing exists, in words. Who is not
// signed in may be told to sign in instead, for all that changes something.
func (l line) hidden() string {
	var from []string
	refused := false
	if l.answers[""] == "404" {
		from = append(from, "the public")
	}
	for _, role := range auth.RoleNames {
		switch l.answers[role] {
		case "404":
			from = append(from, auth.RoleWords[role].En)
		case "403":
			refused = true
		}
	}
	switch {
	case len(from) == 0:
		return ""
	case refused:
		return strings.Join(from, ", ")
	case l.who() == "nobody":
		return "everyone"
	default:
		return "all others"
	}
}

// key is the scope by which a machine is let on: what the table of scopes says
// and what the server answered must be the same.
func (l line) key() (string, error) {
	scope, open := auth.ScopeOf(l.method, l.route)
	all, one := may(l.answers[allScopes]), may(l.answers[oneScope])
	if all && !open || one && (!open || scope != "" && scope != readingScope) {
		return "", fmt.Errorf("access: %s %s lets a key in that no scope opens it to", l.method, l.route)
	}
	switch {
	case !open || !all:
		return "", nil
	case scope == "":
		return "any", nil
	default:
		return "`" + scope + "`", nil
	}
}

// result is what lines of one operation have in common.
type result struct {
	method, route    string
	things           []string
	who, hidden, key string
}

// together makes one row of the lines of an operation that were answered alike.
func together(lines []line) (rows []result, err error) {
	for _, l := range lines {
		r := result{method: l.method, route: l.route, who: l.who(), hidden: l.hidden()}
		if r.key, err = l.key(); err != nil {
			return nil, err
		}
		at := slices.IndexFunc(rows, func(o result) bool {
			return o.method == r.method && o.route == r.route && o.who == r.who && o.hidden == r.hidden && o.key == r.key
		})
		if at < 0 {
			at, rows = len(rows), append(rows, r)
		}
		if l.thing != "-" {
			rows[at].things = append(rows[at].things, l.thing)
		}
	}
	return rows, nil
}
