package responses

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"envagin/api/boards"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// State is how far a response has come.
type State string // @name ResponseState

// The states.
const (
	Draft    State = "draft"
	Signed   State = "signed"
	Reopened State = "reopened" // signed once, and open again
)

// Response is what a unit answers in a round. The row owns its rules.
type Response struct {
	ID         string
	SurveyID   string
	UnitID     string
	State      State
	StartedBy  string // the person, "" of one who was forgotten
	SignedBy   string
	SignedRole string
	SignedAt   *time.Time
	SignedHash string // of what was signed
	// Why it was opened again, by which role and when.
	ReopenedWhy  string
	ReopenedRole string
	ReopenedAt   *time.Time
	Version      int
	CreatedAt    time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt    time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all responses.
func (Response) TableName() string { return "responses" }

// answering are the bodies that answer: those of the municipality.
func answering(b boards.Body, today day.Day) bool {
	switch b.Kind {
	case boards.Unit, boards.Administration, boards.Board, boards.ExecutiveBoard, boards.MunicipalCompany:
		return b.InForce(today)
	default:
		return false
	}
}

// takesAnswers refuses what comes to a round that is not open, or whose last day has passed.
func takesAnswers(s surveys.Survey, today day.Day) error {
	switch {
	case s.Answering != surveys.UnitAnswers:
		return problem.Conflict("staffRound", "In this round each employee answers by a code; units do not.")
	case s.State == surveys.Draft:
		return problem.Conflict("notOpen", "This round is not open yet.")
	case !s.TakesAnswers(today):
		return problem.Conflict("closed", "This round is closed. Ask the coordinator, who may extend it.")
	}
	return nil
}

// writable refuses what would change a signed response.
func (r Response) writable() error {
	if r.State == Signed {
		return problem.Conflict("signed", "This answer is signed. Reopen it, with a reason, to change it.")
	}
	return nil
}

// signed refuses what is done with a response that nobody has signed.
func (r Response) signed() error {
	if r.State != Signed {
		return problem.Conflict("notSigned", "This answer is not signed; what is not signed is not used.")
	}
	return nil
}

// frozen is what a signature stands for.
type frozen struct {
	SurveyID string                     `json:"surveyId"`
	UnitID   string                     `json:"unitId"`
	Answers  map[string]json.RawMessage `json:"answers"`
}

// hash is the checksum of what the response says: the same whoever makes it, and of
// no other content.
func (r Response) hash(answers []Answer) (string, error) {
	text, err := json.Marshal(frozen{r.SurveyID, r.UnitID, values(answers)}) // a map's keys come in order
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// sign freezes the response as it is.
func (r *Response) sign(userID, role string, now time.Time, hash string) {
	r.State, r.SignedBy, r.SignedRole, r.SignedAt, r.SignedHash = Signed, userID, role, &now, hash
}

const maxReason = 2000

// reopen opens a signed response again.
func (r *Response) reopen(role, why string, now time.Time) error {
	if r.State != Signed {
		return problem.Conflict("notSigned", "Only an answer that is signed is reopened.")
	}
	var c problem.Checks
	c.Required("reason", why)
	c.MaxLength("reason", why, maxReason)
	impersonal(&c, "reason", why)
	if err := c.Err(); err != nil {
		return err
	}
	r.State, r.ReopenedWhy, r.ReopenedRole, r.ReopenedAt = Reopened, why, role, &now
	r.SignedHash = ""
	return nil
}

// Writer is a colleague who was let in to write.
type Writer struct {
	ResponseID string `gorm:"primaryKey"`
	UserID     string `gorm:"primaryKey"`
	AddedAt    time.Time
}

// TableName is the table of all writers.
func (Writer) TableName() string { return "response_writers" }

// maxWriters bounds who writes one response.
const maxWriters = 50
