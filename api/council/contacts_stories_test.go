package council_test

import (
	"strings"
	"testing"
)

func TestEachUnitsContactPersonIsSeenAndSoIsWhereOneIsMissing(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		unit := s.Body("centrum-mot-vald")
		of := func(role string) object {
			t.Helper()
			return s.Get("/contact-persons?unit="+unit, s.As(role)).Want(200).Items()[0]
		}
		s.Run(t, "with the name to those who see who sits in the council", func(t *testing.T) {
			for role, want := range map[string]bool{"": false, "reader": false, "officer": false, "secretary": true, "member": true, "coordinator": true} {
				got := of(role)
				name, _ := at(got["contacts"].([]any)[0], "person", "name").(string)
				if got["state"] != "filled" || got["isMissing"] != false || (name == "Demo: kontaktperson") != want {
					t.Errorf("%q: %v", role, got)
				}
			}
		})
		s.Run(t, "units without one are found", func(t *testing.T) {
			missing := s.Get("/contact-persons?missing=true&limit=100").Want(200).Items()
			with := s.Get("/contact-persons?missing=false&limit=100").Want(200).Items()
			all := s.Get("/contact-persons?limit=100").Want(200).Items()
			if len(with) != 1 || len(missing)+1 != len(all) || len(all) < 10 || missing[0]["state"] != "vacant" {
				t.Errorf("%d units, %d without", len(all), len(missing))
			}
			under := s.Get("/contact-persons?board=" + s.Body("ifn")).Want(200).Items()
			if len(under) != 2 {
				t.Errorf("%d units under IFN", len(under))
			}
		})
		s.Run(t, "one whose time is short is seen, and the history of a unit is read", func(t *testing.T) {
			for email, days := range map[string]object{"f@umea.example": {"validTo": "2024-12-31"}, "k@umea.example": {"validFrom": "2025-01-01", "validTo": "2027-01-15"}} {
				days["role"], days["bodyId"] = "contact", s.Body("personalfunktionen")
				s.Do("POST", "/users", object{"email": email, "name": "Kontakt " + email[:1], "active": true, "protected": false, "roles": []object{days}}, s.As("coordinator")).Want(201)
			}
			unit = s.Body("personalfunktionen")
			if got := of("secretary"); got["state"] != "endsSoon" || got["endsOn"] != "2027-01-15" {
				t.Error(got)
			}
			history := s.Get("/units/"+unit+"/contact-persons", s.As("secretary")).Want(200)
			items := history.Items()
			if len(items) != 2 || at(items[0], "person", "name") != "Kontakt k" || items[0]["state"] != "endsSoon" || items[1]["state"] != "ended" {
				t.Error(items)
			}
			if strings.Contains(string(s.Get("/units/"+unit+"/contact-persons").Want(200).Body), "Kontakt k") {
				t.Error("the public reads a name")
			}
		})
		s.Run(t, "a board has none of its own, and what is no unit is not found", func(t *testing.T) {
			s.Get("/units/"+s.Body("ifn")+"/contact-persons").WantProblem(404, "notFound")
		})
	})
}
