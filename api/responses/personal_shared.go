package responses

import (
	"time"

	"gorm.io/gorm"
)

// Personal is what this room holds on a person who has an account.
type Personal struct {
	Started   []string          `json:"started"` // responses, by id
	Signed    []string          `json:"signed"`
	Writes    []string          `json:"writes"` // those that they were let in to write
	Answered  []PersonalAnswer  `json:"answered"`
	Comments  []PersonalComment `json:"comments"`
	Described []string          `json:"described"` // whose description they wrote last
	LastWrote *time.Time        `json:"lastWrote,omitempty"`
}

// PersonalAnswer is an answer that the person wrote last.
type PersonalAnswer struct {
	ResponseID  string    `json:"responseId"`
	QuestionKey string    `json:"questionKey"`
	UpdatedAt   time.Time `json:"updatedAt"`
}

// PersonalComment is what the person said beside an answer.
type PersonalComment struct {
	ResponseID  string    `json:"responseId"`
	QuestionKey string    `json:"questionKey"`
	Text        string    `json:"text"`
	CreatedAt   time.Time `json:"createdAt"`
}

// maxPersonal bounds each sort of what is taken out.
const maxPersonal = 5000

// HeldBy is what the room holds on a person.
func HeldBy(tx *gorm.DB, userID string) (Personal, error) {
	p := Personal{Started: []string{}, Signed: []string{}, Writes: []string{}, Answered: []PersonalAnswer{}, Comments: []PersonalComment{}, Described: []string{}}
	for _, one := range []struct {
		row         any
		where, what string
		into        *[]string
	}{
		{&Response{}, "started_by", "id", &p.Started},
		{&Response{}, "signed_by", "id", &p.Signed},
		{&Writer{}, "user_id", "response_id", &p.Writes},
		{&Description{}, "writer_id", "response_id", &p.Described},
	} {
		if err := tx.Model(one.row).Where(one.where+" = ?", userID).Order(one.what).Limit(maxPersonal).Pluck(one.what, one.into).Error; err != nil {
			return p, err
		}
	}
	if err := tx.Model(&Answer{}).Where("writer_id = ?", userID).Order("response_id, question_key").Limit(maxPersonal).Find(&p.Answered).Error; err != nil {
		return p, err
	}
	if err := tx.Model(&Comment{}).Where("writer_id = ?", userID).Order("created_at, id").Limit(maxPersonal).Find(&p.Comments).Error; err != nil {
		return p, err
	}
	var last []Sitting
	err := tx.Where("user_id = ?", userID).Order("last_at DESC").Limit(1).Find(&last).Error
	if len(last) > 0 {
		p.LastWrote = &last[0].LastAt
	}
	return p, err
}

// Forget leaves what a person wrote and signed without the person: the role stays, and
// what the unit has said stays. They are not let in to write any more.
func Forget(tx *gorm.DB, userID string) error {
	for _, one := range persons {
		if err := tx.Model(one.row).Where(one.column+" = ?", userID).UpdateColumn(one.column, "").Error; err != nil {
			return err
		}
	}
	if err := tx.Where("user_id = ?", userID).Delete(&Writer{}).Error; err != nil {
		return err
	}
	return tx.Where("user_id = ?", userID).Delete(&Sitting{}).Error
}

// persons are the columns that say who, each kept beside a role or a unit.
var persons = []struct {
	row    any
	column string
}{
	{&Response{}, "started_by"}, {&Response{}, "signed_by"}, {&Answer{}, "writer_id"}, {&Comment{}, "writer_id"}, {&Description{}, "writer_id"},
}
