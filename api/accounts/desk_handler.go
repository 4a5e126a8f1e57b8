package accounts

import (
	"net/http"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

// desk are the things of other rooms that a person may work with, so that a
// client can show the ways there without knowing the policy.
var desk = []struct {
	rel, path string
	action    auth.Action
}{
	{"users", "/users", auth.KeepUsers},
	{"apiClients", "/api-clients", auth.KeepClients},
	{"auditEvents", "/audit-events", auth.SearchAudit},
	{"retentionRules", "/retention-rules", auth.ReadRetention},
	{"councilMembers", "/council-members", auth.AppointMembers},
	{"decisions", "/decisions", auth.KeepDecisions},
	{"steeringItems", "/steering-items", auth.ReadSteering},
	{"councilQuestions", "/council-questions", auth.ReadQuestions},
	{"communications", "/communications", auth.ReadCommunications},
}

// made are what a person may make there, so that a page offers its form to them alone.
var made = []struct {
	rel, path string
	action    auth.Action
}{
	{"newCommunication", "/communications", auth.KeepCommunications},
	{"newReferenceMember", "/reference-members", auth.KeepReferences},
	{"newReferenceCalling", "/reference-callings", auth.KeepReferences},
	{"newCompetence", "/competences", auth.KeepCompetences},
	{"newSurvey", "/surveys", auth.KeepSurveys},
}

// addDesk puts them on the view of the person's own account: those that are the
// person's everywhere, or in the tree of a body.
func (h handler) addDesk(links httpx.Links, user auth.User) {
	for _, d := range desk {
		links.Allow(user.May(d.action) || len(user.Within(d.action)) > 0, d.rel, h.api.Link(http.MethodGet, d.path))
	}
	for _, d := range made {
		links.Allow(user.May(d.action) || len(user.Within(d.action)) > 0, d.rel, h.api.Link(http.MethodPost, d.path))
	}
	ask := h.api.Link(http.MethodPost, "/council-questions")
	links.Allow(user.May(auth.AskQuestions) || len(user.Within(auth.AskQuestions)) > 0, "ask", ask)
	links.Allow(user.May(auth.AskQuestions), "askForCouncil", ask) // and for any body
	links.Allow(user.May(auth.KeepMeetings), "newCouncilMeeting", h.api.Link(http.MethodPost, "/council-meetings"))
	topics := user.May(auth.ProposeTopics)
	links.Allow(topics, "proposeTopic", h.api.Link(http.MethodPost, "/council-topics"))
	links.Allow(topics || user.May(auth.KeepMeetings), "councilTopics", h.api.Link(http.MethodGet, "/council-topics"))
}
