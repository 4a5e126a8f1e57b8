package meetings

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

const topicType = "councilTopic"

// TopicFilter narrows the list of topics; zero values do not.
type TopicFilter struct {
	State   string
	Meeting string
	Offset  int
	Limit   int
}

// SeenTopic is a topic with the name of who proposed it, where that may be known.
type SeenTopic struct {
	Topic
	By string
}

// Topics gives a page of topics, newest first, and how many there are.
//
// Errors: problem.Forbidden.
func (s *Service) Topics(ctx context.Context, user auth.User, f TopicFilter) (page []SeenTopic, total int, err error) {
	if err := mayReadTopics(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		topics, n, err := listTopics(tx, f)
		if err != nil {
			return err
		}
		total = n
		page, err = seenTopics(tx, topics...)
		return err
	})
	return page, total, err
}

// Topic gives one topic.
//
// Errors: problem.Forbidden, NotFound, Gone.
func (s *Service) Topic(ctx context.Context, user auth.User, topicID string) (out SeenTopic, err error) {
	if err := mayReadTopics(user); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		out, err = seenTopic(tx, topicID)
		return err
	})
	return out, err
}

func seenTopic(tx *gorm.DB, topicID string) (SeenTopic, error) {
	t, err := findTopic(tx, topicID)
	if err != nil {
		return SeenTopic{}, err
	}
	seen, err := seenTopics(tx, t)
	if err != nil {
		return SeenTopic{}, err
	}
	return seen[0], nil
}

func seenTopics(tx *gorm.DB, topics ...Topic) ([]SeenTopic, error) {
	people := []string{}
	for _, t := range topics {
		if t.ProposedBy != "" {
			people = append(people, t.ProposedBy)
		}
	}
	known, err := accounts.KnownOf(tx, people...)
	out := make([]SeenTopic, len(topics))
	for i, t := range topics {
		out[i] = SeenTopic{t, known[t.ProposedBy].Colleagues.Name}
	}
	return out, err
}

func mayReadTopics(user auth.User) error {
	if err := signedIn(user); err != nil {
		return err
	}
	if !topicsReadableBy(user) {
		return problem.Forbidden("Only those who work with the council read what its members want to take up.")
	}
	return nil
}

// signedIn sends those whom nobody knows to the sign-in, before they are told what they may not.
func signedIn(user auth.User) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
	}
	return nil
}

func mayPropose(user auth.User) error {
	if !user.May(auth.ProposeTopics) {
		return problem.Forbidden("Only the council's members, its secretary, the coordinator and the experts propose topics.")
	}
	return nil
}

func mayKeepMeetings(user auth.User) error {
	if err := signedIn(user); err != nil {
		return err
	}
	if !user.May(auth.KeepMeetings) {
		return problem.Forbidden("Only the coordinator, the secretary and administrators keep the council's meetings.")
	}
	return nil
}

// MayChangeTopic answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayChangeTopic(ctx context.Context, user auth.User, topicID string) error {
	t, err := s.Topic(ctx, user, topicID)
	if err == nil && !t.EditableBy(user) {
		err = problem.Forbidden("A topic is changed by who proposed it, while it waits, and by those who make the agenda.")
	}
	return err
}

// MayAnswerTopic is MayChangeTopic for its answer.
func (s *Service) MayAnswerTopic(ctx context.Context, user auth.User, topicID string) error {
	if _, err := s.Topic(ctx, user, topicID); err != nil {
		return err
	}
	return mayKeepMeetings(user)
}

// ProposeTopic keeps what somebody wants the council to take up.
//
// Errors: problem.Forbidden, Invalid.
func (s *Service) ProposeTopic(ctx context.Context, user auth.User, t Topic) (out SeenTopic, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := mayPropose(user); err != nil {
			return err
		}
		now := s.clock.Now()
		t.ID, t.State, t.ProposedBy, t.Version, t.CreatedAt, t.UpdatedAt = id.New(), TopicProposed, user.ID, 1, now, now
		if err := checkTopic(tx, t); err != nil {
			return err
		}
		if err := insertTopic(tx, &t); err != nil {
			return err
		}
		if err := s.traceTopic(tx, user, "create", t, nil, t.content()); err != nil {
			return err
		}
		out, err = seenTopic(tx, t.ID)
		return err
	})
	return out, err
}

func checkTopic(tx *gorm.DB, t Topic) error {
	if err := t.Check(); err != nil || t.MeetingID == nil {
		return err
	}
	if _, err := findMeeting(tx, *t.MeetingID); problem.Missing(err) {
		return problem.Invalid(problem.Field{Name: "meetingId", Code: "unknownReference", Detail: "There is no such meeting."})
	} else if err != nil {
		return err
	}
	return nil
}

// ReplaceTopic puts new content on a topic, if nobody else did since version.
//
// Errors: problem.Forbidden, NotFound, Gone, Invalid, PreconditionFailed.
func (s *Service) ReplaceTopic(ctx context.Context, user auth.User, topicID string, version int, t Topic) (SeenTopic, error) {
	return s.changeTopic(ctx, user, topicID, version, "replace", func(tx *gorm.DB, now *Topic) error {
		now.Title, now.Why, now.MeetingID = t.Title, t.Why, t.MeetingID
		return checkTopic(tx, *now)
	})
}

// AnswerTopic says what becomes of a topic.
//
// Errors: those of ReplaceTopic.
func (s *Service) AnswerTopic(ctx context.Context, user auth.User, topicID string, version int, answer TopicAnswer) (SeenTopic, error) {
	if err := mayKeepMeetings(user); err != nil {
		return SeenTopic{}, err
	}
	return s.changeTopic(ctx, user, topicID, version, "answer", func(_ *gorm.DB, now *Topic) error {
		now.State, now.Reason = answer.State, answer.Reason
		return now.CheckAnswer()
	})
}

func (s *Service) changeTopic(ctx context.Context, user auth.User, topicID string, version int, action string, change func(tx *gorm.DB, t *Topic) error) (out SeenTopic, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := s.MayChangeTopic(tx.Statement.Context, user, topicID); err != nil {
			return err
		}
		old, err := findTopic(tx, topicID)
		if err != nil {
			return err
		}
		t := old
		if err := change(tx, &t); err != nil {
			return err
		}
		if err := audit.Fresh(tx, topicType, topicID, old.Version, version); err != nil {
			return err
		}
		t.Version, t.UpdatedAt = old.Version+1, s.clock.Now()
		if err := updateTopic(tx, &t); err != nil {
			return err
		}
		if err := s.traceTopic(tx, user, action, t, old.content(), t.content()); err != nil {
			return err
		}
		out, err = seenTopic(tx, t.ID)
		return err
	})
	return out, err
}

// WithdrawTopic removes a topic.
//
// Errors: those of ReplaceTopic.
func (s *Service) WithdrawTopic(ctx context.Context, user auth.User, topicID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := s.MayChangeTopic(tx.Statement.Context, user, topicID); err != nil {
			return err
		}
		t, err := findTopic(tx, topicID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, topicType, topicID, t.Version, version); err != nil {
			return err
		}
		if err := removeTopic(tx, t); err != nil {
			return err
		}
		gone := t
		gone.Version++
		return s.traceTopic(tx, user, "delete", gone, t.content(), nil)
	})
}

// traceTopic leaves who did what. Nobody without rights sees topics, so no cached
// answer changes; the tombstone is what a stale reader meets.
func (s *Service) traceTopic(tx *gorm.DB, user auth.User, action string, t Topic, before, after any) error {
	if action == "delete" {
		database.Touch(tx, Family, topicType, t.ID, true)
	}
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: topicType,
		ObjectID: t.ID, Version: t.Version, Before: before, After: after, Restricted: true})
}
