package questions

import (
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

// wholeFrom is how many letters of a word are looked for inside others too, as
// "boende" in "skyddsboende"; what is shorter is only looked for at their beginning.
const wholeFrom = 4

// found gives a page of the readable questions that hold every wanted word in one
// of its forms, those where the words weigh most first, and how many there are.
// Terms hold letters and digits only, so that LIKE has nothing to escape.
func found(tx *gorm.DB, wanted [][]string, f Filter, user auth.User, today day.Day) ([]Question, int, error) {
	q := readable(tx, f, user, today)
	var conditions []string
	var args []any
	for _, forms := range wanted {
		var either []string
		var these []any
		for _, form := range forms {
			pattern := form + "%"
			if utf8.RuneCountInString(form) >= wholeFrom {
				pattern = "%" + pattern
			}
			either, these = append(either, "term LIKE ?"), append(these, pattern)
		}
		q = q.Where("id IN (SELECT question_id FROM council_question_terms WHERE "+strings.Join(either, " OR ")+")", these...)
		conditions, args = append(conditions, either...), append(args, these...)
	}
	total, err := count(q)
	if err != nil {
		return nil, 0, err
	}
	rows := []Question{}
	weight := clause.Expr{SQL: "(SELECT sum(weight) FROM council_question_terms WHERE question_id = council_questions.id AND (" +
		strings.Join(conditions, " OR ") + ")) DESC, asked_on DESC, id DESC", Vars: args}
	err = q.Clauses(clause.OrderBy{Expression: weight}).Offset(f.Offset).Limit(f.Limit).Find(&rows).Error
	return rows, total, err
}
