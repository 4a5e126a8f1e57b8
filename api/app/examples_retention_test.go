package app_test

import (
	"time"

	"envagin/api/testkit"
)

// keeping carries out what concerns how long things are kept, and the outbox.
func (s *recorder) keeping() {
	s.t.Helper()
	rules := s.do("admin", "GET", "/retention-rules", nil)
	if len(rules.Items()) < 5 {
		s.t.Fatal("few rules")
	}
	rule := s.do("admin", "GET", "/retention-rules/outbox", nil)
	s.do("admin", "PUT", "/retention-rules/outbox", m{"keepDays": 14, "decisionReference": "KS-2026/00123"}, testkit.IfMatch(rule.ETag()))
	letter, _ := keptToTry(s.a, 1)
	s.do("", "GET", "/outbox-messages?limit=1", nil)
	s.do("", "GET", "/outbox-messages/"+letter, nil)
	s.a.Later(15 * 24 * time.Hour)
	record := s.do("admin", "POST", "/erasure-records", m{"ruleId": "outbox"})
	s.do("admin", "POST", "/erasure-records", m{"ruleId": "outbox", "dryRun": true})
	s.do("coordinator", "GET", "/erasure-records", nil)
	s.do("coordinator", "GET", "/erasure-records/"+record.ID(), nil)
}
