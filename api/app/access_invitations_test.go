package app_test

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"envagin/api/invitations"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/testkit"
)

// fillLetters makes enough letters about a round, on days of their own, for their list to be long.
func fillLetters(a *testkit.App, round string) {
	a.T.Helper()
	unit := a.Body("centrum-mot-vald")
	err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
		var letters []invitations.Letter
		for n := range 5 {
			letters = append(letters, invitations.Letter{ID: id.New(), SurveyID: round, UnitID: unit, Kind: invitations.Reminder,
				OnDay: day.Day(fmt.Sprintf("2026-11-0%d", n+1)), CreatedAt: a.Clock.Now()})
		}
		return tx.Create(&letters).Error
	})
	if err != nil {
		a.T.Fatal(err)
	}
}
