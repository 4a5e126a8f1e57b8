package results

import "envagin/api/platform/httpx"

// TextInput is what somebody says who has read a text.
type TextInput struct {
	// State is allowed when everyone may read the text, withheld when it shows who somebody is.
	State TextState `json:"state" enums:"allowed,withheld" example:"allowed"`
	// Strike are the words that are not told, each as it stands in the text; […] comes in their place. At most 50.
	Strike []string `json:"strike,omitempty" example:"på Ekbacken"`
} // @name FreeTextInput

// TextView is what somebody wrote in their own words.
type TextView struct {
	// ID says nothing of when it was written or by whom.
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d71"`
	// QuestionKey is the question that was answered.
	QuestionKey string `json:"questionKey" example:"fritt"`
	// Dimension is the breakdown to whose group the writer belongs; "" for the whole, or for what is left of it.
	Dimension string `json:"dimension" example:"enhet"`
	// Group is the group's key in the tables; "" for the whole, or for what is left of it.
	Group string `json:"group" example:"grundskola"`
	// State is published in what everyone reads; before that waiting, allowed or withheld.
	State TextState `json:"state" enums:"waiting,allowed,withheld,published" example:"published"`
	// Text is what was written; once it is published as it is told.
	Text string `json:"text" example:"Vi skulle behöva öva på att fråga."`
	// Strike are the words that are not told, until it is published.
	Strike []string `json:"strike"`
	// Told is the text without them.
	Told string `json:"told" example:"Vi skulle behöva öva på att fråga."`
	// Version counts edits; it stands first in the ETag.
	Version int         `json:"version" example:"1"`
	Links   httpx.Links `json:"_links"`
} // @name FreeText

// TextPage is one page of texts.
type TextPage struct {
	Items []TextView      `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name FreeTextPage

func (t Text) view(links httpx.Links) TextView {
	return TextView{ID: t.ID, QuestionKey: t.QuestionKey, Dimension: t.Dimension, Group: t.GroupKey, State: t.State, Text: t.Wording, Strike: t.Struck, Told: t.Told,
		Version: t.Version, Links: links}
}
