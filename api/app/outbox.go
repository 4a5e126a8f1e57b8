package app

import (
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
	"envagin/api/platform/mail"
)

// OutboxMessage is a letter that was kept instead of sent.
type OutboxMessage struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	// Kind tells which letter it is.
	Kind string `json:"kind" example:"invitation"`
	// Sender is who wrote it.
	Sender string `json:"sender" example:"En väg in <no-reply@demo.example>"`
	// Recipient is whom it would have gone to.
	Recipient string `json:"recipient" example:"eva@demo.example"`
	// Subject is its heading.
	Subject string `json:"subject" example:"Inbjudan till En väg in"`
	// Text is the letter, in plain text; its links lead into the app.
	Text string `json:"text" example:"Hej! …"`
	// Calendar is the entry for the calendar that it brings (iCalendar); absent when it brings none.
	Calendar string `json:"calendar,omitempty" example:"BEGIN:VCALENDAR …"`
	// CreatedAt is when it would have been sent.
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name OutboxMessage

// OutboxPage is one page of letters.
type OutboxPage struct {
	Items []OutboxMessage `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name OutboxMessagePage

func (a *App) mountOutbox() {
	a.API.GET("/outbox-messages", a.listOutbox)
	a.API.GET("/outbox-messages/:id", a.getOutbox)
}

func (a *App) letter(k mail.Kept) OutboxMessage {
	return OutboxMessage{ID: k.ID, Kind: k.Kind, Sender: k.Sender, Recipient: k.Recipient, Subject: k.Subject, Text: k.Body, Calendar: k.Calendar,
		CreatedAt: k.CreatedAt, Links: a.API.Self("/outbox-messages/" + k.ID)}
}

// listOutbox gives the letters of the trial, newest first. It is asked anew each
// time: letters raise no revision.
//
// @Summary     List letters not sent
// @Description The letters that a demo keeps instead of sending, newest first, for anyone who tries it out. Elsewhere there is no outbox, and the answer is 404.
// @Tags        outbox
// @ID          listOutboxMessages
// @Param       page  query int false "Page, from 1"
// @Param       limit query int false "Items a page, 1–100"
// @Success     200 {object} OutboxPage "A page of letters"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /outbox-messages [get]
func (a *App) listOutbox(c echo.Context) error {
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	kept, total, err := a.Mail.Letters(c.Request().Context(), q.Offset(), q.Limit)
	if err != nil {
		return err
	}
	page := OutboxPage{Items: httpx.Each(kept, a.letter)}
	page.Meta, page.Links = a.API.PageOf(c, q.Paging, total, len(kept))
	return fresh(c, page)
}

// getOutbox gives one letter.
//
// @Summary     Read a letter not sent
// @Description One letter of a demo's outbox.
// @Tags        outbox
// @ID          getOutboxMessage
// @Param       id path string true "The letter's id"
// @Success     200 {object} OutboxMessage "The letter"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /outbox-messages/{id} [get]
func (a *App) getOutbox(c echo.Context) error {
	kept, err := a.Mail.Letter(c.Request().Context(), c.Param("id"))
	if err != nil {
		return err
	}
	return fresh(c, a.letter(kept))
}

// fresh answers with what nobody keeps.
func fresh(c echo.Context, view any) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, view)
}
