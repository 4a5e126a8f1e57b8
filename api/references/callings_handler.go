package references

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountCallings() {
	h.api.GET("/reference-members/:id/callings", h.memberCallings)
	h.api.GET("/activities/:id/callings", h.activityCallings)
	h.api.POST("/reference-callings", h.call)
	h.api.GET("/reference-callings/:id", h.getCalling)
	h.api.PUT("/reference-callings/:id", h.replaceCalling)
	h.api.DELETE("/reference-callings/:id", h.removeCalling)
}

func callingPath(id string) string { return "/reference-callings/" + id }

func (h handler) callingView(user auth.User, k SeenCalling) CallingView {
	self, state := callingPath(k.ID), k.stateOn(h.s.clock.Today())
	links := h.api.Self(self)
	links.Allow(user.May(auth.KeepReferences), "edit", h.api.Link(http.MethodPut, self))
	links.Allow(user.May(auth.KeepReferences) && state == Coming, "delete", h.api.Link(http.MethodDelete, self))
	links["member"] = h.api.Link(http.MethodGet, path(k.MemberID))
	links["activity"] = h.api.Link(http.MethodGet, "/activities/"+k.ActivityID)
	return CallingView{ID: k.ID, CallingInput: k.input(), State: state,
		Member:   CalledMember{Name: k.Name, Role: k.Member.Role, BodyID: k.Member.BodyID, Lang: k.Member.Lang, Competences: k.Member.Competences},
		Activity: CalledTo{Code: k.Activity.Code, Title: k.Activity.Title, Lang: k.Activity.Lang},
		Version:  k.Version, CreatedAt: k.CreatedAt, UpdatedAt: k.UpdatedAt, Links: links}
}

// memberCallings gives what a member is called in to.
//
// @Summary     List what a member of the reference group is called in to
// @Description What the member was, is and will be called in to, the latest first.
// @Tags        references
// @ID          listCallingsOfReferenceMember
// @Param       id    path  string true  "The member's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} CallingPage "A page of callings"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-members/{id}/callings [get]
func (h handler) memberCallings(c echo.Context) error {
	return h.callings(c, memberType, h.s.CallingsOf)
}

// activityCallings gives who is called in to an activity.
//
// @Summary     List who is called in to an activity
// @Description Those of the reference group who were, are and will be called in to it, the latest first.
// @Tags        references
// @ID          listCallingsToActivity
// @Param       id    path  string true  "The activity's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} CallingPage "A page of callings"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/callings [get]
func (h handler) activityCallings(c echo.Context) error {
	return h.callings(c, "activity", h.s.CallingsTo)
}

func (h handler) callings(c echo.Context, what string, read func(ctx context.Context, user auth.User, id string, offset, limit int) ([]SeenCalling, int, error)) error {
	id, paging, err := httpx.Under(c, what)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[CallingPage](h.api, c, paging, func(ctx context.Context) ([]CallingView, int, error) {
		found, total, err := read(ctx, user, id, paging.Offset(), paging.Limit)
		return httpx.Each(found, func(k SeenCalling) CallingView { return h.callingView(user, k) }), total, err
	}, families...)
}

// call calls a member in.
//
// @Summary     Call in a member of the reference group
// @Description To one activity, for days within the membership. A member is called in to an activity once at a time.
// @Tags        references
// @ID          createReferenceCalling
// @Security    Bearer
// @Param       body body CallingInput true "The calling"
// @Success     201 {object} CallingView "The new calling"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-callings [post]
func (h handler) call(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayKeep(user), func(ctx context.Context, in CallingInput) (httpx.Made, error) {
		k, err := h.s.CreateCalling(ctx, user, in.calling())
		return httpx.Made{Path: callingPath(k.ID), Version: k.Version, View: h.callingView(user, k)}, err
	}, families...)
}

// getCalling gives one calling.
//
// @Summary     Read a calling
// @Description Who is called in to what, for which days.
// @Tags        references
// @ID          getReferenceCalling
// @Param       id path string true "The calling's id"
// @Success     200 {object} CallingView "The calling"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-callings/{id} [get]
func (h handler) getCalling(c echo.Context) error {
	callingID, err := httpx.ID(c, "id", callingType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		k, err := h.s.Calling(ctx, user, callingID)
		if err != nil {
			return nil, 0, err
		}
		return h.callingView(user, k), k.Version, nil
	}, families...)
}

// replaceCalling puts new days on a calling.
//
// @Summary     Replace a calling
// @Description The whole content; member and activity stay as they are.
// @Tags        references
// @ID          replaceReferenceCalling
// @Security    Bearer
// @Param       id   path string       true "The calling's id"
// @Param       body body CallingInput true "The calling"
// @Success     200 {object} CallingView "The calling as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-callings/{id} [put]
func (h handler) replaceCalling(c echo.Context) error {
	user := httpx.User(c)
	callingID, err := httpx.Allowed(c, "id", callingType, h.s.MayKeepCalling)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in CallingInput, version int) (httpx.Made, error) {
		k, err := h.s.ReplaceCalling(ctx, user, callingID, version, in.calling())
		return httpx.Made{Path: callingPath(k.ID), Version: k.Version, View: h.callingView(user, k)}, err
	}, families...)
}

// removeCalling takes a calling back.
//
// @Summary     Delete a calling
// @Description Only one that has not begun; others are given a last day.
// @Tags        references
// @ID          deleteReferenceCalling
// @Security    Bearer
// @Param       id path string true "The calling's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-callings/{id} [delete]
func (h handler) removeCalling(c echo.Context) error {
	callingID, err := httpx.Allowed(c, "id", callingType, h.s.MayKeepCalling)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteCalling(ctx, httpx.User(c), callingID, version)
	})
}
