package openapi

// What the specification says about the API as a whole. Title and version are
// annotations on main.go; the rest stands here, since swag knows neither texts of
// several paragraphs nor the service level that the national profile asks for.

const (
	project = "https://github.com/en-vag-in/en-vag-in"
	// server is an example: the profile wants an absolute https address, and
	// every municipality has its own.
	server = "https://envagin.example.se/api/v1"

	bearer        = "bearerAuth"
	apiKey        = "apiKeyAuth"
	sessionCookie = "__Host-envagin-refresh"
)

const about = `**Svenska.** En väg in är ett öppet verktyg för en kommuns handlingsplan mot våld. API:et ger planens
innehåll – insatser, vem som ansvarar, milstolpar, status, tidslinje och delar – så att en kommun kan läsa, följa upp
och återanvända det. Det som är publicerat läses utan inloggning. Att ändra kräver inloggning och rättighet.

**English.** En väg in ("one way in") is an open tool for a municipality's action plan against violence. The API gives
the plan's content – activities, who answers for them, milestones, status, timeline and parts – so that it can be read,
followed up and reused. What is published is read without signing in. To change something takes a user with the right to.

## Data model
A *plan* has sections, goals and *activities*. An activity has *responsibilities* (which body answers, carries out or
supports), *milestones*, *reports* from each board, and a *status* worked out from them. *Boards* are all bodies: council,
boards, administrations, units and partners. *Timelines* gather every dated entry. Ids are UUIDv7. Days are RFC 3339
full-dates; a day known only to the month or year says so in its precision. Instants are RFC 3339 in UTC.

## Signing in
` + "`POST /sessions`" + ` gives an access token that lives five minutes at most, sent as ` + "`Authorization: Bearer …`" + `, and sets a
refresh token as an HttpOnly cookie. ` + "`POST /session-renewals`" + ` takes that cookie and gives a new access token; each refresh
token works once. A system has no account: it sends a key of its own in ` + "`X-Api-Key`" + `, and each operation that a key may use
names its scope under x-required-scopes.

## Reading and changing
Every GET gives an ETag; ask again with If-None-Match and get 304 when nothing changed. HEAD works wherever GET does.
PUT and DELETE want If-Match with the ETag that the change is based on: 428 without it, and 412 with what changed
meanwhile when it is stale. PUT replaces the whole. A POST with Idempotency-Key happens once however often it is sent.
Lists take ` + "`page`" + ` (from 1) and ` + "`limit`" + ` (20, at most 100); a page past the end is empty. An unknown parameter or field is
refused. ` + "`_links`" + ` holds self and the actions that this viewer may take now, each with href and method.

## Errors
Every failure is application/problem+json (RFC 9457) with a stable ` + "`code`" + `: 400 cannot be read, 401 sign-in is needed, 403 not
allowed, 404 not found, 405 method, 409 conflict with the present state, 410 deleted, 412 stale, 413 too large,
415 media type, 422 a field breaks a rule, 428 If-Match is needed, 429 too many, 500 our error, 503 unavailable for the moment.

## Lifecycle and limits
The API is in beta (0.x) and may change without notice until 1.0.0; after that it follows SemVer, and the major version
stands in the path. Known problems and limits are listed under x-limitations. Support: see contact.`

// describe writes the head of the document.
func describe(spec Spec) {
	general := object(spec["info"])
	spec["openapi"] = "3.1.0"
	spec["info"] = Spec{
		"title":          general["title"],
		"summary":        "A municipality's action plan against violence: who does what, by when, and how it goes.",
		"version":        general["version"],
		"description":    about,
		"termsOfService": project + "/blob/main/docs/integrators/terms.md",
		"contact":        Spec{"name": "En väg in", "url": project + "/issues", "email": "api@envagin.example.se"},
		"license":        Spec{"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/en/"},
		"x-api-status":   "beta",
		"x-sla": Spec{
			"availability": "Best effort while in beta; the municipality that runs the service states its own level.",
			"responseTime": "95 % of reads within 300 ms, measured at the server.",
			"support":      "Office hours, through the contact above.",
		},
		"x-limitations": []any{
			"Beta: paths and fields may change between releases.",
			"A request body is at most 1 MiB; a page of a list at most 100 items.",
			"Content has one language; names of areas, groups and bodies have Swedish and English.",
		},
	}
	spec["externalDocs"] = Spec{
		"description": "Guide for integrators, with terms, service level agreement (SLA) and lifecycle",
		"url":         project + "/tree/main/docs/integrators",
	}
	spec["servers"] = []any{Spec{"url": server, "description": "An example; every municipality has its own host."}}
}

// tagTexts say what each room is, in the order of the reference page.
var tagTexts = [][2]string{
	{"accounts", "Signing in, sessions and users."},
	{"factors", "The second step of signing in: codes from an app, recovery codes, and passkeys, which are also a whole sign-in."},
	{"federation", "Signing in through the organisation's own system, by OpenID Connect."},
	{"boards", "The bodies that can be answerable: council, boards, administrations, units, companies, outside bodies."},
	{"plans", "Plans with their sections, goals, areas of violence, target groups, versions and reporting rounds."},
	{"activities", "What is to be done: responsibilities, milestones, reports, parts, dependencies and status."},
	{"timelines", "Every dated entry of the plan in one order, and as a calendar feed."},
	{"decisions", "What bodies have decided about the plan: date, registration number, motions, reservations, reporting back, and what it concerns."},
	{"council", "The collaboration council: its seats, who sits there by which decision, and the contact persons of units."},
	{"council-meetings", "The council's meetings: how often it meets, the call, agenda, attendance, minutes written by several at once, what came out, adjustment, papers, topics and the open forum."},
	{"questions", "Questions to the competence centre from the council and the units, and their answers."},
	{"ballots", "Employees' answers without a name: codes, the ballots that they buy unseen, and answers that are kept once and without a time. Sent with a cookie, a token or a key they are refused."},
	{"invitations", "How a round reaches those who answer: letters to units, codes that are shown once, and how far units and groups have come."},
	{"responses", "Units' answers in a round: written by several at once, signed, reopened; what is made of them, and units' descriptions of their work."},
	{"compilations", "What the units have signed in a round, compiled: by name, counted for each board, with what was made of it."},
	{"references", "The reference group: people and bodies with competences, and what they are called in to."},
	{"competences", "The register of competence and support: who knows what, whom it helps, and how that is used."},
	{"communications", "The communication plan: what is told inward and outward, to whom, how, when and by which body."},
	{"results", "What published rounds of staff told: bands of groups that are large enough, with nobody to be found in them."},
	{"surveys", "The mapping survey: its rounds with sections, questions and declared groups, from draft to published."},
	{"steering", "What the steering group should know: what is late, changed, stale and due, and what else waits."},
	{"integrations", "Systems of other bodies that read and report by keys of their own."},
	{"traces", "Who did what: the search of administrators, and the history of each thing, by role."},
	{"retention", "For how long what is kept is kept, and the records of what was erased."},
	{"outbox", "The letters that a demo keeps instead of sending."},
	{"about", "About the API itself."},
}

// components adds what operations refer to.
func components(spec Spec) {
	c := child(spec, "components")
	c["securitySchemes"] = Spec{
		bearer: Spec{
			"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
			"description": "An access token from POST /sessions. It lives five minutes at most (expiresIn says how long) and is " +
				"refreshed by POST /session-renewals, which takes the refresh token from its HttpOnly cookie.",
		},
		apiKey: Spec{
			"type": "apiKey", "in": "header", "name": "X-Api-Key",
			"description": "The key of a system that acts for a body, such as evi_…, which the municipality gives. It opens the operations " +
				"whose scope (x-required-scopes) it holds. Authorization: Bearer takes it too; send one of them, and never in an address.",
		},
	}
	c["headers"] = Spec{
		"Traceparent": header("The trace that the request belongs to (W3C Trace Context), with this server's span.",
			exampleTrace, "pattern", tracePattern),
		"RequestId":  header("The id of this request; quote it to support.", exampleID, "format", "uuid"),
		"ETag":       header("The version and representation, for If-None-Match and If-Match.", exampleETag),
		"Location":   header("The address of what was made.", server+"/activities/"+exampleID, "format", "uri"),
		"RetryAfter": header("Seconds to wait before asking again.", "2", "pattern", "^[0-9]+$"),
	}
	responses := Spec{}
	for _, f := range failures {
		responses[f.name] = failure(f.description, f.status, f.code, f.title, f.detail)
	}
	responses["NotModified"] = Spec{
		"description": "Not modified: the client has the current representation already.",
		"headers":     common("ETag"),
	}
	c["responses"] = responses
}

func header(description, example string, schema ...string) Spec {
	s := Spec{"type": "string"}
	for i := 0; i+1 < len(schema); i += 2 {
		s[schema[i]] = schema[i+1]
	}
	return Spec{"description": description, "schema": s, "example": example}
}

// failures are the answers that follow from what an operation is, see expected.
var failures = []struct {
	status                                 int
	name, code, title, detail, description string
}{
	{400, "BadRequest", "invalidParameter", "The request cannot be read", "A query parameter is not valid.",
		"The request cannot be read: not JSON, an unknown or repeated parameter, an unknown field, a wrong type."},
	{401, "Unauthenticated", "tokenExpired", "Sign-in is needed", "The access token has expired.",
		"A valid access token is needed, or the one that was sent is not valid."},
	{403, "Forbidden", "forbidden", "Not allowed", "This is for the coordinator.", "The user may not do this."},
	{404, "NotFound", "notFound", "Not found", "There is no such resource.",
		"There is no such thing, or it may not be known to this viewer."},
	{412, "PreconditionFailed", "stale", "Changed by somebody else",
		"The version in If-Match is not the current one; what changed meanwhile is under changes.",
		"Somebody else changed it since the version in If-Match; what changed is under changes."},
	{422, "Invalid", "invalid", "The request has invalid fields",
		"One or more fields are not valid; each is named under errors.", "A field breaks a rule; each is named under errors."},
	{428, "PreconditionRequired", "versionRequired", "If-Match is needed",
		"Send the ETag of the version you read in If-Match, so that nobody's work is overwritten.", "If-Match is missing."},
}

func failure(description string, status int, code, title, detail string) Spec {
	return Spec{
		"description": description,
		"headers":     common(),
		"content": Spec{"application/problem+json": Spec{
			"schema": ref("schemas", "Problem"),
			"example": Spec{
				"type": "urn:envagin:problem:" + code, "title": title, "status": status, "code": code, "detail": detail,
				"instance": "/api/v1/activities", "requestId": exampleID,
			},
		}},
	}
}
