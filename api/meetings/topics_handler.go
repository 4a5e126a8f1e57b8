package meetings

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountTopics() {
	h.api.GET("/council-topics", h.listTopics)
	h.api.POST("/council-topics", h.createTopic)
	h.api.GET("/council-topics/:id", h.getTopic)
	h.api.PUT("/council-topics/:id", h.replaceTopic)
	h.api.DELETE("/council-topics/:id", h.deleteTopic)
	h.api.PUT("/council-topics/:id/answer", h.answerTopic)
}

func topicPath(id string) string { return "/council-topics/" + id }

func (h handler) topicView(user auth.User, t SeenTopic) TopicView {
	links := h.api.Self(topicPath(t.ID))
	h.api.Editable(links, t.EditableBy(user), topicPath(t.ID))
	links.Allow(user.May(auth.KeepMeetings), "answer", h.api.Link(http.MethodPut, topicPath(t.ID)+"/answer"))
	if t.MeetingID != nil {
		links["meeting"] = h.api.Link(http.MethodGet, "/council-meetings/"+*t.MeetingID)
	}
	return TopicView{ID: t.ID, TopicInput: t.input(), State: t.State, Reason: t.Reason, ProposedBy: t.By, IsMine: t.ProposedBy == user.ID,
		Version: t.Version, CreatedAt: t.CreatedAt, UpdatedAt: t.UpdatedAt, Links: links}
}

func (h handler) topicMade(user auth.User, t SeenTopic) httpx.Made {
	return httpx.Made{Path: topicPath(t.ID), Version: t.Version, View: h.topicView(user, t)}
}

type topicQuery struct {
	httpx.Paging
	State   string `query:"state" oneof:"proposed taken declined"`
	Meeting string `query:"meeting"`
}

// listTopics gives what members want to take up.
//
// @Summary     List topics that members propose
// @Description What the council's members want it to take up, newest first. For those who propose topics or keep the meetings.
// @Tags        council-meetings
// @ID          listCouncilTopics
// @Param       page    query int    false "Page, from 1"
// @Param       limit   query int    false "Items a page, 1–100"
// @Param       state   query string false "Only those in this state" Enums(proposed, taken, declined)
// @Param       meeting query string false "Only those meant for this meeting, by id"
// @Success     200 {object} TopicPage "A page of topics"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-topics [get]
func (h handler) listTopics(c echo.Context) error {
	q, err := httpx.Query[topicQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[TopicPage](h.api, c, q.Paging, func(ctx context.Context) ([]TopicView, int, error) {
		found, total, err := h.s.Topics(ctx, user, TopicFilter{State: q.State, Meeting: q.Meeting, Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(found, func(t SeenTopic) TopicView { return h.topicView(user, t) }), total, err
	})
}

// createTopic keeps a proposal.
//
// @Summary     Propose a topic to the council
// @Description For the council's members, its secretary, the coordinator and the experts.
// @Tags        council-meetings
// @ID          createCouncilTopic
// @Security    Bearer
// @Param       body body TopicInput true "The topic"
// @Success     201 {object} TopicView "The topic"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-topics [post]
func (h handler) createTopic(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayPropose(user), func(ctx context.Context, in TopicInput) (httpx.Made, error) {
		t, err := h.s.ProposeTopic(ctx, user, in.topic())
		return h.topicMade(user, t), err
	})
}

// getTopic gives one topic.
//
// @Summary     Read a proposed topic
// @Description For those who propose topics or keep the meetings.
// @Tags        council-meetings
// @ID          getCouncilTopic
// @Param       id path string true "The topic's id"
// @Success     200 {object} TopicView "The topic"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-topics/{id} [get]
func (h handler) getTopic(c echo.Context) error {
	topicID, err := httpx.ID(c, "id", topicType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		t, err := h.s.Topic(ctx, user, topicID)
		return h.topicView(user, t), t.Version, err
	})
}

// replaceTopic changes a topic.
//
// @Summary     Replace a proposed topic
// @Description By who proposed it, while it waits, and by those who keep the meetings.
// @Tags        council-meetings
// @ID          replaceCouncilTopic
// @Security    Bearer
// @Param       id   path string     true "The topic's id"
// @Param       body body TopicInput true "The topic"
// @Success     200 {object} TopicView "The topic"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-topics/{id} [put]
func (h handler) replaceTopic(c echo.Context) error {
	user := httpx.User(c)
	topicID, err := httpx.Allowed(c, "id", topicType, h.s.MayChangeTopic)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in TopicInput, version int) (httpx.Made, error) {
		t, err := h.s.ReplaceTopic(ctx, user, topicID, version, in.topic())
		return h.topicMade(user, t), err
	})
}

// deleteTopic withdraws a topic.
//
// @Summary     Withdraw a proposed topic
// @Description By who proposed it, while it waits, and by those who keep the meetings.
// @Tags        council-meetings
// @ID          deleteCouncilTopic
// @Security    Bearer
// @Param       id path string true "The topic's id"
// @Success     204 "Withdrawn"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-topics/{id} [delete]
func (h handler) deleteTopic(c echo.Context) error {
	topicID, err := httpx.Allowed(c, "id", topicType, h.s.MayChangeTopic)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.WithdrawTopic(ctx, httpx.User(c), topicID, version)
	})
}

// answerTopic says what becomes of a topic.
//
// @Summary     Answer a proposed topic
// @Description Taken, or declined with a reason, by those who keep the meetings; proposed again undoes it.
// @Tags        council-meetings
// @ID          answerCouncilTopic
// @Security    Bearer
// @Param       id   path string      true "The topic's id"
// @Param       body body TopicAnswer true "The answer"
// @Success     200 {object} TopicView "The topic"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-topics/{id}/answer [put]
func (h handler) answerTopic(c echo.Context) error {
	user := httpx.User(c)
	topicID, err := httpx.Allowed(c, "id", topicType, h.s.MayAnswerTopic)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in TopicAnswer, version int) (httpx.Made, error) {
		t, err := h.s.AnswerTopic(ctx, user, topicID, version, in)
		return h.topicMade(user, t), err
	})
}
