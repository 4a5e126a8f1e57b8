package factors

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

type handler struct {
	api  *httpx.API
	s    *Service
	door accounts.Door
}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service, door accounts.Door) {
	h := handler{api, s, door}
	api.Open(http.MethodPost, "/second-factors", h.second)
	api.Open(http.MethodPost, "/passkey-challenges", h.challenge)
	api.Open(http.MethodPost, "/passkey-sessions", h.signIn)
	api.GET("/users/me/totp", h.state)
	api.POST("/users/me/totp", h.setUp)
	api.PUT("/users/me/totp", h.confirm)
	api.DELETE("/users/me/totp", h.remove)
	api.POST("/users/me/recovery-codes", h.renewCodes)
	api.GET("/users/me/passkeys", h.list)
	api.POST("/users/me/passkeys", h.add)
	api.POST("/users/me/passkey-challenges", h.challengeToAdd)
	api.PUT("/users/me/passkeys/:passkeyId", h.rename)
	api.DELETE("/users/me/passkeys/:passkeyId", h.removeKey)
	api.DELETE("/users/:id/factors", h.reset)
}

const (
	totpPath     = "/users/me/totp"
	codesPath    = "/users/me/recovery-codes"
	passkeysPath = "/users/me/passkeys"
)

// once answers with what is shown this time only.
func (h handler) once(c echo.Context, status int, at string, view any) error {
	httpx.ShownOnce(c)
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	if status == http.StatusCreated {
		c.Response().Header().Set(echo.HeaderLocation, h.api.Link(http.MethodGet, at).Href)
	}
	return c.JSON(status, view)
}

func (h handler) stateView(s State) View {
	links := h.api.Self(totpPath)
	links.Allow(s.Pending, "confirm", h.api.Link(http.MethodPut, totpPath))
	links.Allow(s.TOTP.Secret != "" && s.mayRemove(s.Passkeys == 0), "delete", h.api.Link(http.MethodDelete, totpPath))
	links.Allow(s.any(), "renewCodes", h.api.Link(http.MethodPost, codesPath))
	return s.view(links)
}

// second takes the second step of a sign-in.
//
// @Summary     Take the second step of a sign-in
// @Description A code from the app, or a recovery code, for a sign-in whose password was right. Each code lets in once. Wrong codes make the next try wait (429, Retry-After); after five the sign-in begins anew.
// @Tags        factors
// @ID          createSecondFactor
// @Param       body body SecondInput true "The sign-in's token, and the code"
// @Success     201 {object} accounts.SessionView "The session, with an access token of five minutes"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /second-factors [post]
func (h handler) second(c echo.Context) error {
	if err := h.door.SameOrigin(c); err != nil {
		return err
	}
	in, err := httpx.Body[SecondInput](c)
	if err != nil {
		return err
	}
	issued, err := h.s.Second(c.Request().Context(), in.Token, in.Code, h.door.Device(c))
	if err != nil {
		return err
	}
	return h.door.Answer(c, http.StatusCreated, issued)
}

// state tells how one stands.
//
// @Summary     Read your second step
// @Description Whether codes from an app are in use, how many passkeys and recovery codes there are, and whether your role must have a second step.
// @Tags        factors
// @ID          getTotp
// @Security    Bearer
// @Success     200 {object} View "How you stand"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/totp [get]
func (h handler) state(c echo.Context) error {
	state, err := h.s.State(c.Request().Context(), httpx.User(c))
	if err != nil {
		return err
	}
	return h.api.OK(c, 0, h.stateView(state), Family)
}

// setUp begins with an app.
//
// @Summary     Begin with codes from an app
// @Description Gives a secret, once, that counts when a code from it has been sent with PUT within half an hour. An app that is in use stays so until then. Needs a recent sign-in (403, recentSignInNeeded).
// @Tags        factors
// @ID          createTotp
// @Security    Bearer
// @Param       body body SetupInput true "Nothing: an empty object"
// @Success     201 {object} SetupView "What the app is given"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/totp [post]
func (h handler) setUp(c echo.Context) error {
	if _, err := httpx.Body[SetupInput](c); err != nil {
		return err
	}
	setup, err := h.s.SetUp(c.Request().Context(), httpx.User(c))
	if err != nil {
		return err
	}
	return h.once(c, http.StatusCreated, totpPath, SetupView{setup.Secret, setup.URI, setup.Image, int(pendingLife.Seconds())})
}

// confirm takes the app into use.
//
// @Summary     Confirm codes from an app
// @Description The first code from the app that was begun with. Answers new recovery codes, once; older ones end. The first second step ends your other sessions.
// @Tags        factors
// @ID          confirmTotp
// @Security    Bearer
// @Param       body body CodeInput true "What the app shows"
// @Success     200 {object} CodesView "New recovery codes"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/totp [put]
func (h handler) confirm(c echo.Context) error {
	in, err := httpx.Body[CodeInput](c)
	if err != nil {
		return err
	}
	codes, err := h.s.Confirm(c.Request().Context(), httpx.User(c), in.Code)
	if err != nil {
		return err
	}
	return h.once(c, http.StatusOK, totpPath, CodesView{codes})
}

// remove takes the app away.
//
// @Summary     Remove codes from an app
// @Description Takes the app away, and the recovery codes when it was the last second step. Refused (409, secondFactorRequired) when your role must have one.
// @Tags        factors
// @ID          deleteTotp
// @Security    Bearer
// @Success     204 "The app's codes no longer count"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/totp [delete]
func (h handler) remove(c echo.Context) error {
	if err := h.s.Remove(c.Request().Context(), httpx.User(c)); err != nil {
		return err
	}
	return httpx.Deleted(c)
}

// renewCodes gives new recovery codes.
//
// @Summary     Make new recovery codes
// @Description Ten codes, shown once, in the place of those before. Each lets in once when there is nothing else.
// @Tags        factors
// @ID          createRecoveryCodes
// @Security    Bearer
// @Param       body body CodesInput true "Nothing: an empty object"
// @Success     201 {object} CodesView "New recovery codes"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/recovery-codes [post]
func (h handler) renewCodes(c echo.Context) error {
	if _, err := httpx.Body[CodesInput](c); err != nil {
		return err
	}
	codes, err := h.s.RenewCodes(c.Request().Context(), httpx.User(c))
	if err != nil {
		return err
	}
	return h.once(c, http.StatusCreated, totpPath, CodesView{codes})
}

// reset takes away another's factors.
//
// @Summary     Take away a person's second step
// @Description For administrators: removes a person's app, recovery codes and passkeys and ends their sessions, so that who has lost them can begin again by the password. The person is told by mail.
// @Tags        factors
// @ID          deleteUserFactors
// @Security    Bearer
// @Param       id path string true "The user's id"
// @Success     204 "The person signs in by the password alone"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/{id}/factors [delete]
func (h handler) reset(c echo.Context) error {
	user := httpx.User(c)
	if err := mayReset(user); err != nil {
		return err
	}
	userID, err := httpx.ID(c, "id", userType)
	if err != nil {
		return err
	}
	if err := h.s.Reset(c.Request().Context(), user, userID); err != nil {
		return err
	}
	return httpx.Deleted(c)
}

// signedIn gives the one who asks, when it is a person.
func signedIn(c echo.Context) (auth.User, error) {
	user := httpx.User(c)
	return user, mayKeep(user)
}
