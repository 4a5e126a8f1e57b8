package integrations

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func keyPath(k Key) string { return path(k.ClientID) + "/keys/" + k.ID }

func (h handler) keyView(user auth.User, k Key) KeyView {
	today := h.s.clock.Today()
	links := h.api.Self(keyPath(k))
	links["up"] = h.api.Link(http.MethodGet, path(k.ClientID))
	links.Allow(KeptBy(user) && k.StateOn(today) == Living, "delete", h.api.Link(http.MethodDelete, keyPath(k)))
	return k.view(today, links)
}

// listKeys gives a client's keys.
//
// @Summary     List keys
// @Description The client's keys, newest first, with those that have ended. No key's value is among it.
// @Tags        integrations
// @ID          listApiKeys
// @Security    Bearer
// @Param       id    path  string true  "The client's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} KeyPage "A page of keys"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients/{id}/keys [get]
func (h handler) listKeys(c echo.Context) error {
	user := httpx.User(c)
	clientID, err := h.clientID(c)
	if err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	return httpx.List[KeyPage](h.api, c, q.Paging, func(ctx context.Context) ([]KeyView, int, error) {
		keys, total, err := h.s.Keys(ctx, user, clientID, q.Offset(), q.Limit)
		return httpx.Each(keys, func(k Key) KeyView { return h.keyView(user, k) }), total, err
	}, Family)
}

// createKey makes a key and shows it.
//
// @Summary     Create a key
// @Description The answer shows the key's value, this once. A client has at most five living keys (409), so that one is exchanged for the next without a pause.
// @Tags        integrations
// @ID          createApiKey
// @Security    Bearer
// @Param       id   path string   true "The client's id"
// @Param       body body KeyInput true "What is asked of the key"
// @Success     201 {object} NewKeyView "The new key with its value"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients/{id}/keys [post]
func (h handler) createKey(c echo.Context) error {
	user := httpx.User(c)
	clientID, refused := h.existing(c)
	return httpx.Create(h.api, c, refused, func(ctx context.Context, in KeyInput) (httpx.Made, error) {
		k, value, err := h.s.CreateKey(ctx, user, clientID, in)
		httpx.ShownOnce(c)
		return httpx.Made{Path: keyPath(k), Version: k.Version, View: NewKeyView{h.keyView(user, k), value}}, err
	}, Family)
}

// getKey gives one key.
//
// @Summary     Read a key
// @Description When it ends, whether somebody ended it, and on which day it was last used.
// @Tags        integrations
// @ID          getApiKey
// @Security    Bearer
// @Param       id    path string true "The client's id"
// @Param       keyId path string true "The key's id"
// @Success     200 {object} KeyView "The key, without its value"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients/{id}/keys/{keyId} [get]
func (h handler) getKey(c echo.Context) error {
	clientID, keyID, err := h.keyID(c)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		k, err := h.s.Key(ctx, httpx.User(c), clientID, keyID)
		return h.keyView(httpx.User(c), k), k.Version, err
	}, Family)
}

// endKey ends a key.
//
// @Summary     End a key
// @Description At once for writes, within seconds for reads. The key stays in the list as ended.
// @Tags        integrations
// @ID          endApiKey
// @Security    Bearer
// @Param       id    path string true "The client's id"
// @Param       keyId path string true "The key's id"
// @Success     204 "Ended"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients/{id}/keys/{keyId} [delete]
func (h handler) endKey(c echo.Context) error {
	user := httpx.User(c)
	clientID, keyID, refused := h.keyID(c)
	if refused == nil {
		_, refused = h.s.Key(c.Request().Context(), user, clientID, keyID)
	}
	return httpx.Delete(c, refused, func(ctx context.Context, version int) error {
		return h.s.EndKey(ctx, user, clientID, keyID, version)
	})
}

func (h handler) keyID(c echo.Context) (clientID, keyID string, err error) {
	if clientID, err = h.clientID(c); err != nil {
		return "", "", err
	}
	keyID, err = httpx.ID(c, "keyId", keyType)
	return clientID, keyID, err
}
