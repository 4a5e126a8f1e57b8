package auth

import "strings"

// Scope is what a machine client's key may be good for.
type Scope struct {
	Name string
	// Sv and En say what a key with it may do.
	Sv, En string
	// routes are what it opens: a method and the beginning of a path, or a path
	// that ends in $ and is meant whole.
	routes []string
}

// Scopes are all there are. A route that no scope opens is closed to machines.
var Scopes = []Scope{
	{"activities:read", "läsa aktiviteter med ansvar, delmål, rapporter och lägen", "read activities with responsibilities, milestones, reports and states",
		[]string{"GET /activities"}},
	{"plans:read", "läsa planer, mål, områden, målgrupper och versioner", "read plans, goals, areas, target groups and versions",
		[]string{"GET /plans", "GET /goals", "GET /violence-areas", "GET /target-groups"}},
	{"boards:read", "läsa registret över nämnder, enheter och parter", "read the register of boards, units and partners",
		[]string{"GET /boards", "GET /units", "GET /partners"}},
	{"timelines:read", "läsa tidslinjen och kalendern", "read the timeline and the calendar",
		[]string{"GET /timelines"}},
	{"decisions:read", "läsa beslut", "read decisions",
		[]string{"GET /decisions"}},
	{"council:read", "läsa samverkansrådets platser, mandat, möten och publicerade frågor, och vilka enheter som har kontaktperson", "read the council's seats, mandates, meetings and published questions, and which units have a contact person",
		[]string{"GET /council-seats", "GET /council-members", "GET /council-meetings", "GET /council-meeting-series", "GET /council-questions", "GET /contact-persons"}},
	{"references:read", "läsa referensgruppen och vad den är inkallad till", "read the reference group and what it is called in to",
		[]string{"GET /reference-members", "GET /reference-callings"}},
	{"competences:read", "läsa registret över kompetens och stöd", "read the register of competence and support",
		[]string{"GET /competences"}},
	{"surveys:read", "läsa kartläggningens omgångar, frågor och resultat", "read the mapping survey's rounds, questions and results",
		[]string{"GET /surveys$", "GET /surveys/:id$", "GET /surveys/:id/questions", "GET /surveys/:id/document$", "GET /surveys/:id/results", "GET /surveys/:id/free-texts", "GET /surveys/:id/corrections", "GET /surveys/:id/compilation", "GET /surveys/:id/analyses"}},
	{"reports:write", "rapportera om sitt eget organs del i aktiviteter", "report on its own body's share of activities",
		[]string{"POST /activities/:id/reports$", "PUT /activities/:id/reports/:reportId$", "PUT /activities/:id/parts/:bodyId$"}},
}

// Opens are the routes of the scope, in words: what ends in a path has all that
// lies under it.
func (s Scope) Opens() []string {
	out := make([]string, len(s.routes))
	for i, r := range s.routes {
		out[i] = strings.TrimSuffix(r, "$")
	}
	return out
}

// closed are routes under an open beginning that machines do not read.
var closed = []string{"/internal-notes"}

// openToAll are routes that any key may use.
var openToAll = []string{"GET /api-info", "GET /access-rules", "GET /sign-in-methods", "GET /api-clients/me"}

// ScopeOf is the scope by which a machine may use a route, "" when any key will
// do; open is false when none will.
func ScopeOf(method, route string) (scope string, open bool) {
	if method == "HEAD" {
		method = "GET"
	}
	what := method + " " + route
	for _, r := range openToAll {
		if what == r {
			return "", true
		}
	}
	for _, end := range closed {
		if strings.HasSuffix(route, end) {
			return "", false
		}
	}
	for _, s := range Scopes {
		for _, r := range s.routes {
			if path, whole := strings.CutSuffix(r, "$"); whole && what == path || !whole && (what == r || strings.HasPrefix(what, r+"/")) {
				return s.Name, true
			}
		}
	}
	return "", false
}

// KeyPrefix begins the value of every key, so that a scanner for secrets knows one.
const KeyPrefix = "evi_"

// IsKey tells a machine client's key from a person's access token.
func IsKey(credential string) bool { return strings.HasPrefix(credential, KeyPrefix) }
