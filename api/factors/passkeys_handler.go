package factors

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

func (h handler) challengeView(c Challenge, options any) ChallengeView {
	return ChallengeView{ID: c.ID, Options: options, ExpiresIn: int(challengeLife.Seconds())}
}

func (h handler) passkeyView(p Passkey) PasskeyView {
	at := passkeysPath + "/" + p.ID
	links := httpx.Links{"self": h.api.Link(http.MethodGet, passkeysPath)}
	h.api.Editable(links, true, at)
	return p.view(links)
}

// challenge begins to sign in by a passkey.
//
// @Summary     Begin to sign in by a passkey
// @Description What the browser is to be asked: any passkey of this site, or, with the token of a sign-in whose password was right, one of that person's. Lives five minutes and is used once.
// @Tags        factors
// @ID          createPasskeyChallenge
// @Param       body body ChallengeInput true "The sign-in's token, when the passkey is its second step"
// @Success     201 {object} ChallengeView "What to ask the browser"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /passkey-challenges [post]
func (h handler) challenge(c echo.Context) error {
	if err := h.door.SameOrigin(c); err != nil {
		return err
	}
	in, err := httpx.Body[ChallengeInput](c)
	if err != nil {
		return err
	}
	made, options, err := h.s.ChallengeToSignIn(c.Request().Context(), in.Token, c.RealIP())
	if err != nil {
		return err
	}
	return h.once(c, http.StatusCreated, "/passkey-sessions", h.challengeView(made, options))
}

// signIn takes the browser's answer.
//
// @Summary     Sign in by a passkey
// @Description What the browser answered. A passkey alone is a whole sign-in; with the token it is the second step. A passkey that seems to have been copied is stopped, and its owner told by mail.
// @Tags        factors
// @ID          createPasskeySession
// @Param       body body AssertionInput true "The challenge, and what the browser answered"
// @Success     201 {object} accounts.SessionView "The session, with an access token of five minutes"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /passkey-sessions [post]
func (h handler) signIn(c echo.Context) error {
	if err := h.door.SameOrigin(c); err != nil {
		return err
	}
	in, err := httpx.Body[AssertionInput](c)
	if err != nil {
		return err
	}
	issued, err := h.s.SignIn(c.Request().Context(), in.ChallengeID, in.Token, in.Credential, h.door.Device(c))
	if err != nil {
		return err
	}
	return h.door.Answer(c, http.StatusCreated, issued)
}

// challengeToAdd begins to add a passkey.
//
// @Summary     Begin to add a passkey
// @Description What the browser is to be asked. Lives five minutes and is used once. Needs a recent sign-in (403, recentSignInNeeded).
// @Tags        factors
// @ID          createPasskeyAddition
// @Security    Bearer
// @Param       body body AddChallengeInput true "Nothing: an empty object"
// @Success     201 {object} ChallengeView "What to ask the browser"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/passkey-challenges [post]
func (h handler) challengeToAdd(c echo.Context) error {
	if _, err := httpx.Body[AddChallengeInput](c); err != nil {
		return err
	}
	made, options, err := h.s.ChallengeToAdd(c.Request().Context(), httpx.User(c))
	if err != nil {
		return err
	}
	return h.once(c, http.StatusCreated, passkeysPath, h.challengeView(made, options))
}

type listQuery struct {
	httpx.Paging
}

// list gives one's own passkeys.
//
// @Summary     List your passkeys
// @Description By name, in Swedish order.
// @Tags        factors
// @ID          listPasskeys
// @Security    Bearer
// @Param       page  query int false "Page, from 1"
// @Param       limit query int false "Items a page, 1–100"
// @Success     200 {object} Page "A page of passkeys"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/passkeys [get]
func (h handler) list(c echo.Context) error {
	user, err := signedIn(c)
	if err != nil {
		return err
	}
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	keys, total, err := h.s.List(c.Request().Context(), user, q.Offset(), q.Limit)
	if err != nil {
		return err
	}
	page := Page{Items: make([]PasskeyView, len(keys))}
	for i, p := range keys {
		page.Items[i] = h.passkeyView(p)
	}
	page.Meta, page.Links = h.api.PageOf(c, q.Paging, total, len(keys))
	// Not by api.Get: readers share a cache there, and each must see their own.
	return h.api.OK(c, 0, page, Family)
}

// add takes a new passkey.
//
// @Summary     Add a passkey
// @Description What the browser answered. With the first second step come recovery codes, shown once, and your other sessions end.
// @Tags        factors
// @ID          createPasskey
// @Security    Bearer
// @Param       body body NewInput true "The challenge, what the browser answered, and a name"
// @Success     201 {object} AddedView "The new passkey"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/passkeys [post]
func (h handler) add(c echo.Context) error {
	in, err := httpx.Body[NewInput](c)
	if err != nil {
		return err
	}
	p, codes, err := h.s.Add(c.Request().Context(), httpx.User(c), in.ChallengeID, Passkey{Name: in.Name}, in.Credential)
	if err != nil {
		return err
	}
	return h.once(c, http.StatusCreated, passkeysPath, AddedView{h.passkeyView(p), codes})
}

// rename gives a passkey another name.
//
// @Summary     Rename a passkey
// @Description The name by which you know it.
// @Tags        factors
// @ID          replacePasskey
// @Security    Bearer
// @Param       passkeyId path string true "The passkey's id"
// @Param       body body Input true "The name"
// @Success     200 {object} PasskeyView "The passkey as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/passkeys/{passkeyId} [put]
func (h handler) rename(c echo.Context) error {
	user, ctx := httpx.User(c), c.Request().Context()
	keyID, err := h.mine(c)
	if err != nil {
		return err
	}
	in, version, err := httpx.Change[Input](c)
	if err != nil {
		return err
	}
	p, err := h.s.Rename(ctx, user, keyID, version, Passkey{Name: in.Name})
	if err != nil {
		return err
	}
	return h.api.OK(c, p.Version, h.passkeyView(p), Family)
}

// removeKey takes a passkey away.
//
// @Summary     Remove a passkey
// @Description Takes it away, and the recovery codes when it was the last second step. Refused (409, secondFactorRequired) when your role must have one.
// @Tags        factors
// @ID          deletePasskey
// @Security    Bearer
// @Param       passkeyId path string true "The passkey's id"
// @Success     204 "The passkey lets nobody in any more"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/passkeys/{passkeyId} [delete]
func (h handler) removeKey(c echo.Context) error {
	keyID, err := h.mine(c)
	if err != nil {
		return err
	}
	version, err := httpx.IfMatch(c)
	if err != nil {
		return err
	}
	if err := h.s.RemoveKey(c.Request().Context(), httpx.User(c), keyID, version); err != nil {
		return err
	}
	return httpx.Deleted(c)
}

// mine is the id of a passkey that is one's own.
func (h handler) mine(c echo.Context) (string, error) {
	keyID, err := httpx.ID(c, "passkeyId", passkeyType)
	if err != nil {
		return "", err
	}
	return keyID, h.s.MayChange(c.Request().Context(), httpx.User(c), keyID)
}
