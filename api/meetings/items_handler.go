package meetings

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

func (h handler) mountItems() {
	items := "/council-meetings/:id/agenda-items"
	h.api.GET(items, h.listItems)
	h.api.POST(items, h.createItem)
	h.api.GET(items+"/:itemId", h.getItem)
	h.api.PUT(items+"/:itemId", h.replaceItem)
	h.api.DELETE(items+"/:itemId", h.deleteItem)
	h.api.GET(items+"/:itemId/text", h.getText)
	h.api.PUT(items+"/:itemId/text", h.replaceText)
}

func itemPath(meetingID, itemID string) string { return path(meetingID) + "/agenda-items/" + itemID }

func (h handler) itemView(user auth.User, f FullItem) ItemView {
	i, at := f.Item, itemPath(f.Item.MeetingID, f.Item.ID)
	links := h.api.Self(at)
	v := ItemView{ID: i.ID, MeetingID: i.MeetingID, ItemInput: i.input(), IsWithheld: i.withheldFrom(user), Outcomes: []OutcomeView{},
		Version: i.Version, CreatedAt: i.CreatedAt, UpdatedAt: i.UpdatedAt, Links: links}
	if v.IsWithheld {
		return v
	}
	open := f.Meeting.writable() == nil
	h.api.Editable(links, user.May(auth.KeepMeetings) && open, at)
	links.Allow(user.May(auth.WriteMinutes) && open, "write", h.api.Link(http.MethodPut, at+"/text"))
	links.Allow(user.May(auth.WriteMinutes) && f.Meeting.in("", Open, Held, InAdjustment) == nil, "addOutcome", h.api.Link(http.MethodPost, at+"/outcomes"))
	links.Allow(papersReadableBy(user, i.IsSecret), "papers", h.api.Link(http.MethodGet, at+"/papers"))
	links.Allow(user.May(auth.WriteMinutes) && open, "addPaper", h.api.Link(http.MethodPost, at+"/papers"))
	v.BackgroundHTML = markdown.HTML(i.Background)
	if f.Meeting.minutesSeenBy(user) {
		v.Text, v.TextHTML, v.TextVersion = f.Text.Text, markdown.HTML(f.Text.Text), f.Text.Version
		v.Outcomes = httpx.Each(f.Outcomes, func(o Outcome) OutcomeView { return h.outcomeView(user, f.Meeting, o) })
	}
	return v
}

func (h handler) itemMade(user auth.User) func(f FullItem, err error) (httpx.Made, error) {
	return func(f FullItem, err error) (httpx.Made, error) {
		if err != nil {
			return httpx.Made{}, err
		}
		return httpx.Made{Path: itemPath(f.Item.MeetingID, f.Item.ID), Version: f.Item.Version, View: h.itemView(user, f)}, nil
	}
}

// listItems gives an agenda.
//
// @Summary     List a meeting's agenda items
// @Description In their order; none before the call for those outside. The whole meeting in one answer is at the meeting itself.
// @Tags        council-meetings
// @ID          listCouncilAgendaItems
// @Param       id    path  string true  "The meeting's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} ItemPage "A page of items"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items [get]
func (h handler) listItems(c echo.Context) error {
	meetingID, p, err := httpx.Under(c, meetingType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[ItemPage](h.api, c, p, func(ctx context.Context) ([]ItemView, int, error) {
		rows, total, err := h.s.Items(ctx, user, meetingID, p.Offset(), p.Limit)
		return httpx.Each(rows, func(f FullItem) ItemView { return h.itemView(user, f) }), total, err
	}, families...)
}

// getItem gives one item.
//
// @Summary     Read an agenda item
// @Tags        council-meetings
// @ID          getCouncilAgendaItem
// @Param       id     path string true "The meeting's id"
// @Param       itemId path string true "The item's id"
// @Success     200 {object} ItemView "The item"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId} [get]
func (h handler) getItem(c echo.Context) error {
	meetingID, itemID, err := itemOf(c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		f, err := h.s.Item(ctx, user, meetingID, itemID)
		if err != nil {
			return nil, 0, err
		}
		return h.itemView(user, f), f.Item.Version, nil
	}, families...)
}

// createItem puts an item on the agenda.
//
// @Summary     Put an item on the agenda
// @Description At its position, and the others make room; last when it has none.
// @Tags        council-meetings
// @ID          createCouncilAgendaItem
// @Security    Bearer
// @Param       id   path string    true "The meeting's id"
// @Param       body body ItemInput true "The item"
// @Success     201 {object} ItemView "The new item"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items [post]
func (h handler) createItem(c echo.Context) error {
	user := httpx.User(c)
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayKeep)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in ItemInput) (httpx.Made, error) {
		return h.itemMade(user)(h.s.CreateItem(ctx, user, meetingID, in.item()))
	}, families...)
}

// replaceItem puts new content on an item.
//
// @Summary     Replace an agenda item
// @Description The whole content; another position moves it. What the minutes say under it is a resource of its own.
// @Tags        council-meetings
// @ID          replaceCouncilAgendaItem
// @Security    Bearer
// @Param       id     path string    true "The meeting's id"
// @Param       itemId path string    true "The item's id"
// @Param       body   body ItemInput true "The item"
// @Success     200 {object} ItemView "The item as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId} [put]
func (h handler) replaceItem(c echo.Context) error {
	user := httpx.User(c)
	meetingID, itemID, err := h.allowedIn(c, h.s.MayKeepItem)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in ItemInput, version int) (httpx.Made, error) {
		return h.itemMade(user)(h.s.ReplaceItem(ctx, user, meetingID, itemID, version, in.item()))
	}, families...)
}

// allowedIn reads the meeting and the item from the path, and asks whether the user
// may change what they name, before anyone looks at what was sent.
func (h handler) allowedIn(c echo.Context, may func(ctx context.Context, user auth.User, meetingID, itemID string) error) (meetingID, itemID string, err error) {
	if meetingID, itemID, err = itemOf(c); err != nil {
		return "", "", err
	}
	return meetingID, itemID, may(c.Request().Context(), httpx.User(c), meetingID, itemID)
}

// deleteItem takes an item off the agenda.
//
// @Summary     Take an item off the agenda
// @Description Only one under which nothing is written. The others close up.
// @Tags        council-meetings
// @ID          deleteCouncilAgendaItem
// @Security    Bearer
// @Param       id     path string true "The meeting's id"
// @Param       itemId path string true "The item's id"
// @Success     204 "Taken off"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId} [delete]
func (h handler) deleteItem(c echo.Context) error {
	meetingID, itemID, err := h.allowedIn(c, h.s.MayKeepItem)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteItem(ctx, httpx.User(c), meetingID, itemID, version)
	})
}

func (h handler) textView(user auth.User, meetingID string, t Text) TextView {
	at := itemPath(meetingID, t.ItemID) + "/text"
	links := h.api.Self(at)
	links.Allow(user.May(auth.WriteMinutes), "edit", h.api.Link(http.MethodPut, at))
	return TextView{TextInput: TextInput{t.Text}, HTML: markdown.HTML(t.Text), WrittenByRole: t.WrittenBy, Version: t.Version, UpdatedAt: t.UpdatedAt, Links: links}
}

// getText gives what the minutes say under an item.
//
// @Summary     Read the minutes under an agenda item
// @Description One text for each item, with a version of its own, so that several write at once.
// @Tags        council-meetings
// @ID          getCouncilMinutesText
// @Param       id     path string true "The meeting's id"
// @Param       itemId path string true "The item's id"
// @Success     200 {object} TextView "The text"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/text [get]
func (h handler) getText(c echo.Context) error {
	meetingID, itemID, err := itemOf(c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		t, err := h.s.ItemText(ctx, user, meetingID, itemID)
		return h.textView(user, meetingID, t), t.Version, err
	}, families...)
}

// replaceText writes what the minutes say under an item.
//
// @Summary     Write the minutes under an agenda item
// @Description Who was late gets 412 with the text that stands there now, to join with their own. Writing leaves a trace once per sitting.
// @Tags        council-meetings
// @ID          replaceCouncilMinutesText
// @Security    Bearer
// @Param       id     path string    true "The meeting's id"
// @Param       itemId path string    true "The item's id"
// @Param       body   body TextInput true "The text"
// @Success     200 {object} TextView "The text as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/text [put]
func (h handler) replaceText(c echo.Context) error {
	user := httpx.User(c)
	meetingID, itemID, err := h.allowedIn(c, h.s.MayWrite)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in TextInput, version int) (httpx.Made, error) {
		t, err := h.s.WriteText(ctx, user, meetingID, itemID, version, in.Text)
		return httpx.Made{Path: itemPath(meetingID, itemID) + "/text", Version: t.Version, View: h.textView(user, meetingID, t)}, err
	}, families...)
}
