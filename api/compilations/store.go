package compilations

import (
	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/day"
	"envagin/api/responses"
	"envagin/api/surveys"
)

// maxQuestions is more than a round can have.
const maxQuestions = 200

// read asks the rooms that own what is compiled, each once whatever the number of units.
// on is the day of which it is asked what units there are.
func (c *Compilation) read(tx *gorm.DB, on day.Day) (err error) {
	if c.Questions, err = surveys.QuestionsOf(tx, c.Round.ID); err != nil {
		return err
	}
	if c.Signed, err = responses.SignedOf(tx, c.Round.ID); err != nil {
		return err
	}
	if c.Uses, err = responses.UsesOf(tx, c.Round.ID); err != nil {
		return err
	}
	said, _, err := listAnalyses(tx, c.Round.ID, 0, maxQuestions)
	if err != nil {
		return err
	}
	c.Analyses = make(map[string]Analysis, len(said))
	for _, a := range said {
		c.Analyses[a.QuestionKey] = a
	}
	units := map[string]bool{}
	ids := make([]string, 0, len(c.Signed))
	for _, r := range c.Signed {
		ids = append(ids, r.UnitID)
		units[r.UnitID] = true
	}
	if c.tree, err = boards.LoadTree(tx, ids...); err != nil {
		return err
	}
	asked, err := boards.InForceOf(tx, boards.Unit, on)
	for _, u := range asked {
		units[u.ID] = true
	}
	c.Asked = len(units)
	c.place()
	return err
}
