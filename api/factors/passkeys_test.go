package factors_test

import (
	"strings"
	"testing"
	"time"

	"envagin/api/testkit"
)

func TestAPasskeyIsAWholeSignIn(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		partner, phone := s.signIn("partner"), newDevice()

		s.Run(t, "the first comes with recovery codes", func(t *testing.T) {
			made := s.addKey(partner, phone).Want(201).Object()

			if codes, _ := made["recoveryCodes"].([]any); len(codes) != 10 {
				t.Error(made)
			}
			s.wantLetter("partner", "En ny inloggningsnyckel lades till")
		})
		s.Run(t, "who holds it is let in without a password", func(t *testing.T) {
			session := s.byKey(phone).Want(201)

			me := s.Get("/users/me", bearer(tokenOf(session))).Want(200).Object()
			if me["email"] != email("partner") {
				t.Error(me)
			}
			if !strings.Contains(session.Header.Get("Set-Cookie"), "HttpOnly") {
				t.Error(session.Header)
			}
		})
		s.Run(t, "another can be added, and tells no codes again", func(t *testing.T) {
			d := newDevice()
			made := s.addKey(partner, d).Want(201).Object()
			if made["recoveryCodes"] != nil {
				t.Error(made)
			}
			s.byKey(d).Want(201)
		})
		s.Run(t, "the password alone is no longer enough", func(t *testing.T) {
			s.password("partner").Want(202)
		})
		s.Run(t, "it is a second step after the password", func(t *testing.T) {
			token := s.pending("partner")
			c := challengeOf(s.Do("POST", "/passkey-challenges", object{"token": token}).Want(201))
			if !strings.Contains(string(c.Options), "allowCredentials") {
				t.Errorf("%s", c.Options)
			}
			answer := object{"challengeId": c.ID, "token": token, "credential": phone.sign(t, c)}

			s.Do("POST", "/passkey-sessions", answer).Want(201)

			s.Do("POST", "/passkey-sessions", answer).WantProblem(409, "challengeOver")
		})
		s.Run(t, "its owner names it and removes it", func(t *testing.T) {
			at := "/users/me/passkeys/" + phone.id
			s.Do("PUT", at, object{"name": "Åsas nyckel"}, partner).WantProblem(428, "versionRequired")
			s.Do("PUT", at, object{"name": " "}, partner, testkit.IfMatch(`"1"`)).WantProblem(422, "invalid", "name")
			s.Do("PUT", at, object{"name": "Nyckelknippan"}, partner, testkit.IfMatch(`"1"`)).Want(200)
			s.Do("DELETE", at, nil, partner, testkit.IfMatch(`"1"`)).WantProblem(412, "stale")
			if items := s.Get("/users/me/passkeys", partner).Want(200).Items(); len(items) != 2 || items[0]["name"] != "Nyckelknippan" || items[0]["lastUsedAt"] == nil {
				t.Error(items)
			}
			s.Do("DELETE", at, nil, s.signIn("officer"), testkit.IfMatch(`"2"`)).WantProblem(404, "notFound")

			s.Do("DELETE", at, nil, partner, testkit.IfMatch(`"2"`)).Want(204)

			s.byKey(phone).WantProblem(401, "passkeyRefused")
		})
	})
}

func TestAPasskeyThatIsNotRightLetsNobodyIn(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		phone, others := newDevice(), newDevice()
		partner := s.signIn("partner")
		s.addKey(partner, phone).Want(201)
		s.addKey(s.signIn("officer"), others).Want(201)
		refused := func(t *testing.T, name string, change func(d *device)) {
			t.Helper()
			s.Run(t, name, func(t *testing.T) {
				d := *phone
				change(&d)
				s.byKey(&d).WantProblem(401, "passkeyRefused")
			})
		}

		refused(t, "made for a page of another site", func(d *device) { d.party.Origin = "http://localhost:8081" })
		refused(t, "made for a page that only looks like ours", func(d *device) { d.party.Origin = "https://localhost:8080" })
		refused(t, "made for another site", func(d *device) { d.party.ID = "example.org" })
		refused(t, "without the device having asked who it is", func(d *device) { d.Authenticator.Options.UserNotVerified = true })
		refused(t, "without anyone there", func(d *device) { d.Authenticator.Options.UserNotPresent = true })
		refused(t, "signed by another key", func(d *device) { d.key.Key = testkit.NewPasskey().Key })
		refused(t, "of nobody's", func(d *device) { d.key = testkit.NewPasskey() })
		refused(t, "that claims to be another person's", func(d *device) { d.Authenticator.Options.UserHandle = others.Options.UserHandle })
		refused(t, "that says nothing of whose it is", func(d *device) { d.Authenticator.Options.UserHandle = nil })

		s.Run(t, "an answer that is sent twice", func(t *testing.T) {
			c := s.challenge()
			answer := object{"challengeId": c.ID, "credential": phone.sign(t, c)}
			s.Do("POST", "/passkey-sessions", answer).Want(201)
			s.Do("POST", "/passkey-sessions", answer).WantProblem(409, "challengeOver")
		})
		s.Run(t, "an answer to a challenge that was used for a wrong one", func(t *testing.T) {
			c := s.challenge()
			s.Do("POST", "/passkey-sessions", object{"challengeId": c.ID, "credential": object{"id": "x"}}).WantProblem(401, "passkeyRefused")
			s.Do("POST", "/passkey-sessions", object{"challengeId": c.ID, "credential": phone.sign(t, c)}).WantProblem(409, "challengeOver")
		})
		s.Run(t, "an answer to another challenge", func(t *testing.T) {
			one, two := s.challenge(), s.challenge()
			s.Do("POST", "/passkey-sessions", object{"challengeId": one.ID, "credential": phone.sign(t, two)}).WantProblem(401, "passkeyRefused")
		})
		s.Run(t, "an answer that is too late", func(t *testing.T) {
			c := s.challenge()
			s.Later(5 * time.Minute)
			s.Do("POST", "/passkey-sessions", object{"challengeId": c.ID, "credential": phone.sign(t, c)}).WantProblem(409, "challengeOver")
		})
		s.Run(t, "another person's key as the second step", func(t *testing.T) {
			token := s.pending("partner")
			c := challengeOf(s.Do("POST", "/passkey-challenges", object{"token": token}).Want(201))
			s.Do("POST", "/passkey-sessions", object{"challengeId": c.ID, "token": token, "credential": others.sign(t, c)}).WantProblem(401, "passkeyRefused")
		})
		s.Run(t, "a challenge of another person's sign-in", func(t *testing.T) {
			mine, theirs := s.pending("officer"), s.pending("partner")
			c := challengeOf(s.Do("POST", "/passkey-challenges", object{"token": mine}).Want(201))
			s.Do("POST", "/passkey-sessions", object{"challengeId": c.ID, "token": theirs, "credential": others.sign(t, c)}).WantProblem(401, "passkeyRefused")
			c = challengeOf(s.Do("POST", "/passkey-challenges", object{"token": mine}).Want(201))
			s.Do("POST", "/passkey-sessions", object{"challengeId": c.ID, "token": theirs, "credential": phone.sign(t, c)}).WantProblem(401, "passkeyRefused")
		})
		s.Run(t, "a challenge for adding a key, used for signing in", func(t *testing.T) {
			partner := bearer(tokenOf(s.byKey(phone).Want(201)))
			c := challengeOf(s.Do("POST", "/users/me/passkey-challenges", object{}, partner).Want(201))
			s.Do("POST", "/passkey-sessions", object{"challengeId": c.ID, "credential": phone.sign(t, s.challenge())}).WantProblem(409, "challengeOver")
		})
		s.Run(t, "from a page of another site", func(t *testing.T) {
			elsewhere := testkit.Header("Origin", "https://evil.example")
			s.Do("POST", "/passkey-challenges", object{}, elsewhere).WantProblem(403, "forbidden")
			s.Do("POST", "/passkey-sessions", object{"challengeId": "", "credential": object{}}, elsewhere).WantProblem(403, "forbidden")
			s.Do("POST", "/second-factors", object{"token": "", "code": ""}, elsewhere).WantProblem(403, "forbidden")
		})
		s.Run(t, "while the one that is right goes on", func(t *testing.T) { s.byKey(phone).Want(201) })
	})
}

func TestAPasskeyIsAddedOnlyAsItWasAskedFor(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		partner := s.signIn("partner")
		refused := func(t *testing.T, name string, change func(d *device)) {
			t.Helper()
			s.Run(t, name, func(t *testing.T) {
				d := newDevice()
				change(d)
				s.addKey(partner, d).WantProblem(422, "invalid", "credential")
			})
		}

		refused(t, "not for another origin", func(d *device) { d.party.Origin = "https://evil.example" })
		refused(t, "not for another site", func(d *device) { d.party.ID = "evil.example" })
		refused(t, "not without the device having asked who it is", func(d *device) { d.Options.UserNotVerified = true })

		s.Run(t, "not by another person's challenge", func(t *testing.T) {
			d := newDevice()
			c := challengeOf(s.Do("POST", "/users/me/passkey-challenges", object{}, partner).Want(201))
			s.Do("POST", "/users/me/passkeys", object{"challengeId": c.ID, "name": "X", "credential": d.make(t, c)}, s.signIn("officer")).WantProblem(409, "challengeOver")
		})
		s.Run(t, "not twice, and not to two persons", func(t *testing.T) {
			d := newDevice()
			s.addKey(partner, d).Want(201)
			s.addKey(partner, d).WantProblem(409, "duplicate")
			s.addKey(s.signIn("officer"), d).WantProblem(409, "duplicate")
			s.password("officer").Want(201)
		})
		s.Run(t, "and what is in the answer is read strictly around it", func(t *testing.T) {
			c := challengeOf(s.Do("POST", "/users/me/passkey-challenges", object{}, partner).Want(201))
			s.Do("POST", "/users/me/passkeys", object{"challengeId": c.ID, "name": "X", "credential": nil}, partner).WantProblem(422, "invalid", "credential")
			s.Do("POST", "/users/me/passkeys", object{"challengeId": c.ID, "name": "X", "userId": "me"}, partner).WantProblem(400, "unknownField")
		})
	})
}

func TestACopiedPasskeyIsStopped(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		partner, phone := s.signIn("partner"), newDevice()
		phone.key.Counter = 7
		s.addKey(partner, phone).Want(201)
		copied := *phone
		phone.key.Counter = 9
		s.byKey(phone).Want(201)

		copied.key.Counter = 8
		s.byKey(&copied).WantProblem(401, "passkeyRefused")

		s.wantLetter("partner", "En inloggningsnyckel stoppades")
		phone.key.Counter = 10
		s.byKey(phone).WantProblem(401, "passkeyRefused")
		if items := s.Get("/users/me/passkeys", partner).Want(200).Items(); items[0]["stopped"] != true {
			t.Error(items)
		}
		s.password("partner").Want(201) // a key that lets nobody in is no second step
		if !strings.Contains(s.rows("audit_events"), "stopPasskey") {
			t.Error("no trace")
		}
	})
}
