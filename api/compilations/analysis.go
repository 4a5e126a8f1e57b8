package compilations

import (
	"time"

	"envagin/api/platform/privacy"
	"envagin/api/platform/problem"
)

const analysisType = "analysis"

// maxAnalysis is how long an analysis may be: some pages.
const maxAnalysis = 10_000

// Analysis is what somebody who has read the answers to a question says of them.
type Analysis struct {
	ID          string
	SurveyID    string
	QuestionKey string
	TextSv      string
	TextEn      string
	Version     int
	UpdatedAt   time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of analyses.
func (Analysis) TableName() string { return "survey_analyses" }

// Check holds the rules of an analysis by itself.
func (a Analysis) Check() error {
	var c problem.Checks
	c.Required("textSv", a.TextSv)
	for name, text := range map[string]string{"textSv": a.TextSv, "textEn": a.TextEn} {
		c.MaxLength(name, text, maxAnalysis)
		c.If(privacy.HasPersonalNumber(text), name, "personalNumber", "The text seems to hold a personal identity number. Write it without saying whose it is.")
	}
	return c.Err()
}
