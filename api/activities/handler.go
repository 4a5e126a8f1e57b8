package activities

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// families are what an activity's view depends on.
var families = []string{Family, boards.Family}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/activities", h.list)
	api.POST("/activities", h.create)
	api.GET("/activities/:id", h.get)
	api.PUT("/activities/:id", h.replace)
	api.DELETE("/activities/:id", h.remove)
	h.mountStates()
	h.mountResponsibilities()
	h.mountMilestones()
	h.mountReports()
	h.mountRelations()
}

func path(id string) string { return "/activities/" + id }

// view shows an activity to a user; reach is what the user reports for.
func (h handler) view(user auth.User, reach Reach, w Whole) View {
	v := h.brief(user, reach, w)
	v.DescriptionHTML = markdown.HTML(w.Description)
	for _, r := range w.Rows {
		v.Responsibilities = append(v.Responsibilities, h.responsibilityView(user, r))
	}
	return v
}

// brief is the view without what only the reader of one activity needs.
func (h handler) brief(user auth.User, reach Reach, w Whole) View {
	v := View{ID: w.ID, Input: w.input(),
		Aliases: w.Aliases, SubActivityIDs: w.Children,
		Answerable: make([]AnswerView, len(w.Answers)),
		Status:     w.Status, StatusReason: w.Reason, DoneOn: w.Done.Or(), CancelledOn: w.CancelledOn,
		CancelledReason: w.CancelledReason, MergedIntoID: w.MergedIntoID, LastReportOn: w.LastReportOn,
		IsStale: w.IsStale, NextMilestone: w.Milestone, Unconfirmed: w.Unconfirmed,
		Version: w.Version, CreatedAt: w.CreatedAt, UpdatedAt: w.UpdatedAt, Links: h.links(user, reach, w)}
	for i, answer := range w.Answers {
		v.Answerable[i] = AnswerView{BodyID: answer.BodyID, Role: answer.Role, ByRule: answer.ByRule, State: PartNone}
		if p := partOf(w.Parts, answer.BodyID); p != nil {
			v.Answerable[i].State, v.Answerable[i].LastReportOn = p.State, p.LastReportOn
		}
	}
	if w.Override.Status != "" {
		v.StatusOverride = &OverrideView{w.Override.Status, w.Override.Reason, w.Override.Until}
	}
	return v
}

// links are the activity's relations, and the actions this user may take.
func (h handler) links(user auth.User, reach Reach, w Whole) httpx.Links {
	self, edits := path(w.ID), user.May(auth.EditActivities)
	links := h.api.Self(self)
	h.api.Editable(links, edits, self)
	links["plan"] = h.api.Link(http.MethodGet, "/plans/"+w.PlanID)
	if w.ParentID != nil {
		links["up"] = h.api.Link(http.MethodGet, path(*w.ParentID))
	}
	for _, rel := range []string{"responsibilities", "milestones", "reports", "parts", "dependencies"} {
		links[rel] = h.api.Link(http.MethodGet, self+"/"+rel)
	}
	links.Allow(edits, "complete", h.api.Link(http.MethodPut, self+"/completion"))
	links.Allow(edits, "overrideStatus", h.api.Link(http.MethodPut, self+"/status-override"))
	links.Allow(edits, "cancel", h.api.Link(http.MethodPut, self+"/cancellation"))
	links.Allow(edits, "merge", h.api.Link(http.MethodPut, self+"/merger"))
	links.Allow(edits && w.Unconfirmed, "confirm", h.api.Link(http.MethodPut, self+"/confirmation"))
	links.Allow(reach.CoversAny(w.Answers) && w.MergedIntoID == nil, "report", h.api.Link(http.MethodPost, self+"/reports"))
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+w.ID))
	notes := user.May(auth.ReadInternal) || len(user.Within(auth.ReadInternal)) > 0 && reach.CoversAny(w.Answers)
	links.Allow(notes, "internalNotes", h.api.Link(http.MethodGet, self+"/internal-notes"))
	return links
}

type listQuery struct {
	httpx.Paging
	Plan         string `query:"plan"`
	Board        string `query:"board"`
	Area         string `query:"area"`
	TargetGroup  string `query:"targetGroup"`
	Level        string `query:"level" oneof:"individual relationship community society"`
	Status       string `query:"status" oneof:"onTrack atRisk late done notStarted noInformation cancelled merged"`
	Part         int    `query:"part"`
	Parent       string `query:"parent"`
	Unconfirmed  bool   `query:"unconfirmed"`
	UpdatedSince string `query:"updatedSince"`
	Sort         string `query:"sort" oneof:"code -code title -title status -status start -start end -end updated -updated"`
}

// list gives the activities of one or all plans.
//
// @Summary     List activities
// @Description Activities by code. With updatedSince (0, or the cursor of the last answer) only what changed since, in order of change.
// @Tags        activities
// @ID          listActivities
// @Param       page         query int    false "Page, from 1"
// @Param       limit        query int    false "Items a page, 1–100"
// @Param       sort         query string false "Order" Enums(code, -code, title, -title, status, -status, start, -start, end, -end, updated, -updated)
// @Param       plan         query string false "Only this plan, by id"
// @Param       board        query string false "Only what this body answers for today, by id; the rule all boards included"
// @Param       area         query string false "Only this violence area, by id"
// @Param       targetGroup  query string false "Only this target group, by id"
// @Param       level        query string false "Only this level" Enums(individual, relationship, community, society)
// @Param       status       query string false "Only this status" Enums(onTrack, atRisk, late, done, notStarted, noInformation, cancelled, merged)
// @Param       part         query int    false "Only this part of the plan"
// @Param       parent       query string false "Only sub-activities of this activity, by id"
// @Param       unconfirmed  query bool   false "Only those with something to confirm"
// @Param       updatedSince query string false "Only what changed since: 0, or the cursor of an earlier answer"
// @Success     200 {object} Page "A page of activities"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	if q.UpdatedSince != "" {
		return h.changes(c, q)
	}
	f := Filter{Plan: q.Plan, Board: q.Board, Area: q.Area, TargetGroup: q.TargetGroup, Level: q.Level, Status: q.Status,
		Parent: q.Parent, Part: q.Part, Unconfirmed: q.Unconfirmed, Sort: q.Sort, Offset: q.Offset(), Limit: q.Limit}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		found, total, err := h.s.List(ctx, httpx.User(c), f)
		if err != nil {
			return nil, 0, err
		}
		page, err := h.page(ctx, httpx.User(c), found)
		page.Meta, page.Links = h.api.PageOf(c, q.Paging, total, len(found))
		return page, 0, err
	}, families...)
}

func (h handler) page(ctx context.Context, user auth.User, found []Whole) (Page, error) {
	page := Page{Items: make([]View, len(found))}
	reach, err := h.s.ReachOf(ctx, user)
	for i, w := range found {
		page.Items[i] = h.brief(user, reach, w)
	}
	return page, err
}

// get gives one activity.
//
// @Summary     Read an activity
// @Description One activity with who answers today, how it goes and why. A report changes the ETag, not the version.
// @Tags        activities
// @ID          getActivity
// @Param       id path string true "The activity's id"
// @Success     200 {object} View "The activity"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id} [get]
func (h handler) get(c echo.Context) error {
	activityID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		w, err := h.s.Get(ctx, httpx.User(c), activityID)
		if err != nil {
			return nil, 0, err
		}
		reach, err := h.s.ReachOf(ctx, httpx.User(c))
		return h.view(httpx.User(c), reach, w), w.Version, err
	}, families...)
}

// create makes an activity.
//
// @Summary     Create an activity
// @Description For the coordinator and administrators. Responsibilities and milestones are added afterwards.
// @Tags        activities
// @ID          createActivity
// @Security    Bearer
// @Param       body body Input true "The activity"
// @Success     201 {object} View "The new activity"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayEdit(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		w, err := h.s.Create(ctx, user, in.activity())
		return httpx.Made{Path: path(w.ID), Version: w.Version, View: h.view(user, Reach{all: true}, w)}, err
	}, families...)
}

// replace puts new content on an activity.
//
// @Summary     Replace an activity
// @Description The whole content; a field left out is emptied. A changed code leaves the old one as an alias.
// @Tags        activities
// @ID          replaceActivity
// @Security    Bearer
// @Param       id   path string true "The activity's id"
// @Param       body body Input  true "The activity"
// @Success     200 {object} View "The activity as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	activityID, err := h.changeable(c)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		w, err := h.s.Replace(ctx, user, activityID, version, in.activity())
		return httpx.Made{Path: path(w.ID), Version: w.Version, View: h.view(user, Reach{all: true}, w)}, err
	}, families...)
}

// remove deletes an activity that nobody has reported on.
//
// @Summary     Delete an activity
// @Description Only an activity without reports, parts and sub-activities; others are cancelled or merged.
// @Tags        activities
// @ID          deleteActivity
// @Security    Bearer
// @Param       id path string true "The activity's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id} [delete]
func (h handler) remove(c echo.Context) error {
	activityID, err := h.changeable(c)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, httpx.User(c), activityID, version)
	})
}

// changeable reads the id and refuses who may not edit, before the body is looked at.
func (h handler) changeable(c echo.Context) (string, error) {
	return httpx.Allowed(c, "id", objectType, h.s.MayChange)
}

// changed answers with the activity as an edit left it.
func (h handler) changed(c echo.Context, w Whole, err error) error {
	if err != nil {
		return err
	}
	return h.api.OK(c, w.Version, h.view(httpx.User(c), Reach{all: true}, w), families...)
}

// rowOf reads the ids of something that belongs to an activity.
func rowOf(c echo.Context, param, what string) (activityID, rowID string, err error) {
	if activityID, err = httpx.ID(c, "id", objectType); err != nil {
		return "", "", err
	}
	rowID, err = httpx.ID(c, param, what)
	return activityID, rowID, err
}

// changeableRow is rowOf for those who may change the thing.
func changeableRow(c echo.Context, param, what string, may func(ctx context.Context, user auth.User, activityID, rowID string) error) (activityID, rowID string, err error) {
	if activityID, rowID, err = rowOf(c, param, what); err != nil {
		return "", "", err
	}
	return activityID, rowID, may(c.Request().Context(), httpx.User(c), activityID, rowID)
}
