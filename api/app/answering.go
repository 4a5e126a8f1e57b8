package app

import (
	"time"

	"envagin/api/ballots"
	"envagin/api/invitations"
	"envagin/api/results"
)

// rewriteEvery is how often it is looked whether the night's rewriting has been done.
const rewriteEvery = 10 * time.Minute

// buildAnswering makes the rooms where rounds are answered, and tells them when a round
// opens and closes. Ballots end before results are counted: no answer comes after.
func (a *App) buildAnswering() {
	a.Ballots = ballots.New(a.DB, a.Clock, a.Jobs)
	a.Surveys.OnOpen = append(a.Surveys.OnOpen, a.Ballots.Open)
	a.Invitations = invitations.New(a.DB, a.Clock, a.Ballots, a.Mail, a.Jobs, a.Config.BaseURL)
	a.Jobs.Every("survey-coverage", rewriteEvery, a.Invitations.Nightly)
	a.Results = results.New(a.DB, a.Clock, a.Jobs)
	a.Surveys.OnClose = append(a.Surveys.OnClose, a.Ballots.Close, a.Results.Close)
	a.Surveys.OnPublish = append(a.Surveys.OnPublish, a.Results.Publish)
	a.Jobs.Every("ballot-rewriting", rewriteEvery, a.Ballots.Nightly)
	a.Ballots.Secrets = func() ([][]byte, error) {
		secrets, err := a.Accounts.Secrets("ballot codes")
		keys := make([][]byte, len(secrets))
		for i, s := range secrets {
			keys[i] = s.Key
		}
		return keys, err
	}
}
