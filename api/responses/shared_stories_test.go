package responses_test

import (
	"context"
	"strings"
	"testing"

	"gorm.io/gorm"

	"envagin/api/responses"
)

func TestARoundTellsHowFarItsUnitsHaveComeAndWhatTheyHaveSigned(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at, unit, other := s.signed(), a.Body("centrum-mot-vald"), a.Body("ifn")
		a.Do(post, s.round+"/responses", object{"unitId": other}, a.As("officer")).Want(201)

		var states map[string]responses.State
		var signed []responses.SignedResponse
		err := a.DB.Read(context.Background(), func(tx *gorm.DB) (err error) {
			round := strings.TrimPrefix(s.round, "/surveys/")
			if states, err = responses.StatesOf(tx, round); err != nil {
				return err
			}
			signed, err = responses.SignedOf(tx, round)
			return err
		})

		if err != nil || states[unit] != responses.Signed || states[other] != responses.Draft || len(states) != 2 {
			t.Error(states, err)
		}
		if len(signed) != 1 || !strings.HasSuffix(at, signed[0].ID) || signed[0].UnitID != unit || string(signed[0].Values["plan"]) != `"nej"` || len(signed[0].Values) != 2 {
			t.Errorf("%+v", signed)
		}
	})
}
