package jobs

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/riverqueue/river"
)

// Drain does at once all that is queued, also what waits for another try, and
// what that queues in turn. It gives the first error; a job that failed stays in
// the queue as it was. It is for tests and commands, with nothing else at work.
func (r *Runner) Drain(ctx context.Context) (first error) {
	client, err := r.river()
	if err != nil {
		return err
	}
	failed := map[int64]bool{}
	for {
		found, err := client.JobList(ctx, river.NewJobListParams().States(unfinished...).
			OrderBy(river.JobListOrderByID, river.SortOrderAsc).First(1000))
		if err != nil {
			return cmp.Or(first, fmt.Errorf("jobs: %w", err))
		}
		before := len(failed)
		done := 0
		for _, row := range found.Jobs {
			if failed[row.ID] {
				continue
			}
			var job args
			err := json.Unmarshal(row.EncodedArgs, &job)
			if err == nil {
				err = r.do(ctx, job)
			}
			if err != nil {
				failed[row.ID] = true
				if first == nil {
					first = fmt.Errorf("job %s %s: %w", job.What, job.ID, err)
				}
				continue
			}
			if _, err := client.JobDelete(ctx, row.ID); err != nil && !errors.Is(err, river.ErrNotFound) {
				return fmt.Errorf("jobs: %w", err)
			}
			done++
		}
		if done == 0 && len(failed) == before {
			return first
		}
	}
}
