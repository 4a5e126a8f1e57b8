package meetings

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountSignUps() {
	h.api.GET("/council-meetings/:id/sign-up", h.getPlaces)
	h.api.PUT("/council-meetings/:id/sign-up", h.replacePlaces)
	h.api.GET("/council-meetings/:id/sign-ups", h.listSignUps)
	h.api.Open(http.MethodPost, "/council-meetings/:id/sign-ups", h.createSignUp)
	h.api.DELETE("/council-meetings/:id/sign-ups/:signUpId", h.deleteSignUp)
}

func signUpPath(meetingID string) string { return "/council-meetings/" + meetingID + "/sign-up" }

func (h handler) placesView(user auth.User, p SeenPlaces) PlacesView {
	path, keeps := signUpPath(p.MeetingID), user.May(auth.KeepMeetings)
	links := h.api.Self(path)
	links["meeting"] = h.api.Link(http.MethodGet, "/council-meetings/"+p.MeetingID)
	links.Allow(keeps, "edit", h.api.Link(http.MethodPut, path))
	links.Allow(keeps, "signUps", h.api.Link(http.MethodGet, path+"s"))
	links.Allow(p.IsOpen && !p.IsFull, "signUp", h.api.Link(http.MethodPost, path+"s"))
	v := PlacesView{MeetingID: p.MeetingID, PlacesInput: p.input(), IsOpen: p.IsOpen, IsFull: p.IsFull, MaxSeats: maxSeats, Version: p.Version, Links: links}
	if keeps {
		v.Taken = &p.Taken
	}
	return v
}

// getPlaces tells whether one may sign up.
//
// @Summary     Read whether one may sign up for an open meeting
// @Description Open to everyone. How many places are taken is told to those who keep the meetings.
// @Tags        council-meetings
// @ID          getForumPlaces
// @Param       id path string true "The meeting's id"
// @Success     200 {object} PlacesView "How it stands with the places"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/sign-up [get]
func (h handler) getPlaces(c echo.Context) error {
	meetingID, err := httpx.ID(c, "id", meetingType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		p, err := h.s.Places(ctx, meetingID)
		return h.placesView(user, p), p.Version, err
	}, families...)
}

// replacePlaces says how many may come.
//
// @Summary     Set the places of an open meeting
// @Description For those who keep the meetings. Before it is set nobody can sign up; If-Match is then "0".
// @Tags        council-meetings
// @ID          replaceForumPlaces
// @Security    Bearer
// @Param       id   path string      true "The meeting's id"
// @Param       body body PlacesInput true "How many, and until when"
// @Success     200 {object} PlacesView "How it stands with the places"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/sign-up [put]
func (h handler) replacePlaces(c echo.Context) error {
	user := httpx.User(c)
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayKeepPlaces)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in PlacesInput, version int) (httpx.Made, error) {
		p, err := h.s.SetPlaces(ctx, user, meetingID, version, in.places())
		return httpx.Made{Path: signUpPath(meetingID), Version: p.Version, View: h.placesView(user, p)}, err
	}, families...)
}

// listSignUps gives who has signed up.
//
// @Summary     List who has signed up for an open meeting
// @Description For those who keep the meetings; reading leaves a trace. Sign-ups are erased soon after the meeting.
// @Tags        council-meetings
// @ID          listForumSignUps
// @Param       id    path  string true  "The meeting's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} SignUpPage "A page of sign-ups"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/sign-ups [get]
func (h handler) listSignUps(c echo.Context) error {
	meetingID, paging, err := httpx.Under(c, meetingType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[SignUpPage](h.api, c, paging, func(ctx context.Context) ([]SignUpView, int, error) {
		found, total, err := h.s.SignUps(ctx, user, meetingID, paging.Offset(), paging.Limit)
		return httpx.Each(found, func(s SignUp) SignUpView {
			links := httpx.Links{"delete": h.api.Link(http.MethodDelete, signUpPath(meetingID)+"s/"+s.ID)}
			return SignUpView{ID: s.ID, Name: s.Name, Email: s.Email, Seats: s.Seats, CreatedAt: s.CreatedAt, Links: links}
		}), total, err
	})
}

// createSignUp signs somebody up.
//
// @Summary     Sign up for an open meeting
// @Description Open to everyone, a few times an hour from one address. A neutral receipt comes by mail. The same mail address again takes the place of what it said before.
// @Tags        council-meetings
// @ID          createForumSignUp
// @Param       id   path string      true "The meeting's id"
// @Param       body body SignUpInput true "Who comes"
// @Success     201 {object} SignedUp "Signed up"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/sign-ups [post]
func (h handler) createSignUp(c echo.Context) error {
	meetingID, err := httpx.ID(c, "id", meetingType)
	if err != nil {
		return err
	}
	in, err := httpx.Body[SignUpInput](c)
	if err != nil {
		return err
	}
	if err := h.signUps.Take(c.RealIP()); err != nil {
		return err
	}
	receipt, err := h.s.SignUp(c.Request().Context(), meetingID, in.signUp())
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusCreated, SignedUp{MeetingID: meetingID, Seats: in.Seats, ReceiptComes: receipt,
		Links: httpx.Links{"meeting": h.api.Link(http.MethodGet, "/council-meetings/"+meetingID)}})
}

// deleteSignUp takes somebody off the list.
//
// @Summary     Take a sign-up off the list
// @Description For those who keep the meetings.
// @Tags        council-meetings
// @ID          deleteForumSignUp
// @Security    Bearer
// @Param       id       path string true "The meeting's id"
// @Param       signUpId path string true "The sign-up's id"
// @Success     204 "Taken off"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/sign-ups/{signUpId} [delete]
func (h handler) deleteSignUp(c echo.Context) error {
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayKeepPlaces)
	return httpx.Delete(c, err, func(ctx context.Context, _ int) error {
		signUpID, err := httpx.ID(c, "signUpId", signUpType)
		if err != nil {
			return err
		}
		return h.s.RemoveSignUp(ctx, httpx.User(c), meetingID, signUpID)
	})
}
