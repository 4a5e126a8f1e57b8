package auth

// Words are what something is called in Swedish and English.
type Words struct {
	// Sv is the Swedish.
	Sv string `json:"sv" example:"nämndens handläggare"`
	// En is the English.
	En string `json:"en" example:"officer"`
} // @name AccessWords

// RoleWords are what each role is called.
var RoleWords = map[RoleName]Words{
	Admin:       {"administratör", "administrator"},
	Coordinator: {"samordnare", "coordinator"},
	Steering:    {"styrgruppens läsare", "steering-group reader"},
	Officer:     {"nämndens handläggare", "officer"},
	Manager:     {"chef", "manager"},
	Contact:     {"kontaktperson", "contact person"},
	Member:      {"ledamot", "member"},
	Secretary:   {"sekreterare", "secretary"},
	Expert:      {"sakkunnig", "expert"},
	Editor:      {"redaktör", "editor"},
	Reviewer:    {"granskare", "reviewer"},
	Partner:     {"samverkanspart", "partner"},
	Reader:      {"läsare", "reader"},
	Client:      {"anslutet system", "API client"},
}

// ReachWords say how far a right goes.
var ReachWords = map[Reach]Words{
	Everywhere: {"överallt", "everywhere"},
	OwnTree:    {"rollens organ och det som ligger under", "the body of the role and what lies under it"},
	Own:        {"bara det egna", "only one's own"},
}
