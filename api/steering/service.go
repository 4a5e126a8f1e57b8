package steering

import (
	"cmp"
	"context"
	"slices"

	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/meetings"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/timelines"
)

// Service gathers the view.
type Service struct {
	db         *database.DB
	clock      *day.Clock
	activities *activities.Service
	timelines  *timelines.Service
}

// New makes the service.
func New(db *database.DB, clock *day.Clock, a *activities.Service, t *timelines.Service) *Service {
	return &Service{db: db, clock: clock, activities: a, timelines: t}
}

func mayRead(user auth.User) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
	}
	if !user.May(auth.ReadSteering) {
		return problem.Forbidden("Only the steering group, the coordinator and administrators read this.")
	}
	return nil
}

// Items gives all there is to know of since a day, in the order in which it is
// read, and since when that is.
func (s *Service) Items(ctx context.Context, user auth.User, since day.Day) ([]Item, day.Day, error) {
	if err := mayRead(user); err != nil {
		return nil, "", err
	}
	today := s.clock.Today()
	if err := s.activities.SettleDay(ctx); err != nil {
		return nil, "", err
	}
	var items []Item
	err := s.db.Read(ctx, func(tx *gorm.DB) (err error) {
		if since == "" {
			last, err := meetings.LatestHeld(tx, meetings.Steering, today)
			if err != nil {
				return err
			}
			since = cmp.Or(last, today.AddDays(-sinceDays))
		}
		items, err = gather(tx, since, today)
		return err
	})
	if err != nil {
		return nil, "", err
	}
	// As the public: what stands in drafts is for nobody's minute.
	feed, _, err := s.timelines.List(ctx, auth.User{}, timelines.Filter{Window: timelines.Window{From: today, To: today.AddDays(aheadDays)}}, 0, maxFeed)
	if err != nil {
		return nil, "", err
	}
	coming := slices.DeleteFunc(due(feed, today), func(it Item) bool { return slices.ContainsFunc(items, it.sameDecision) })
	items = append(items, coming[:min(len(coming), most)]...)
	slices.SortStableFunc(items, func(a, b Item) int {
		return cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind))
	})
	return items, since, nil
}

// maxFeed bounds what is read of the timeline's next weeks.
const maxFeed = 500
