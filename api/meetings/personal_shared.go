package meetings

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/collate"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

// Personal is what this room holds on a person who has an account. Who sat at a
// meeting is kept by seat; the mandates say who held it.
type Personal struct {
	Topics    []PersonalTopic    `json:"topics"`
	Adjusted  []PersonalApproval `json:"adjusted"`
	SignedUp  []PersonalSignUp   `json:"signedUp"`
	CalledTo  []string           `json:"calledTo"` // meetings, by id
	LastWrote *time.Time         `json:"lastWrote,omitempty"`
}

// PersonalTopic is a topic that the person proposed.
type PersonalTopic struct {
	Title string     `json:"title"`
	Why   string     `json:"why"`
	State TopicState `json:"state"`
}

// PersonalApproval is that the person was chosen to adjust minutes.
type PersonalApproval struct {
	MeetingID  string     `json:"meetingId"`
	ApprovedAt *time.Time `json:"approvedAt,omitempty"`
}

// PersonalSignUp is that somebody signed up with the person's mail address.
type PersonalSignUp struct {
	MeetingID string  `json:"meetingId"`
	Name      string  `json:"name"`
	Seats     int     `json:"seats"`
	On        day.Day `json:"on"`
}

// maxPersonal bounds each sort of what is taken out.
const maxPersonal = 2000

// HeldBy is what the room holds on a person.
func HeldBy(tx *gorm.DB, userID string) (Personal, error) {
	p := Personal{Topics: []PersonalTopic{}, Adjusted: []PersonalApproval{}, SignedUp: []PersonalSignUp{}, CalledTo: []string{}}
	email, err := accounts.AddressOf(tx, userID)
	if err != nil {
		return p, err
	}
	var signUps []SignUp
	if err := tx.Where("email_key = ? AND email_key <> ''", collate.Fold(email)).Order("id").Limit(maxPersonal).Find(&signUps).Error; err != nil {
		return p, err
	}
	for _, s := range signUps {
		p.SignedUp = append(p.SignedUp, PersonalSignUp{s.MeetingID, s.Name, s.Seats, day.Of(s.CreatedAt)})
	}
	if err := tx.Model(&Topic{}).Where("proposed_by = ?", userID).Order("id").Limit(maxPersonal).Find(&p.Topics).Error; err != nil {
		return p, err
	}
	if err := tx.Model(&Adjuster{}).Where("user_id = ?", userID).Order("meeting_id").Limit(maxPersonal).Find(&p.Adjusted).Error; err != nil {
		return p, err
	}
	err = tx.Model(&call{}).Where("id IN (?)", tx.Model(&callLetter{}).Select("call_id").Where("user_id = ?", userID)).
		Distinct().Order("meeting_id").Limit(maxPersonal).Pluck("meeting_id", &p.CalledTo).Error
	if err != nil {
		return p, err
	}
	var last []Sitting
	err = tx.Where("user_id = ? AND what = ?", userID, writing).Order("last_at DESC").Limit(1).Find(&last).Error
	if len(last) > 0 {
		p.LastWrote = &last[0].LastAt
	}
	return p, err
}

// Forget leaves what a person proposed without the person, and takes away their
// sign-ups, the letters that called them and when they last wrote. That minutes
// were approved stays, by seat: it is what makes them valid. It reads the mail
// address, so the account must still have it.
func Forget(tx *gorm.DB, userID string) error {
	email, err := accounts.AddressOf(tx, userID)
	if err != nil {
		return err
	}
	if err := tx.Model(&Topic{}).Where("proposed_by = ?", userID).UpdateColumn("proposed_by", "").Error; err != nil {
		return err
	}
	for _, one := range []struct {
		row   any
		where string
		value string
	}{
		{&SignUp{}, "email_key = ? AND email_key <> ''", collate.Fold(email)},
		{&callLetter{}, "user_id = ?", userID},
		{&Sitting{}, "user_id = ?", userID},
	} {
		if err := tx.Where(one.where, one.value).Delete(one.row).Error; err != nil {
			return err
		}
	}
	database.Bump(tx, Family)
	return nil
}
