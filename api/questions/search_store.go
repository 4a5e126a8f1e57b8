package questions

import (
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

// wholeFrom is how many letters of a word are looked for inside others too, as
// "boende" in "skyddsboende"; what is shorter is only looked for at their beginning.
const wholeFrom = 4

// found gives a page of the readable questions that hold every wanted word in one
// of its forms, those where the words weigh most first, and how many there are.
func found(tx *gorm.DB, wanted [][]string, f Filter, user auth.User, today day.Day) ([]Question, int, error) {
	q := readable(tx, f, user, today).Joins("JOIN (?) AS hits ON hits.question_id = council_questions.id", hits(tx, wanted))
	var page []struct {
		Question `gorm:"embedded"`
		Total    int
	}
	// Counted in the same reading, which is what takes the time; only past the last page there is nothing to read it from.
	err := q.Session(&gorm.Session{}).Select("council_questions.*, count(*) OVER () AS total").
		Order("hits.weight DESC, asked_on DESC, id DESC").Offset(f.Offset).Limit(f.Limit).Find(&page).Error
	if err != nil {
		return nil, 0, err
	}
	rows := make([]Question, len(page))
	for i, p := range page {
		rows[i] = p.Question
	}
	switch {
	case len(page) > 0:
		return rows, page[0].Total, nil
	case f.Offset == 0:
		return rows, 0, nil
	}
	total, err := count(q)
	return rows, total, err
}

// hits are the questions that hold every word, and how much the words weigh there,
// in one reading of the terms. These hold letters and digits only, so that LIKE has
// nothing to escape.
func hits(tx *gorm.DB, wanted [][]string) *gorm.DB {
	var some, every []string
	var args []any
	for _, forms := range wanted {
		either := make([]string, len(forms))
		for i, form := range forms {
			either[i] = "term LIKE ?"
			if utf8.RuneCountInString(form) >= wholeFrom {
				form = "%" + form
			}
			args = append(args, form+"%")
		}
		word := strings.Join(either, " OR ")
		some, every = append(some, word), append(every, "max(CASE WHEN "+word+" THEN 1 ELSE 0 END) = 1")
	}
	return tx.Session(&gorm.Session{NewDB: true}).Model(&term{}).Select("question_id, sum(weight) AS weight").
		Where(strings.Join(some, " OR "), args...).Group("question_id").Having(strings.Join(every, " AND "), args...)
}
