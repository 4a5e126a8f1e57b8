package accounts_test

import (
	"encoding/json"
	"io"
	"log/slog"
	"strings"
	"testing"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
)

// profile puts a change of somebody's own profile.
func (a *app) profile(as string, change func(*accounts.ProfileInput)) answer {
	a.t.Helper()
	got := a.do("GET", "/users/me/profile", nil, "Authorization", as).want(200, "")
	in := read[accounts.ProfileView](got).ProfileInput
	change(&in)
	return a.do("PUT", "/users/me/profile", in, "Authorization", as, "If-Match", got.Header.Get("ETag"))
}

func (a *app) contacts(bodyID string) []accounts.Contact {
	a.t.Helper()
	return read[accounts.ContactPage](a.do("GET", "/boards/"+bodyID+"/contacts", nil).want(200, "")).Items
}

func TestWhatIsPublicOfAPerson(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		contact := a.user(auth.Contact)
		unit, as := contact.Roles[0].BodyID, a.signIn(auth.Contact).access()

		a.run(t, "is nothing but the role, until they say so", func(t *testing.T) {
			got := a.contacts(unit)

			// The contact person and the manager of the unit.
			want := accounts.Contact{Role: "contact", RoleWords: accounts.Words{Sv: "Kontaktperson, centrum-mot-vald", En: "Contact person, centrum-mot-vald"}}
			if len(got) != 2 || got[0] != want || got[1].Name+got[1].Email+got[1].Phone != "" {
				t.Errorf("%+v", got)
			}
		})
		a.run(t, "is as much as each allows, piece by piece", func(t *testing.T) {
			a.profile(as, func(in *accounts.ProfileInput) {
				in.Title, in.Phone, in.PublicPhone = "Kurator", "090-16 00 00", true
			}).want(200, "")
			if c := a.contacts(unit)[0]; c.Phone != "090-16 00 00" || c.Name != "" || c.Email != "" || c.Title != "" {
				t.Errorf("%+v", c)
			}

			a.profile(as, func(in *accounts.ProfileInput) { in.PublicName, in.PublicEmail, in.PublicPhone = true, true, false }).want(200, "")

			if c := a.contacts(unit)[0]; c.Phone != "" || c.Name != "Demo: kontaktperson" || c.Email != "contact@demo.example" || c.Title != "Kurator" {
				t.Errorf("%+v", c)
			}
		})
		a.run(t, "is gone with the role, the account or the day", func(t *testing.T) {
			admin := a.signIn(auth.Admin).access()
			a.change(admin, a.user(auth.Contact), func(in *accounts.Input) { in.Roles[0].ValidTo = "2026-11-21" }).want(200, "")
			a.change(admin, a.user(auth.Manager), func(in *accounts.Input) { in.Active = false }).want(200, "")

			if got := a.contacts(unit); len(got) != 0 {
				t.Errorf("%+v", got)
			}
			a.do("GET", "/boards/"+id.New()+"/contacts", nil).want(404, "notFound")
			a.do("GET", "/boards/not-an-id/contacts", nil).want(404, "notFound")
		})
	})
}

func TestProfile(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		as := a.signIn(auth.Officer).access()

		a.run(t, "is the person's own, by the version that was read", func(t *testing.T) {
			a.do("GET", "/users/me/profile", nil).want(401, "signInNeeded")
			old := a.do("GET", "/users/me/profile", nil, "Authorization", as).want(200, "")
			in := read[accounts.ProfileView](old).ProfileInput
			a.do("PUT", "/users/me/profile", in, "Authorization", as).want(428, "versionRequired")
			a.profile(as, func(in *accounts.ProfileInput) { in.Name, in.Lang = "Ett nytt namn", "en" }).want(200, "")
			stale := a.do("PUT", "/users/me/profile", in, "Authorization", as, "If-Match", old.Header.Get("ETag")).want(412, "stale")
			if strings.Contains(stale.Body, "nytt namn") {
				t.Error(stale.Body)
			}
			me := read[accounts.View](a.do("GET", "/users/me", nil, "Authorization", as).want(200, ""))
			if me.Name != "Ett nytt namn" || me.Lang != "en" || me.Email != "officer@demo.example" {
				t.Errorf("%+v", me)
			}
		})
		a.run(t, "takes no roles, address or password", func(t *testing.T) {
			for _, field := range []string{"roles", "email", "active", "passwordHash", "id", "version", "erasedAt"} {
				a.do("PUT", "/users/me/profile", map[string]any{"name": "x", field: "x"}, "Authorization", as, "If-Match", `"1.x"`).want(400, "unknownField")
			}
		})
		a.run(t, "shows no phone that is not there, and says what a number is", func(t *testing.T) {
			a.profile(as, func(in *accounts.ProfileInput) { in.PublicPhone = true }).want(422, "invalid")
			a.profile(as, func(in *accounts.ProfileInput) { in.Phone = "ring mig" }).want(422, "invalid")
			a.profile(as, func(in *accounts.ProfileInput) { in.Name = " " }).want(422, "invalid")
		})
		a.run(t, "stays when those who keep the accounts change something else", func(t *testing.T) {
			a.profile(as, func(in *accounts.ProfileInput) { in.Phone, in.PublicPhone = "090-1", true }).want(200, "")
			a.change(a.signIn(auth.Admin).access(), a.user(auth.Officer), func(in *accounts.Input) { in.Lang = "sv" }).want(200, "")
			p := read[accounts.ProfileView](a.do("GET", "/users/me/profile", nil, "Authorization", as).want(200, ""))
			if p.Phone != "090-1" || !p.PublicPhone || p.Lang != "sv" {
				t.Errorf("%+v", p)
			}
		})
	})
}

// trace leaves a trace of a person that tells a name, as another room might.
func (a *app) trace(userID string) {
	a.t.Helper()
	must(a.t, a.db.Tx(a.t.Context(), func(tx *gorm.DB) error {
		return audit.Record(tx, audit.Entry{User: auth.User{ID: id.New()}, At: a.clock.Now(), Action: "replace", ObjectType: "user", ObjectID: userID,
			Before: map[string]string{"name": "Gammalt Namn", "lang": "sv"}, After: map[string]string{"name": "Hemlig Person", "lang": "xx"}})
	}))
}

func TestProtectedIdentity(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		admin, officer := a.signIn(auth.Admin).access(), a.signIn(auth.Officer).access()
		u := a.user(auth.Officer)
		a.profile(officer, func(in *accounts.ProfileInput) {
			in.Name, in.Phone, in.PublicName, in.PublicPhone = "Hemlig Person", "090-99 99 99", true, true
		}).want(200, "")

		a.trace(u.ID)

		a.run(t, "is set by those who keep the accounts, and nothing is public any more", func(t *testing.T) {
			a.change(admin, a.user(auth.Officer), func(in *accounts.Input) { in.Protected = true }).want(200, "")

			for _, c := range a.contacts(u.Roles[0].BodyID) {
				if c.Name+c.Email+c.Phone != "" {
					t.Errorf("%+v", c)
				}
			}
		})
		a.run(t, "is a role without a name for everybody else", func(t *testing.T) {
			for path, as := range map[string]string{"/users/" + u.ID: admin, "/users?limit=100": admin, "/users/" + u.ID + "/personal-data": admin} {
				got := a.do("GET", path, nil, "Authorization", as).want(200, "")
				for _, secret := range []string{"Hemlig", "officer@demo", "090-99"} {
					if strings.Contains(got.Body, secret) {
						t.Errorf("%s shows %s: %s", path, secret, got.Body)
					}
				}
				if !strings.Contains(got.Body, "Handläggare, ifn") {
					t.Errorf("%s does not say the role: %s", path, got.Body)
				}
			}
			if rows := a.dump("audit_events"); strings.Contains(rows, "Hemlig") || strings.Contains(rows, "Gammalt") || strings.Contains(rows, "090-99") || !strings.Contains(rows, "xx") {
				t.Error("the traces hold the name")
			}
			var shown map[string]accounts.Shown
			must(t, a.db.Read(t.Context(), func(tx *gorm.DB) (err error) {
				shown, err = a.s.Shown(tx, u.ID, id.New())
				return err
			}))
			if len(shown) != 1 || shown[u.ID].Name != "" || shown[u.ID].Role.En != "Officer, ifn" {
				t.Errorf("%+v", shown)
			}
		})
		a.run(t, "is whole for the person", func(t *testing.T) {
			me := a.do("GET", "/users/me", nil, "Authorization", officer).want(200, "")
			p := a.do("GET", "/users/me/profile", nil, "Authorization", officer).want(200, "")
			if !strings.Contains(me.Body, "Hemlig Person") || !strings.Contains(p.Body, "090-99 99 99") {
				t.Errorf("%s\n%s", me.Body, p.Body)
			}
		})
		a.run(t, "survives that others change what they see", func(t *testing.T) {
			a.change(admin, read[accounts.View](a.do("GET", "/users/"+u.ID, nil, "Authorization", admin)), func(in *accounts.Input) { in.Lang = "en" }).want(200, "")

			p := read[accounts.ProfileView](a.do("GET", "/users/me/profile", nil, "Authorization", officer).want(200, ""))
			if p.Name != "Hemlig Person" || p.Email != "officer@demo.example" || p.Lang != "en" {
				t.Errorf("%+v", p)
			}
			a.tryToSignIn("officer@demo.example", password).want(201, "")
		})
		a.run(t, "is taken away by the person alone", func(t *testing.T) {
			seen := read[accounts.View](a.do("GET", "/users/"+u.ID, nil, "Authorization", admin))
			a.change(admin, seen, func(in *accounts.Input) { in.Protected = false }).want(422, "invalid")
			a.profile(officer, func(in *accounts.ProfileInput) { in.PublicName = true }).want(422, "invalid")

			a.profile(officer, func(in *accounts.ProfileInput) { in.Protected = false }).want(200, "")

			if got := a.do("GET", "/users/"+u.ID, nil, "Authorization", admin).want(200, ""); !strings.Contains(got.Body, "Hemlig Person") {
				t.Error(got.Body)
			}
		})
	})
}

func TestPersonalData(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		a.s.Pieces = []accounts.Piece{{Name: "notes",
			Read:  func(_ *gorm.DB, userID string) (any, error) { return map[string]string{"of": userID}, nil },
			Erase: func(tx *gorm.DB, userID string) error { return tx.Exec("DELETE FROM signin_attempts").Error },
		}}
		admin, officer := a.signIn(auth.Admin).access(), a.signIn(auth.Officer)
		u := a.user(auth.Officer)
		at := "/users/" + u.ID + "/personal-data"

		a.run(t, "are for the person and for administrators, who leave a trace", func(t *testing.T) {
			a.do("GET", at, nil).want(401, "signInNeeded")
			a.do("GET", at, nil, "Authorization", a.signIn(auth.Coordinator).access()).want(403, "forbidden")
			a.do("GET", "/users/"+id.New()+"/personal-data", nil, "Authorization", admin).want(404, "notFound")

			mine := a.do("GET", at, nil, "Authorization", officer.access()).want(200, "")
			a.do("GET", at, nil, "Authorization", admin).want(200, "")

			var p accounts.PersonalData
			must(t, json.Unmarshal([]byte(mine.Body), &p))
			if p.Account.Email != "officer@demo.example" || len(p.Sessions) == 0 || !strings.Contains(mine.Body, `"of":"`+u.ID+`"`) {
				t.Errorf("%s", mine.Body)
			}
			if strings.Contains(mine.Body, "argon") {
				t.Error("the hash of the password is given out")
			}
			if n := strings.Count(a.dump("audit_events"), "object_type:personalData"); n != 2 {
				t.Errorf("%d readings were traced", n)
			}
		})
		a.run(t, "are erased by administrators, with the version that was read", func(t *testing.T) {
			a.do("DELETE", at, nil, "Authorization", officer.access()).want(403, "forbidden")
			a.do("DELETE", at, nil, "Authorization", a.signIn(auth.Coordinator).access()).want(403, "forbidden")
			a.do("DELETE", at, nil, "Authorization", admin).want(428, "versionRequired")
			a.do("DELETE", at, nil, "Authorization", admin, "If-Match", `"9.x"`).want(412, "stale")
			me := a.user(auth.Admin)
			a.do("DELETE", "/users/"+me.ID+"/personal-data", nil, "Authorization", admin, "If-Match", `"1.x"`).want(409, "lastAdmin")
			a.tryToSignIn("officer@demo.example", password).want(201, "")
		})
		a.run(t, "leave a role, and what was done in it", func(t *testing.T) {
			a.trace(u.ID)
			must(t, audit.Seal(t.Context(), a.db, a.clock, slog.New(slog.NewTextHandler(io.Discard, nil))))
			before := strings.Count(a.dump("audit_events"), u.ID)
			etag := a.do("GET", at, nil, "Authorization", admin).want(200, "").Header.Get("ETag")

			a.do("DELETE", at, nil, "Authorization", admin, "If-Match", etag).want(204, "")

			for _, table := range []string{"users", "sessions", "account_links", "account_notices", "audit_events", "outbox_messages"} {
				if rows := a.dump(table); strings.Contains(rows, "officer@demo") || strings.Contains(rows, "Demo: handläggare") || strings.Contains(rows, "Gammalt") {
					t.Errorf("%s still tells: %s", table, rows)
				}
			}
			if strings.Contains(a.dump("sessions"), u.ID) || strings.Count(a.dump("audit_events"), u.ID) <= before {
				t.Error("sessions are left, or traces are not")
			}
			verdict, err := audit.Verify(t.Context(), a.db, nil, func(f audit.Fault) { t.Error(f) }, func(string) {})
			if must(t, err); verdict.Erased == 0 || verdict.Faults != 0 || verdict.Events < 5 {
				t.Errorf("the record does not verify: %+v", verdict)
			}
			got := read[accounts.View](a.do("GET", "/users/"+u.ID, nil, "Authorization", admin).want(200, ""))
			if got.Name != "Tidigare handläggare, ifn" || got.RoleWords.En != "Former officer, ifn" || got.Email != "" || got.Active || got.ErasedAt == nil {
				t.Errorf("%+v", got)
			}
			if _, edits := got.Links["edit"]; edits {
				t.Error("somebody who is forgotten can be changed")
			}
			a.tryToSignIn("officer@demo.example", password).want(401, "credentialsWrong")
			a.renew(officer.cookie()).want(401, "tokenInvalid")
			a.do("POST", "/users", map[string]any{}, "Authorization", officer.access()).want(401, "tokenInvalid")
			a.do("DELETE", at, nil, "Authorization", admin, "If-Match", `"2.x"`).want(409, "erased")
			a.do("POST", "/users", newUser("officer@demo.example"), "Authorization", admin).want(201, "")
		})
	})
}
