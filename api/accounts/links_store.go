package accounts

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/collate"
)

func insertLink(tx *gorm.DB, l Link) error { return tx.Create(&l).Error }

func findLink(tx *gorm.DB, linkID string) (Link, error) { return takeLink(tx.Where("id = ?", linkID)) }

func findLinkByHash(tx *gorm.DB, hash string) (Link, error) {
	return takeLink(tx.Where("hash = ?", hash))
}

// takeLink gives a link, or an empty one, which is not open.
func takeLink(q *gorm.DB) (Link, error) {
	var found []Link
	if err := q.Limit(1).Find(&found).Error; err != nil || len(found) == 0 {
		return Link{}, err
	}
	return found[0], nil
}

func setLinkHash(tx *gorm.DB, linkID, hash string) error {
	return tx.Model(&Link{}).Where("id = ?", linkID).Update("hash", hash).Error
}

// claimLink ends a link, for one caller only.
func claimLink(tx *gorm.DB, linkID string, now time.Time) (first bool, err error) {
	res := tx.Model(&Link{}).Where("id = ? AND ended_at IS NULL", linkID).Update("ended_at", now)
	return res.RowsAffected == 1, res.Error
}

func endLinksOf(tx *gorm.DB, userID string, now time.Time) error {
	return tx.Model(&Link{}).Where("user_id = ? AND ended_at IS NULL", userID).Update("ended_at", now).Error
}

// invitationsOf are the invitations of these users that were not ended, by user.
func invitationsOf(tx *gorm.DB, userIDs []string) (map[string]*Link, error) {
	byUser := map[string]*Link{}
	var links []Link
	err := tx.Where("user_id IN ? AND purpose = ? AND ended_at IS NULL", userIDs, Invitation).Find(&links).Error
	for i := range links {
		byUser[*links[i].UserID] = &links[i]
	}
	return byUser, err
}

func insertNotice(tx *gorm.DB, n notice) error { return tx.Create(&n).Error }

func findNotice(tx *gorm.DB, noticeID string) (notice, error) {
	var found []notice
	if err := tx.Where("id = ?", noticeID).Limit(1).Find(&found).Error; err != nil || len(found) == 0 {
		return notice{}, err
	}
	return found[0], nil
}

// idByEmail is the account that mail to this address may be about: one that is
// open. It is one query, whether there is one or not.
func idByEmail(tx *gorm.DB, email string) (*string, error) {
	var ids []string
	err := tx.Model(&Account{}).Where("email_key = ? AND active = ?", collate.Fold(email), true).Limit(1).Pluck("id", &ids).Error
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return &ids[0], nil
}

// deleteLinksOf forgets the links and notices of a person.
func deleteLinksOf(tx *gorm.DB, userID string) error {
	if err := tx.Where("user_id = ?", userID).Delete(&Link{}).Error; err != nil {
		return err
	}
	return tx.Where("user_id = ?", userID).Delete(&notice{}).Error
}
