// Package sample is a small API in the form of ours, for the test of the pipeline.
//
// @title   Sample
// @version 0.2.0
package sample

import (
	"time"

	"envagin/api/openapi/testdata/sample/httpx"
	"envagin/api/openapi/testdata/sample/problem"
)

// Kind is what sort of tree it is.
type Kind string

// The kinds.
const (
	Pine  Kind = "pine"
	Birch Kind = "birch"
)

// Input is what a writer states of a tree.
type Input struct {
	// Name is what it is called.
	Name string `json:"name" example:"Storbjörken"`
	// Kind is what sort it is.
	Kind Kind `json:"kind" enums:"pine,birch" example:"birch"`
	// PlantedOn is the day; absent when unknown.
	PlantedOn string `json:"plantedOn,omitempty" format:"date" example:"2019-05-01"`
	// Dated is as exact as is known.
	Dated *Dated `json:"dated,omitempty"`
	// FelledOn is null while it stands.
	FelledOn *string `json:"felledOn" format:"date" example:"2026-05-01" extensions:"x-nullable"`
	// Height is in metres.
	Height float64 `json:"height,omitempty" minimum:"0" example:"12.5"`
} // @name TreeInput

// Dated is a day known to the day, month or year.
type Dated struct {
	// Day is the first day it can be.
	Day string `json:"day" format:"date" example:"2019-01-01"`
	// Precision is how much is known.
	Precision string `json:"precision" enums:"day,month,year" example:"year"`
} // @name Dated

// View is a tree as everyone sees it.
type View struct {
	// ID of the tree.
	ID string `json:"id" format:"uuid" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	Input
	// Version counts edits.
	Version int `json:"version" example:"3"`
	// UpdatedAt is when it was last edited.
	UpdatedAt time.Time `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Links are what this viewer may do.
	Links Links `json:"_links"`
} // @name Tree

// Link is one entry of _links.
type Link struct {
	// Href is an absolute URL.
	Href string `json:"href" format:"uri" example:"https://envagin.example.se/api/v1/trees"`
	// Method to use.
	Method string `json:"method" example:"GET"`
} // @name Link

// Links are the relations by rel.
type Links map[string]Link // @name Links

// Meta tells where in a list the page stands.
type Meta struct {
	// TotalRecords is how many match in all.
	TotalRecords int `json:"totalRecords" example:"1"`
} // @name ListMeta

// Page is one page of trees.
type Page struct {
	// Items of the page.
	Items []View `json:"items"`
	// Meta of the page.
	Meta Meta `json:"_meta"`
	// Links to other pages.
	Links Links `json:"_links"`
} // @name TreePage

// list gives the trees.
//
// @Summary     List trees
// @Description All trees, by name.
// @Tags        about
// @ID          listTrees
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Param       kind  query string false "Only this kind" Enums(pine, birch)
// @Success     200 {object} Page "A page of trees"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /trees [get]
func list() {}

// create makes a tree.
//
// @Summary     Plant a tree
// @Description For those who may.
// @Tags        about
// @ID          createTree
// @Security    Bearer
// @Param       body body Input true "The tree"
// @Success     201 {object} View "The new tree"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /trees [post]
func create() {}

// get gives one tree.
//
// @Summary     Read a tree
// @Description One tree.
// @Tags        about
// @ID          getTree
// @Param       id path string true "The tree's id"
// @Success     200 {object} View "The tree"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /trees/{id} [get]
func get() {}

// replace puts new content on a tree.
//
// @Summary     Replace a tree
// @Description The whole content; a field left out is emptied.
// @Tags        about
// @ID          replaceTree
// @Security    Bearer
// @Param       id   path string true "The tree's id"
// @Param       body body Input  true "The tree"
// @Success     200 {object} View "The tree as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /trees/{id} [put]
func replace() { _ = httpx.IfMatch() }

// remove fells a tree, through a helper that reads If-Match.
//
// @Summary     Delete a tree
// @Description Only one that nobody lives in.
// @Tags        about
// @ID          deleteTree
// @Security    Bearer
// @Param       id path string true "The tree's id"
// @Success     204 "Deleted"
// @Failure     412 {object} problem.Problem "Stale"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /trees/{id} [delete]
func remove() { _ = problem.Problem{} }

// renew gives a new token for the cookie.
//
// @Summary     Renew a session
// @Description Takes the refresh token of the cookie.
// @Tags        accounts
// @ID          renewSession
// @Security    Session
// @Success     201 {object} Link "The session"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /session-renewals [post]
func renew() {}

// calendar gives the days as a calendar.
//
// @Summary     Export a calendar
// @Description The days on which trees were planted.
// @Tags        about
// @ID          exportTrees
// @Produce     text/calendar
// @Success     200 {string} string "An iCalendar document"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /trees/calendar [get]
func calendar() {}
