package factors_test

import (
	"bytes"
	"encoding/base64"
	"image/png"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"envagin/api/app"
	"envagin/api/platform/auth"
	"envagin/api/testkit"
)

func TestCodesFromAnApp(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		other := s.signIn("officer")
		officer := s.signIn("officer")

		s.Run(t, "begin with a picture, and count once a code was shown", func(t *testing.T) {
			setup := s.Do("POST", "/users/me/totp", object{}, officer).Want(201).Object()

			secret, _ := setup["secret"].(string)
			image, _ := setup["image"].(string)
			raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(image, "data:image/png;base64,"))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := png.Decode(bytes.NewReader(raw)); err != nil {
				t.Error(err)
			}
			uri, _ := setup["uri"].(string)
			if !strings.HasPrefix(uri, "otpauth://totp/") || !strings.Contains(uri, secret) || strings.Contains(uri, "+") {
				t.Error(uri)
			}
			s.password("officer").Want(201) // not yet
			s.Do("PUT", "/users/me/totp", object{"code": s.wrong(secret)}, officer).WantProblem(422, "invalid", "code")
			s.password("officer").Want(201)
		})

		secret, codes := s.addApp(officer)

		s.Run(t, "end the sessions that the password alone began, but this one", func(t *testing.T) {
			s.Do("POST", "/users/me/totp", object{}, other).WantProblem(401, "tokenInvalid")
			s.Get("/users/me", officer).Want(200)
		})
		s.Run(t, "tell the owner by mail", func(t *testing.T) { s.wantLetter("officer", "En ny inloggningsnyckel lades till") })
		s.Run(t, "are asked for after the password", func(t *testing.T) {
			answer := s.password("officer").Want(202)

			if answer.Header.Get("Set-Cookie") != "" {
				t.Error("a cookie before the second step")
			}
			if methods := answer.Object()["methods"]; len(methods.([]any)) != 2 {
				t.Error(methods)
			}
			session := s.second(answer.Object()["token"].(string), s.code(secret, 0)).Want(201)
			s.Get("/users/me", bearer(tokenOf(session))).Want(200)
		})
		s.Run(t, "let in once each", func(t *testing.T) {
			s.second(s.pending("officer"), s.code(secret, 0)).WantProblem(401, "codeWrong")
			s.second(s.pending("officer"), s.code(secret, -1)).WantProblem(401, "codeWrong")
			s.second(s.pending("officer"), s.code(secret, 1)).Want(201)
			s.Later(time.Minute)
		})
		s.Run(t, "are half a minute late or early at most", func(t *testing.T) {
			s.second(s.pending("officer"), s.code(secret, -2)).WantProblem(401, "codeWrong")
			s.second(s.pending("officer"), s.code(secret, 2)).WantProblem(401, "codeWrong")
			s.Later(time.Minute)
			s.second(s.pending("officer"), s.code(secret, -1)).Want(201)
			s.Later(time.Minute)
		})
		s.Run(t, "are kept sealed, and recovery codes as slow hashes", func(t *testing.T) {
			kept := s.rows("totps", "recovery_codes", "audit_events", "pending_sign_ins", "idempotency_keys")
			for _, shown := range append(codes, secret, strings.ReplaceAll(codes[0], "-", "")) {
				if strings.Contains(kept, shown) {
					t.Errorf("%s is kept as it is", shown)
				}
			}
			if !strings.Contains(kept, "addTotp") {
				t.Error("no trace")
			}
		})
		s.Run(t, "are another person's own", func(t *testing.T) {
			s.second(s.pending("officer"), s.code(s.other(t), 0)).WantProblem(401, "codeWrong")
		})
		s.Run(t, "can be moved to a new telephone, and the old one counts until then", func(t *testing.T) {
			s.Later(time.Minute)
			again := bearer(tokenOf(s.second(s.pending("officer"), s.code(secret, 0)).Want(201)))
			next, _ := s.Do("POST", "/users/me/totp", object{}, again).Want(201).Object()["secret"].(string)
			s.Later(time.Minute)

			s.second(s.pending("officer"), s.code(next, 0)).WantProblem(401, "codeWrong")
			s.second(s.pending("officer"), s.code(secret, 0)).Want(201)
			s.Do("PUT", "/users/me/totp", object{"code": s.code(next, 0)}, again).Want(200)
			s.Later(time.Minute)
			s.second(s.pending("officer"), s.code(secret, 0)).WantProblem(401, "codeWrong")
			s.second(s.pending("officer"), s.code(next, 0)).Want(201)
		})
	})
}

// other is the secret of another person's app.
func (s *story) other(t *testing.T) string {
	t.Helper()
	secret, _ := s.addApp(s.signIn("expert"))
	return secret
}

func TestRecoveryCodes(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		member := s.signIn("member")
		s.Do("POST", "/users/me/recovery-codes", object{}, member).WantProblem(409, "noSecondFactor")

		_, codes := s.addApp(member)

		s.Run(t, "are ten, and let in once each however they are typed", func(t *testing.T) {
			if len(codes) != 10 {
				t.Fatal(codes)
			}
			s.second(s.pending("member"), " "+strings.ToUpper(strings.ReplaceAll(codes[3], "-", " "))).Want(201)
			s.second(s.pending("member"), codes[3]).WantProblem(401, "codeWrong")
			s.wantLetter("member", "En reservkod användes")
		})
		s.Run(t, "are counted", func(t *testing.T) {
			if got := s.Get("/users/me/totp", member).Want(200).Object()["recoveryCodesLeft"]; got != 9.0 {
				t.Error(got)
			}
		})
		s.Run(t, "end when there are new ones", func(t *testing.T) {
			var fresh struct{ Codes []string }
			s.Do("POST", "/users/me/recovery-codes", object{}, member).Want(201).Into(&fresh)

			s.second(s.pending("member"), codes[0]).WantProblem(401, "codeWrong")
			s.second(s.pending("member"), fresh.Codes[0]).Want(201)
		})
		s.Run(t, "are given once, though the request be sent again", func(t *testing.T) {
			key := testkit.Header("Idempotency-Key", "a key of the client's")
			given := s.Do("POST", "/users/me/recovery-codes", object{}, member, key).Want(201)

			s.Do("POST", "/users/me/recovery-codes", object{}, member, key).WantProblem(409, "answeredOnce")

			var fresh struct{ Codes []string }
			given.Into(&fresh)
			if strings.Contains(s.rows("idempotency_keys"), fresh.Codes[0]) {
				t.Error("the answer is kept")
			}
			s.second(s.pending("member"), fresh.Codes[0]).Want(201)
		})
		s.Run(t, "go with the last second step", func(t *testing.T) {
			s.Do("DELETE", "/users/me/totp", nil, member).Want(204)

			s.password("member").Want(201)
			if kept := s.rows("recovery_codes", "totps"); kept != "" {
				t.Error(kept)
			}
			s.Do("DELETE", "/users/me/totp", nil, member).WantProblem(404, "notFound")
		})
	})
}

func TestTriesAreCountedAndNobodyIsLockedOut(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		secret, _ := s.addApp(s.signIn("officer"))

		s.Run(t, "a sign-in ends after five wrong codes", func(t *testing.T) {
			token := s.pending("officer")
			for range 5 {
				answer := s.second(token, s.wrong(secret))
				if answer.Status == 429 {
					s.Later(time.Minute)
					answer = s.second(token, s.wrong(secret))
				}
				answer.WantProblem(401, "codeWrong")
			}
			s.second(token, s.code(secret, 0)).WantProblem(401, "signInAgain")
		})
		s.Run(t, "many wrong codes make the next one wait", func(t *testing.T) {
			waited := false
			for range 4 {
				s.Later(time.Minute)
				answer := s.password("officer")
				if answer.Status != 202 {
					waited = true
					break
				}
				token, _ := answer.Object()["token"].(string)
				for range 5 {
					waited = waited || s.second(token, s.wrong(secret)).Status == 429
				}
			}
			if !waited {
				t.Error("nobody was told to wait")
			}
		})
		s.Run(t, "and the right one lets in after that", func(t *testing.T) {
			s.Later(10 * time.Minute)
			s.second(s.pending("officer"), s.code(secret, 0)).Want(201)
		})
		s.Run(t, "a token that nobody gave is refused", func(t *testing.T) {
			s.second("nothing", s.code(secret, 1)).WantProblem(401, "signInAgain")
			s.second("", "").WantProblem(422, "invalid", "code")
		})
	})
}

func TestChangesNeedARecentSignIn(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		answer := s.password("officer").Want(201)
		cookie := testkit.Header("Cookie", strings.Split(answer.Header.Get("Set-Cookie"), ";")[0])
		s.Later(16 * time.Minute)
		old := bearer(tokenOf(s.Do("POST", "/session-renewals", nil, cookie).Want(200)))

		for _, try := range [][2]string{{"POST", "/users/me/totp"}, {"POST", "/users/me/recovery-codes"}, {"POST", "/users/me/passkey-challenges"}} {
			s.Do(try[0], try[1], object{}, old).WantProblem(403, "recentSignInNeeded")
		}
		s.Do("PUT", "/users/me/totp", object{"code": "123456"}, old).WantProblem(403, "recentSignInNeeded")
		s.Do("DELETE", "/users/me/totp", nil, old).WantProblem(403, "recentSignInNeeded")
	})
}

func TestAnAdministratorHelpsWhoHasLostEverything(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		officer := s.signIn("officer")
		s.addApp(officer)
		s.addKey(officer, newDevice()).Want(201)
		id := s.Get("/users/me", officer).ID()

		s.Do("DELETE", "/users/"+id+"/factors", nil, s.As("coordinator")).WantProblem(403, "forbidden")
		s.Do("DELETE", "/users/"+id+"/factors", nil, s.As("admin")).Want(204)

		s.wantLetter("officer", "Din inloggning har ändrats")
		s.Do("POST", "/users/me/totp", object{}, officer).WantProblem(401, "tokenInvalid")
		s.password("officer").Want(201)
		if kept := s.rows("totps", "recovery_codes", "passkeys"); kept != "" {
			t.Error(kept)
		}
		if !strings.Contains(s.rows("audit_events"), "resetFactors") {
			t.Error("no trace")
		}
		s.Do("DELETE", "/users/"+id+"/factors", nil, s.As("admin")).WantProblem(409, "noSecondFactor")
		s.Do("DELETE", "/users/0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11/factors", nil, s.As("admin")).WantProblem(404, "notFound")
	})
}

func TestARoleThatMustHaveASecondStepIsWithheldUntilItHas(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			a := testkit.StartWith(t, testkit.NewDatabase(t, dialect), func(c *app.Config) { c.RequireSecondFactor = []auth.RoleName{auth.Coordinator} })
			s := &story{a}
			coordinator := s.signIn("coordinator")
			body := object{"key": "ny", "kind": "unit", "nameSv": "Ny", "nameEn": "New", "parentId": s.Body("ifn")}

			s.Run(t, "writes and reads of the role are refused, and tell what to do", func(t *testing.T) {
				s.Do("POST", "/boards", body, coordinator).WantProblem(403, "secondFactorNeeded")
				s.Get("/users", coordinator).WantProblem(403, "secondFactorNeeded")
			})
			s.Run(t, "what everyone reads is read, and the account is one's own", func(t *testing.T) {
				s.Get("/boards", coordinator).Want(200)
				s.Get("/users/me", coordinator).Want(200)
				state := s.Get("/users/me/totp", coordinator).Want(200).Object()
				if state["required"] != true || state["withheld"] != true {
					t.Error(state)
				}
			})
			s.Run(t, "others are as they were", func(t *testing.T) {
				s.Get("/users", s.signIn("admin")).Want(200)
			})
			s.Run(t, "with a second step the role is in force, and the last one stays", func(t *testing.T) {
				s.addApp(coordinator)

				s.Do("POST", "/boards", body, coordinator).Want(201)
				s.Do("DELETE", "/users/me/totp", nil, coordinator).WantProblem(409, "secondFactorRequired")
				d := newDevice()
				s.addKey(coordinator, d).Want(201)
				s.Do("DELETE", "/users/me/totp", nil, coordinator).Want(204)
				s.Do("DELETE", "/users/me/passkeys/"+d.id, nil, coordinator, testkit.IfMatch(`"1"`)).WantProblem(409, "secondFactorRequired")
			})
		})
	}
}

func TestSecondStepsSurviveAnExchangeOfKeys(t *testing.T) {
	t.Parallel()
	const old, fresh = "b2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2w=", "bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmU="
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			database := testkit.NewDatabase(t, dialect)
			var secret string
			keys := func(keys string) func(*app.Config) { return func(c *app.Config) { c.SigningKey = keys } }
			t.Run("set up with the old key", func(t *testing.T) {
				s := &story{testkit.StartWith(t, database, keys(old))}
				secret, _ = s.addApp(s.signIn("officer"))
			})
			t.Run("started once with both", func(t *testing.T) {
				s := &story{testkit.StartAgain(t, database, keys(fresh+","+old))}
				s.Later(time.Hour)
				s.second(s.pending("officer"), s.code(secret, 0)).Want(201)
			})
			t.Run("used with the new one alone", func(t *testing.T) {
				s := &story{testkit.StartAgain(t, database, keys(fresh))}
				s.Later(2 * time.Hour)
				s.second(s.pending("officer"), s.code(secret, 0)).Want(201)
			})
			t.Run("refused with another, and nothing is told", func(t *testing.T) {
				s := &story{testkit.StartAgain(t, database, keys(old))}
				s.Later(3 * time.Hour)
				s.second(s.pending("officer"), s.code(secret, 0)).WantProblem(500, "internal")
			})
		})
	}
}

func TestOfManyAtOnceOneIsLetIn(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, s *story) {
		secret, codes := s.addApp(s.signIn("officer"))
		for name, code := range map[string]string{"by a code from the app": s.code(secret, 0), "by a recovery code": codes[0]} {
			s.Run(t, name, func(t *testing.T) {
				var tokens [4]string
				for i := range tokens {
					tokens[i] = s.pending("officer")
				}
				var in atomic.Int32
				var all sync.WaitGroup
				for _, token := range tokens {
					all.Go(func() {
						if s.second(token, code).Status == http.StatusCreated {
							in.Add(1)
						}
					})
				}
				all.Wait()
				if in.Load() != 1 {
					t.Errorf("%d were let in", in.Load())
				}
			})
		}
	})
}
