package meetings

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountSteps() {
	at := "/council-meetings/:id/"
	h.api.PUT(at+"call", h.call)
	h.api.PUT(at+"opening", h.open)
	h.api.PUT(at+"closing", h.close)
	h.api.PUT(at+"cancellation", h.cancel)
	h.api.PUT(at+"adjustment", h.adjust)
	h.api.POST(at+"approvals", h.approve)
	h.api.POST(at+"notes", h.annotate)
	h.api.GET(at+"proposals", h.listProposals)
}

// step carries out a step that says nothing but that it is taken.
func (h handler) step(c echo.Context, take func(ctx context.Context, user auth.User, meetingID string, version int) (Full, error)) error {
	user := httpx.User(c)
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, _ StepInput, version int) (httpx.Made, error) {
		return h.made(user)(take(ctx, user, meetingID, version))
	}, families...)
}

// call takes the step.
//
// @Summary     Call to a meeting
// @Description Writes to those who sit in the council that day and to those who stand in, with an entry for their calendars; the tasks that are not done return to the agenda. Called again, everyone is told anew how things stand.
// @Tags        council-meetings
// @ID          callCouncilMeeting
// @Security    Bearer
// @Param       id   path string    true "The meeting's id"
// @Param       body body StepInput true "An empty object"
// @Success     200 {object} Whole "The meeting as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/call [put]
func (h handler) call(c echo.Context) error { return h.step(c, h.s.Call) }

// open takes the step.
//
// @Summary     Open a meeting
// @Description From now on decisions are made, with a quorum.
// @Tags        council-meetings
// @ID          openCouncilMeeting
// @Security    Bearer
// @Param       id   path string    true "The meeting's id"
// @Param       body body StepInput true "An empty object"
// @Success     200 {object} Whole "The meeting as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/opening [put]
func (h handler) open(c echo.Context) error { return h.step(c, h.s.Open) }

// close takes the step.
//
// @Summary     Close a meeting
// @Description The minutes are written on until they are sent for adjustment.
// @Tags        council-meetings
// @ID          closeCouncilMeeting
// @Security    Bearer
// @Param       id   path string    true "The meeting's id"
// @Param       body body StepInput true "An empty object"
// @Success     200 {object} Whole "The meeting as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/closing [put]
func (h handler) close(c echo.Context) error { return h.step(c, h.s.Close) }

// cancel tells that a meeting does not take place.
//
// @Summary     Cancel a meeting
// @Description Before it has been opened. Who was called is told, and the entry in their calendars is taken back.
// @Tags        council-meetings
// @ID          cancelCouncilMeeting
// @Security    Bearer
// @Param       id   path string            true "The meeting's id"
// @Param       body body CancellationInput true "Why"
// @Success     200 {object} Whole "The meeting as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/cancellation [put]
func (h handler) cancel(c echo.Context) error {
	user := httpx.User(c)
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in CancellationInput, version int) (httpx.Made, error) {
		return h.made(user)(h.s.Cancel(ctx, user, meetingID, version, in.Reason))
	}, families...)
}

// adjust sends the minutes for adjustment.
//
// @Summary     Send the minutes for adjustment
// @Description To seats that were represented; the person who sat there approves, and nobody else. Sent again, it takes back approvals.
// @Tags        council-meetings
// @ID          adjustCouncilMeeting
// @Security    Bearer
// @Param       id   path string          true "The meeting's id"
// @Param       body body AdjustmentInput true "Who adjusts"
// @Success     200 {object} Whole "The meeting as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/adjustment [put]
func (h handler) adjust(c echo.Context) error {
	user := httpx.User(c)
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in AdjustmentInput, version int) (httpx.Made, error) {
		return h.made(user)(h.s.Adjust(ctx, user, meetingID, version, Adjustment{in.AdjusterSeatIDs, in.DueOn}))
	}, families...)
}

// approve is an adjuster's yes.
//
// @Summary     Approve the minutes
// @Description By somebody who was chosen to adjust them, of what was read. The last approval locks the minutes and gives them the year's next number.
// @Tags        council-meetings
// @ID          approveCouncilMinutes
// @Security    Bearer
// @Param       id   path string        true "The meeting's id"
// @Param       body body ApprovalInput true "What is approved"
// @Success     201 {object} Whole "The meeting as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/approvals [post]
func (h handler) approve(c echo.Context) error {
	user := httpx.User(c)
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayApprove)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in ApprovalInput) (httpx.Made, error) {
		return h.made(user)(h.s.Approve(ctx, user, meetingID, in.ContentHash))
	}, families...)
}

// annotate adds a dated note.
//
// @Summary     Add a note to locked minutes
// @Description The only way to correct them: what was adjusted stays as it was.
// @Tags        council-meetings
// @ID          createCouncilMeetingNote
// @Security    Bearer
// @Param       id   path string    true "The meeting's id"
// @Param       body body NoteInput true "The note"
// @Success     201 {object} NoteView "The note"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/notes [post]
func (h handler) annotate(c echo.Context) error {
	user := httpx.User(c)
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayKeep)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in NoteInput) (httpx.Made, error) {
		n, err := h.s.Annotate(ctx, user, meetingID, in.Text)
		return httpx.Made{Path: path(meetingID), Version: 1, View: n.view()}, err
	}, families...)
}

// listProposals gives what the agenda might take up.
//
// @Summary     List what the agenda might take up
// @Description Facts, in the order in which they press: topics that members propose, tasks and decisions that wait, activities that are late or have not been heard of, questions without an answer, mandates that end. For those who keep meetings.
// @Tags        council-meetings
// @ID          listCouncilAgendaProposals
// @Security    Bearer
// @Param       id    path  string true  "The meeting's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} ProposalPage "A page of proposals"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/proposals [get]
func (h handler) listProposals(c echo.Context) error {
	meetingID, p, err := httpx.Under(c, meetingType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[ProposalPage](h.api, c, p, func(ctx context.Context) ([]ProposalView, int, error) {
		rows, total, err := h.s.Proposals(ctx, user, meetingID, p.Offset(), p.Limit)
		return httpx.Each(rows, func(p Proposal) ProposalView { return ProposalView(p) }), total, err
	}, "council", "plan")
}
