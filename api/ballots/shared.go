package ballots

import (
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/problem"
)

// Read gives a round's answers, in the order of their ballots' hashes, which is that of
// chance. The room results is the only one that may call it: a test holds that.
func Read(tx *gorm.DB, surveyID string) ([]Row, error) { return readAnswers(tx, surveyID) }

// mostCodes is how many codes are made at once: a large unit's letters.
const mostCodes = 5000

// MakeCodes makes codes for a group of an open round. They are given to the caller, who
// prints or sends them, and to nobody else: what is kept is their hashes, in the order
// of the hashes. The group must be one of the round's that answers.
func (s *Service) MakeCodes(tx *gorm.DB, surveyID, groupID string, n int) ([]string, error) {
	var c problem.Checks
	c.Range("count", n, 1, mostCodes)
	if err := c.Err(); err != nil {
		return nil, err
	}
	if err := s.ready(tx, surveyID, groupID); err != nil {
		return nil, err
	}
	secrets, err := s.Secrets()
	if err != nil {
		return nil, err
	}
	codes, rows := make([]string, n), make([]codeRow, n)
	for i := range codes {
		codes[i] = newCode()
		code, err := readCode(codes[i])
		if err != nil {
			return nil, err
		}
		rows[i] = codeRow{Hash: hashOf(secrets[0], code), SurveyID: surveyID, GroupID: groupID}
	}
	slices.SortFunc(rows, func(a, b codeRow) int {
		if a.Hash < b.Hash {
			return -1
		}
		return 1
	})
	return codes, insertCodes(tx, rows)
}

// WithdrawCode takes back a code whose letter did not leave us. One that has been used stays.
func (s *Service) WithdrawCode(tx *gorm.DB, printed string) error {
	code, err := readCode(printed)
	if err != nil {
		return err
	}
	secrets, err := s.Secrets()
	if err != nil {
		return err
	}
	hashes := make([]string, len(secrets))
	for i, secret := range secrets {
		hashes[i] = hashOf(secret, code)
	}
	return removeCode(tx, hashes)
}

// ready sees to it that a group of an open round has its key.
func (s *Service) ready(tx *gorm.DB, surveyID, groupID string) error {
	open, err := isOpen(tx, surveyID)
	if err != nil {
		return err
	}
	if !open {
		return problem.Conflict("notOpen", "Codes are made while the round is open.")
	}
	if have, err := keyed(tx, surveyID); err != nil || slices.Contains(have, groupID) {
		return err
	}
	if err := isLeaf(tx, surveyID, groupID); err != nil {
		return err
	}
	key, err := newKey(surveyID, groupID)
	if err != nil {
		return err
	}
	return keepKey(tx, key)
}

// UsedOf is how many codes of each group of a round have bought their ballot. It is never told as it is: see invitations.
func UsedOf(tx *gorm.DB, surveyID string) (map[string]int, error) {
	var rows []struct {
		GroupID string
		N       int
	}
	err := tx.Model(&codeRow{}).Select("group_id, COUNT(*) AS n").Where("survey_id = ? AND used_with <> ''", surveyID).Group("group_id").Scan(&rows).Error
	used := make(map[string]int, len(rows))
	for _, r := range rows {
		used[r.GroupID] = r.N
	}
	return used, err
}
