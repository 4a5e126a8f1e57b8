package auth

import "slices"

// Action is something that somebody may or may not do.
type Action string // @name Action

// The actions that the rooms ask about. What is published, everyone reads; that
// needs no action.
const (
	ReadDrafts         Action = "drafts.read"
	EditPlan           Action = "plan.edit"
	EditActivities     Action = "activities.edit"
	EditTimelines      Action = "timelines.edit"
	EditBoards         Action = "boards.edit"
	Report             Action = "activities.report"
	ReadInternal       Action = "internalNotes.use"
	CorrectReports     Action = "reports.correct"
	ReadHistory        Action = "history.read"
	KeepUsers          Action = "users.keep"
	KeepAdmins         Action = "users.keepAdmins"
	ExportPersons      Action = "persons.export"
	ErasePersons       Action = "persons.erase"
	ResetFactors       Action = "factors.reset"
	KeepClients        Action = "clients.keep"
	SearchAudit        Action = "audit.search"
	ReadRetention      Action = "retention.read"
	KeepRetention      Action = "retention.keep"
	KeepCouncil        Action = "council.keep"
	AppointMembers     Action = "council.appoint"
	ReadCouncil        Action = "council.read"
	KeepReferences     Action = "references.keep"
	KeepCompetences    Action = "competences.keep"
	KeepDecisions      Action = "decisions.keep"
	ReadSteering       Action = "steering.read"
	KeepMeetings       Action = "meetings.keep"
	WriteMinutes       Action = "minutes.write"
	AdjustMinutes      Action = "minutes.adjust"
	ReadSecretMinutes  Action = "minutes.readSecret"
	ProposeTopics      Action = "topics.propose"
	ReadQuestions      Action = "questions.read"
	AskQuestions       Action = "questions.ask"
	AnswerQuestions    Action = "questions.answer"
	PublishQuestions   Action = "questions.publish"
	KeepCommunications Action = "communications.keep"
	ReadCommunications Action = "communications.read"
	KeepSurveys        Action = "surveys.keep"
	WriteResponses     Action = "responses.write"
	SignResponses      Action = "responses.sign"
	ReadResponses      Action = "responses.read"
	UseResponses       Action = "responses.use"
	ReadFreeTexts      Action = "freeTexts.read"
	KeepOwnAccount     Action = "account.keepOwn"
	KeepOwnSessions    Action = "sessions.keepOwn"
)

// Reach is how far a right goes.
type Reach string // @name Reach

// The reaches, from the widest.
const (
	Everywhere Reach = "everywhere" // the whole plan and register
	OwnTree    Reach = "ownTree"    // the body of the role, and what lies under it
	Own        Reach = "own"        // what is one's own: account, sessions, what one wrote
)

// Grant gives a role an action, so far.
type Grant struct {
	Role  RoleName
	Reach Reach
}

// Rule is one row of the policy.
type Rule struct {
	Action Action
	// Sv and En say what is allowed, after "may".
	Sv, En string
	// Signed grants it with reach Own to every person who is signed in.
	Signed bool
	Grants []Grant
	// Scope is what a machine client's key must hold besides; "" keeps machines out.
	Scope string
}

// Policy is the whole of it: who may do what, and how far. What is not here is
// not allowed. The page docs/access.md and the answers' _links are made from it.
var Policy = []Rule{
	{Action: ReadDrafts, Sv: "läsa planer som inte är publicerade", En: "read plans that are not published",
		Grants: everywhere(Admin, Coordinator)},
	{Action: EditPlan, Sv: "ändra planen: text, mål, områden, målgrupper, versioner", En: "edit the plan: text, goals, areas, target groups, versions",
		Grants: everywhere(Admin, Coordinator)},
	{Action: EditActivities, Sv: "ändra aktiviteter, ansvar, delmål och lägen", En: "edit activities, responsibilities, milestones and states",
		Grants: everywhere(Admin, Coordinator)},
	{Action: EditTimelines, Sv: "föra in egna poster i tidslinjen", En: "enter dated entries of their own in the timeline",
		Grants: everywhere(Admin, Coordinator)},
	{Action: EditBoards, Sv: "ändra registret över nämnder, enheter och parter", En: "edit the register of boards, units and partners",
		Grants: everywhere(Admin, Coordinator)},
	{Action: Report, Sv: "rapportera om aktiviteter och ange diarienummer i uppdragsplanen", En: "report on activities and give their reference in the assignment plan",
		Grants: append(everywhere(Admin, Coordinator), inOwnTree(Officer, Partner, Client)...), Scope: "reports:write"},
	{Action: CorrectReports, Sv: "rätta en rapport", En: "correct a report",
		Grants: append(everywhere(Admin, Coordinator), own(Officer, Partner, Client)...), Scope: "reports:write"},
	{Action: ReadInternal, Sv: "läsa och skriva interna anteckningar om en aktivitet", En: "read and write internal notes on an activity",
		Grants: append(everywhere(Admin, Coordinator), inOwnTree(Officer, Partner)...)},
	{Action: ReadHistory, Sv: "läsa hur något har ändrats, och i vilken roll", En: "read how a thing was changed, and in which role",
		Grants: everywhere(RoleNames[:len(RoleNames)-1]...)},
	{Action: KeepDecisions, Sv: "föra in beslut", En: "enter decisions",
		Grants: everywhere(Admin, Coordinator, Secretary)},
	{Action: KeepCouncil, Sv: "ändra samverkansrådets platser", En: "edit the seats of the council",
		Grants: everywhere(Admin, Coordinator)},
	{Action: AppointMembers, Sv: "utse ledamöter och ersättare i samverkansrådet, på de platser som det egna organet utser till", En: "appoint members and substitutes of the council, to the seats that their own body appoints to",
		Grants: append(everywhere(Admin, Coordinator), inOwnTree(Officer)...)},
	{Action: ReadCouncil, Sv: "se vilka som sitter i samverkansrådet och är kontaktpersoner, och hur de nås", En: "see who sits in the council and who the contact persons are, and how to reach them",
		Grants: everywhere(Admin, Coordinator, Secretary, Member, Expert, Steering)},
	{Action: KeepReferences, Sv: "ändra referensgruppen och kalla in den i aktiviteter", En: "edit the reference group and call it in to activities",
		Grants: everywhere(Admin, Coordinator)},
	{Action: KeepCompetences, Sv: "ändra registret över kompetens och stöd, för det egna organet eller i hela registret", En: "edit the register of competence and support, for their own body or in all of it",
		Grants: append(everywhere(Admin, Coordinator, Expert), inOwnTree(Manager, Contact)...)},
	{Action: ReadSteering, Sv: "läsa styrgruppens lägesbild", En: "read the steering group's view of how it stands",
		Grants: everywhere(Admin, Coordinator, Steering)},
	{Action: KeepMeetings, Sv: "ändra rådets möten, kalla till dem och göra dagordningen", En: "edit the council's meetings, call to them and make the agenda",
		Grants: everywhere(Admin, Coordinator, Secretary)},
	{Action: WriteMinutes, Sv: "skriva i ett mötes protokoll och anteckna närvaro", En: "write in the minutes of a meeting and note attendance",
		Grants: everywhere(Admin, Coordinator, Secretary, Member)},
	{Action: AdjustMinutes, Sv: "justera protokoll som de är valda att justera", En: "adjust minutes that they are chosen to adjust",
		Grants: own(Coordinator, Secretary, Member)},
	{Action: ReadSecretMinutes, Sv: "läsa sekretessbelagda punkter i protokoll", En: "read secret items in minutes",
		Grants: everywhere(Coordinator, Secretary, Member)},
	{Action: ProposeTopics, Sv: "föreslå ärenden till samverkansrådet", En: "propose topics to the council",
		Grants: everywhere(Coordinator, Secretary, Member, Expert)},
	{Action: ReadQuestions, Sv: "läsa alla frågor till kompetenscentrum, också dem som inte är besvarade eller publicerade", En: "read all questions to the competence centre, also those not answered or published",
		Grants: everywhere(Admin, Coordinator, Steering, Officer, Manager, Contact, Member, Secretary, Expert)},
	{Action: AskQuestions, Sv: "ställa frågor till kompetenscentrum, för rådet eller för det egna organet", En: "ask the competence centre, for the council or for their own body",
		Grants: append(everywhere(Coordinator, Secretary, Member), inOwnTree(Manager, Contact, Officer)...)},
	{Action: AnswerQuestions, Sv: "ta sig an och besvara frågor", En: "take on and answer questions",
		Grants: everywhere(Expert)},
	{Action: PublishQuestions, Sv: "ändra frågor, och publicera svar för alla eller internt", En: "edit questions, and publish answers for everyone or internally",
		Grants: everywhere(Coordinator, Expert)},
	{Action: KeepCommunications, Sv: "ändra kommunikationsplanen", En: "edit the communication plan",
		Grants: everywhere(Admin, Coordinator, Editor)},
	{Action: ReadCommunications, Sv: "läsa kommunikationsplanen, också i tidslinjen", En: "read the communication plan, also in the timeline",
		Grants: everywhere(Admin, Coordinator, Steering, Officer, Manager, Contact, Member, Secretary, Expert, Editor, Reviewer)},
	{Action: KeepSurveys, Sv: "göra kartläggningens omgångar: frågor, grupper, öppning och stängning", En: "make the mapping survey's rounds: questions, groups, opening and closing",
		Grants: everywhere(Admin, Coordinator)},
	{Action: WriteResponses, Sv: "skriva enheters svar på kartläggningen, för det egna organet eller alla", En: "write units' answers to the mapping survey, for their own body or all",
		Grants: append(everywhere(Coordinator), inOwnTree(Contact, Manager, Officer)...)},
	{Action: SignResponses, Sv: "underteckna enheters svar, för det egna organet", En: "sign units' answers, for their own body",
		Grants: inOwnTree(Manager)},
	{Action: ReadResponses, Sv: "läsa enheters svar, för det egna organet eller alla", En: "read units' answers, for their own body or all",
		Grants: append(everywhere(Admin, Coordinator), inOwnTree(Contact, Manager, Officer)...)},
	{Action: UseResponses, Sv: "göra goda exempel, behov och föreslagna aktiviteter av enheters svar, och godkänna enheters beskrivningar", En: "make good examples, needs and proposed activities of units' answers, and approve units' descriptions",
		Grants: everywhere(Coordinator)},
	{Action: ReadFreeTexts, Sv: "läsa det anställda har skrivit med egna ord innan det publiceras, och stryka det som visar vem någon är", En: "read what employees wrote in their own words before it is published, and strike what shows who somebody is",
		Grants: everywhere(Coordinator)},
	{Action: KeepUsers, Sv: "bjuda in personer, ge och ta roller", En: "invite people, give and take roles",
		Grants: everywhere(Admin, Coordinator)},
	{Action: KeepAdmins, Sv: "ändra konton som är administratörer", En: "change accounts of administrators",
		Grants: everywhere(Admin)},
	{Action: KeepOwnAccount, Sv: "läsa och ändra sina egna uppgifter, och få ut dem", En: "read and change what is kept on themselves, and take it out",
		Signed: true},
	{Action: KeepOwnSessions, Sv: "se och avsluta sina egna inloggningar", En: "see and end their own sign-ins",
		Signed: true},
	{Action: ExportPersons, Sv: "ta ut allt som finns om en person", En: "take out all that is kept on a person",
		Grants: everywhere(Admin)},
	{Action: ErasePersons, Sv: "radera en persons uppgifter och lämna rollen kvar", En: "erase a person's data and leave the role",
		Grants: everywhere(Admin)},
	{Action: ResetFactors, Sv: "ta bort en persons andra steg i inloggningen", En: "take away a person's second step of sign-in",
		Grants: everywhere(Admin)},
	{Action: KeepClients, Sv: "ge andra system nycklar, och ta dem tillbaka", En: "give other systems keys, and take them back",
		Grants: everywhere(Admin, Coordinator)},
	{Action: SearchAudit, Sv: "söka i alla spår", En: "search all traces",
		Grants: everywhere(Admin)},
	{Action: ReadRetention, Sv: "läsa gallringsregler och gallringsprotokoll", En: "read the rules of retention and the erasure records",
		Grants: everywhere(Admin, Coordinator)},
	{Action: KeepRetention, Sv: "ändra gallringsregler och gallra", En: "change the rules of retention, and erase",
		Grants: everywhere(Admin)},
}

func everywhere(roles ...RoleName) []Grant { return grants(Everywhere, roles) }
func inOwnTree(roles ...RoleName) []Grant  { return grants(OwnTree, roles) }
func own(roles ...RoleName) []Grant        { return grants(Own, roles) }

func grants(reach Reach, roles []RoleName) []Grant {
	out := make([]Grant, len(roles))
	for i, role := range roles {
		out[i] = Grant{role, reach}
	}
	return out
}

// rules finds a rule by its action.
var rules = func() map[Action]Rule {
	m := make(map[Action]Rule, len(Policy))
	for _, r := range Policy {
		m[r.Action] = r
	}
	return m
}()

// holds gives the roles by which the user has an action with this reach.
func (u User) holds(action Action, reach Reach) []Role {
	rule := rules[action]
	if u.Machine() && (rule.Scope == "" || !u.HasScope(rule.Scope)) {
		return nil
	}
	var out []Role
	for _, role := range u.Roles {
		if slices.Contains(rule.Grants, Grant{role.Name, reach}) {
			out = append(out, role)
		}
	}
	return out
}

// mayAnything tells whether a machine's scopes give it any action at all; one
// whose scopes only open routes reads what everyone reads.
func (u User) mayAnything() bool {
	return slices.ContainsFunc(Policy, func(r Rule) bool { return r.Scope != "" && u.HasScope(r.Scope) })
}

// May tells whether the user may do it everywhere.
func (u User) May(action Action) bool { return len(u.holds(action, Everywhere)) > 0 }

// Within are the bodies for which the user may do it, each with all that lies
// under it; nil for one who may do it everywhere, or not at all.
func (u User) Within(action Action) []string {
	if u.May(action) {
		return nil
	}
	var ids []string
	for _, role := range u.holds(action, OwnTree) {
		if role.BodyID != "" && !slices.Contains(ids, role.BodyID) {
			ids = append(ids, role.BodyID)
		}
	}
	return ids
}

// MayAt tells whether the user may do it for a body. Give the body and all that
// it lies under.
func (u User) MayAt(action Action, bodyAndAbove ...string) bool {
	return u.May(action) || slices.ContainsFunc(u.Within(action), func(id string) bool { return slices.Contains(bodyAndAbove, id) })
}

// MayOwn tells whether the user may do it to what belongs to ownerID.
func (u User) MayOwn(action Action, ownerID string) bool {
	if u.May(action) {
		return true
	}
	mine := ownerID != "" && ownerID == u.ID
	return mine && (rules[action].Signed && !u.Machine() || len(u.holds(action, Own)) > 0)
}
