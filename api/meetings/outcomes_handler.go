package meetings

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/accounts"
	"envagin/api/council"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountOutcomes() {
	outcomes := "/council-meetings/:id/agenda-items/:itemId/outcomes"
	h.api.GET(outcomes, h.listOutcomes)
	h.api.POST(outcomes, h.createOutcome)
	h.api.GET(outcomes+"/:outcomeId", h.getOutcome)
	h.api.PUT(outcomes+"/:outcomeId", h.replaceOutcome)
	h.api.DELETE(outcomes+"/:outcomeId", h.deleteOutcome)
	attendance := "/council-meetings/:id/attendances"
	h.api.GET(attendance, h.listAttendance)
	h.api.GET(attendance+"/:seatId", h.getAttendance)
	h.api.PUT(attendance+"/:seatId", h.replaceAttendance)
}

func outcomePath(o Outcome) string { return itemPath(o.MeetingID, o.ItemID) + "/outcomes/" + o.ID }

func (h handler) outcomeView(user auth.User, m Meeting, o Outcome) OutcomeView {
	links := h.api.Self(outcomePath(o))
	writes := user.May(auth.WriteMinutes)
	h.api.Editable(links, writes && m.writable() == nil, outcomePath(o))
	links.Allow(writes && m.Locked() && o.Kind == Task, "done", h.api.Link(http.MethodPut, outcomePath(o)))
	return OutcomeView{ID: o.ID, ItemID: o.ItemID, OutcomeInput: o.input(), IsLate: o.Kind == Task && o.DoneOn == "" && o.DueOn != "" && o.DueOn < h.s.clock.Today(),
		Version: o.Version, CreatedAt: o.CreatedAt, UpdatedAt: o.UpdatedAt, Links: links}
}

func (h handler) outcomeMade(user auth.User) func(o Outcome, err error) (httpx.Made, error) {
	return func(o Outcome, err error) (httpx.Made, error) {
		if err != nil {
			return httpx.Made{}, err
		}
		// As the writer sees it in a meeting that goes on; the meeting itself tells the rest.
		return httpx.Made{Path: outcomePath(o), Version: o.Version, View: h.outcomeView(user, Meeting{ID: o.MeetingID, State: Open}, o)}, nil
	}
}

// listOutcomes gives what came out of an item.
//
// @Summary     List the outcomes of an agenda item
// @Tags        council-meetings
// @ID          listCouncilOutcomes
// @Param       id     path  string true  "The meeting's id"
// @Param       itemId path  string true  "The item's id"
// @Param       page   query int    false "Page, from 1"
// @Param       limit  query int    false "Items a page, 1–100"
// @Success     200 {object} OutcomePage "A page of outcomes"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/outcomes [get]
func (h handler) listOutcomes(c echo.Context) error {
	meetingID, itemID, err := itemOf(c)
	if err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[OutcomePage](h.api, c, q.Paging, func(ctx context.Context) ([]OutcomeView, int, error) {
		m, rows, total, err := h.s.Outcomes(ctx, user, meetingID, itemID, q.Offset(), q.Limit)
		return httpx.Each(rows, func(o Outcome) OutcomeView { return h.outcomeView(user, m, o) }), total, err
	}, families...)
}

// getOutcome gives one outcome.
//
// @Summary     Read an outcome
// @Tags        council-meetings
// @ID          getCouncilOutcome
// @Param       id        path string true "The meeting's id"
// @Param       itemId    path string true "The item's id"
// @Param       outcomeId path string true "The outcome's id"
// @Success     200 {object} OutcomeView "The outcome"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/outcomes/{outcomeId} [get]
func (h handler) getOutcome(c echo.Context) error {
	meetingID, itemID, err := itemOf(c)
	if err != nil {
		return err
	}
	outcomeID, err := httpx.ID(c, "outcomeId", outcomeType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		m, o, err := h.s.Outcome(ctx, user, meetingID, itemID, outcomeID)
		return h.outcomeView(user, m, o), o.Version, err
	}, families...)
}

// createOutcome writes an outcome.
//
// @Summary     Write an outcome of an agenda item
// @Description Information, a decision, a task with who does it and by when, a reservation or a dissent with whose it is. Without a quorum a decision is refused, and recorded as information.
// @Tags        council-meetings
// @ID          createCouncilOutcome
// @Security    Bearer
// @Param       id     path string       true "The meeting's id"
// @Param       itemId path string       true "The item's id"
// @Param       body   body OutcomeInput true "The outcome"
// @Success     201 {object} OutcomeView "The new outcome"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/outcomes [post]
func (h handler) createOutcome(c echo.Context) error {
	user := httpx.User(c)
	meetingID, itemID, err := h.allowedIn(c, h.s.MayWrite)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in OutcomeInput) (httpx.Made, error) {
		return h.outcomeMade(user)(h.s.CreateOutcome(ctx, user, meetingID, itemID, in.outcome()))
	}, families...)
}

// outcomeOf reads the meeting, the item and the outcome from the path, and asks
// whether the user may change it.
func (h handler) outcomeOf(c echo.Context) (meetingID, itemID, outcomeID string, err error) {
	if meetingID, itemID, err = itemOf(c); err != nil {
		return "", "", "", err
	}
	if outcomeID, err = httpx.ID(c, "outcomeId", outcomeType); err != nil {
		return "", "", "", err
	}
	return meetingID, itemID, outcomeID, h.s.MayWriteOutcome(c.Request().Context(), httpx.User(c), meetingID, itemID, outcomeID)
}

// replaceOutcome puts new content on an outcome.
//
// @Summary     Replace an outcome
// @Description The whole content. Of a task in locked minutes only the day on which it was done may be another.
// @Tags        council-meetings
// @ID          replaceCouncilOutcome
// @Security    Bearer
// @Param       id        path string       true "The meeting's id"
// @Param       itemId    path string       true "The item's id"
// @Param       outcomeId path string       true "The outcome's id"
// @Param       body      body OutcomeInput true "The outcome"
// @Success     200 {object} OutcomeView "The outcome as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/outcomes/{outcomeId} [put]
func (h handler) replaceOutcome(c echo.Context) error {
	user := httpx.User(c)
	meetingID, itemID, outcomeID, err := h.outcomeOf(c)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in OutcomeInput, version int) (httpx.Made, error) {
		return h.outcomeMade(user)(h.s.ReplaceOutcome(ctx, user, meetingID, itemID, outcomeID, version, in.outcome()))
	}, families...)
}

// deleteOutcome takes an outcome away.
//
// @Summary     Delete an outcome
// @Description For what was written by mistake, until the minutes are locked.
// @Tags        council-meetings
// @ID          deleteCouncilOutcome
// @Security    Bearer
// @Param       id        path string true "The meeting's id"
// @Param       itemId    path string true "The item's id"
// @Param       outcomeId path string true "The outcome's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/outcomes/{outcomeId} [delete]
func (h handler) deleteOutcome(c echo.Context) error {
	meetingID, itemID, outcomeID, err := h.outcomeOf(c)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteOutcome(ctx, httpx.User(c), meetingID, itemID, outcomeID, version)
	})
}

func (h handler) attendanceView(user auth.User, m Meeting, r Represented) AttendanceView {
	at := path(m.ID) + "/attendances/" + r.Place.Seat.ID
	links := h.api.Self(at)
	links.Allow(user.May(auth.WriteMinutes) && m.writable() == nil, "edit", h.api.Link(http.MethodPut, at))
	v := AttendanceView{SeatID: r.Place.Seat.ID, SeatNumber: r.Place.Seat.Number, SeatNames: accounts.Words{Sv: r.Place.Seat.NameSv, En: r.Place.Seat.NameEn},
		AttendanceInput: r.Attendance.input(), IsVacant: r.Place.Holder == nil, Version: r.Attendance.Version, Links: links}
	v.HolderName, v.SubstituteName = r.nameOf(user, r.Place.Holder), r.nameOf(user, r.Place.Substitute)
	return v
}

// nameOf is what the reader may call who sits there.
func (r Represented) nameOf(user auth.User, m *council.Member) string {
	if m == nil {
		return ""
	}
	if user.May(auth.ReadCouncil) {
		return r.known[m.UserID].Colleagues.Name
	}
	return r.known[m.UserID].Everyone.Name
}

// listAttendance gives how seats were represented.
//
// @Summary     List who was represented at a meeting
// @Description Every seat of that day, in the seats' order; for those outside once the minutes are locked, and names only where the person shows theirs.
// @Tags        council-meetings
// @ID          listCouncilAttendance
// @Param       id    path  string true  "The meeting's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} AttendancePage "A page of seats"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/attendances [get]
func (h handler) listAttendance(c echo.Context) error {
	meetingID, p, err := httpx.Under(c, meetingType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[AttendancePage](h.api, c, p, func(ctx context.Context) ([]AttendanceView, int, error) {
		m, rows, total, err := h.s.Attendances(ctx, user, meetingID, p.Offset(), p.Limit)
		return httpx.Each(rows, func(r Represented) AttendanceView { return h.attendanceView(user, m, r) }), total, err
	}, families...)
}

func seatOf(c echo.Context) (meetingID, seatID string, err error) {
	if meetingID, err = httpx.ID(c, "id", meetingType); err != nil {
		return "", "", err
	}
	seatID, err = httpx.ID(c, "seatId", attendanceType)
	return meetingID, seatID, err
}

// getAttendance gives how one seat was represented.
//
// @Summary     Read how a seat was represented
// @Tags        council-meetings
// @ID          getCouncilAttendance
// @Param       id     path string true "The meeting's id"
// @Param       seatId path string true "The seat's id"
// @Success     200 {object} AttendanceView "How"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/attendances/{seatId} [get]
func (h handler) getAttendance(c echo.Context) error {
	meetingID, seatID, err := seatOf(c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		m, r, err := h.s.Represented(ctx, user, meetingID, seatID)
		return h.attendanceView(user, m, r), r.Attendance.Version, err
	}, families...)
}

// replaceAttendance notes how a seat is represented.
//
// @Summary     Note how a seat is represented
// @Description By the one who holds the seat, by the one who stands in, or not. Version 0 is before anybody has noted anything.
// @Tags        council-meetings
// @ID          replaceCouncilAttendance
// @Security    Bearer
// @Param       id     path string          true "The meeting's id"
// @Param       seatId path string          true "The seat's id"
// @Param       body   body AttendanceInput true "How"
// @Success     200 {object} AttendanceView "As it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/attendances/{seatId} [put]
func (h handler) replaceAttendance(c echo.Context) error {
	user := httpx.User(c)
	meetingID, seatID, err := seatOf(c)
	if err == nil {
		err = h.s.MayNote(c.Request().Context(), user, meetingID)
	}
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in AttendanceInput, version int) (httpx.Made, error) {
		m, r, err := h.s.Note(ctx, user, meetingID, seatID, version, in.attendance())
		return httpx.Made{Path: path(meetingID) + "/attendances/" + seatID, Version: r.Attendance.Version, View: h.attendanceView(user, m, r)}, err
	}, families...)
}
