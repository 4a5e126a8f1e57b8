package questions

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/platform/search"
)

// maxQuery is how many characters of search words are read.
const maxQuery = 200

// Search gives a page of the questions that hold all words, the best first, and
// how many do in all. The words are kept nowhere: no trace, no log.
func (s *Service) Search(ctx context.Context, user auth.User, words string, f Filter) (page []Read, total int, err error) {
	wanted := search.Query(words)
	var c problem.Checks
	c.OptionalLine("q", words, maxQuery)
	c.If(len(wanted) == 0, "q", "required", "Write at least one word.")
	if f.State != "" {
		problem.OneOf(&c, "state", f.State, Asked, Taken, Answered, Published)
	}
	c.If(f.Area != "" && id.Invalid(f.Area), "areaId", "unknownReference", "There is no such violence area.")
	if err := c.Err(); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		rows, n, err := found(tx, wanted, f, user, s.clock.Today())
		if err != nil {
			return err
		}
		total = n
		page, err = dressed(tx, user, rows)
		return err
	})
	return page, total, err
}
