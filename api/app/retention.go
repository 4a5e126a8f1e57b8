package app

import (
	"context"
	"slices"
	"time"

	"envagin/api/accounts"
	"envagin/api/ballots"
	"envagin/api/council"
	"envagin/api/factors"
	"envagin/api/federation"
	"envagin/api/integrations"
	"envagin/api/invitations"
	"envagin/api/meetings"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/erasure"
	"envagin/api/platform/httpx"
	"envagin/api/platform/jobs"
	"envagin/api/platform/mail"
	"envagin/api/questions"
	"envagin/api/responses"
	"envagin/api/results"
	"envagin/api/retention"
)

// buildRetention gathers the rules of every part that keeps something for a while.
func (a *App) buildRetention() {
	forget := func(ctx context.Context, user auth.User, userID string, version int) error {
		return a.Accounts.Erase(ctx, user, userID, version)
	}
	a.Retention = retention.New(a.DB, a.Clock, slices.Concat[[]erasure.Rule](
		accounts.Retention(forget),
		a.References.Retention(),
		integrations.Retention(),
		council.Retention(),
		ballots.Retention(),
		meetings.Retention(),
		questions.Retention(),
		responses.Retention(),
		results.Retention(),
		invitations.Retention(),
		factors.Retention(),
		federation.Retention(),
		httpx.Retention(),
		jobs.Retention(),
		mail.Retention(),
		audit.Retention(),
	))
	a.Jobs.Every("retention", time.Hour, a.Retention.Nightly)
}
