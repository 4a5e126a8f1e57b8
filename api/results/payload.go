package results

import (
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/surveys"
)

// QuestionName is what a table's question is called.
type QuestionName struct {
	// Key is its stable name, by which tables point at it.
	Key string `json:"key" example:"stod-i-rutin"`
	// SectionKey is the part of the questionnaire that it stands in.
	SectionKey string `json:"sectionKey" example:"upptacka"`
	// Type says how it was answered.
	Type surveys.Type `json:"type" enums:"single,multiple,scale,matrix,number,date,shortText,longText,fileLink" example:"single"`
	// TextSv is the question in Swedish.
	TextSv string `json:"textSv" example:"Har ni en rutin för att ställa frågan om våld?"`
	// TextEn is the question in English.
	TextEn string `json:"textEn" example:"Do you have a routine for asking about violence?"`
	// Options are what could be chosen.
	Options []surveys.Option `json:"options,omitempty"`
	// Rows are the rows of a matrix.
	Rows []surveys.Option `json:"rows,omitempty"`
} // @name SurveyResultQuestion

// GroupName is what a group is called.
type GroupName struct {
	// Dimension is the breakdown that it belongs to.
	Dimension string `json:"dimension" example:"forvaltning"`
	// Group is its key in the tables.
	Group string `json:"group" example:"forskola"`
	// Parent is the group that it lies under.
	Parent string `json:"parent,omitempty" example:"utbildning"`
	// NameSv is its name in Swedish.
	NameSv string `json:"nameSv" example:"Förskola"`
	// NameEn is its name in English.
	NameEn string `json:"nameEn" example:"Pre-school"`
} // @name SurveyResultGroup

// DimensionName is what a breakdown is called.
type DimensionName struct {
	// Key is its key in the tables.
	Key string `json:"key" example:"forvaltning"`
	// NameSv is its name in Swedish.
	NameSv string `json:"nameSv" example:"Förvaltning"`
	// NameEn is its name in English.
	NameEn string `json:"nameEn" example:"Administration"`
} // @name SurveyResultDimension

// RoundName tells a round.
type RoundName struct {
	// SurveyID is the round.
	SurveyID string `json:"surveyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d02"`
	// TitleSv is its title in Swedish.
	TitleSv string `json:"titleSv" example:"Så arbetar vi mot våld 2026"`
	// TitleEn is its title in English.
	TitleEn string `json:"titleEn" example:"How we work against violence 2026"`
	// ClosedOn is when it closed.
	ClosedOn day.Day `json:"closedOn" swaggertype:"string" format:"date" example:"2026-03-16"`
} // @name SurveyResultRound

// BeforeView is an earlier round, told for the same groups: one that is made otherwise, or hidden in either round, is null.
type BeforeView struct {
	RoundName
	// MinGroup is how many answers a group has at least for anything to be told of it.
	MinGroup int `json:"minGroup" example:"7"`
	// N is how many answered, to the nearest five; null when they are fewer than MinGroup.
	N *int `json:"n" example:"480" extensions:"x-nullable"`
	// Tables are those of the later round, in the same order.
	Tables []Table `json:"tables"`
} // @name SurveyResultBefore

// View is what a published round told, as the command envagin surveys publish writes it, with what things are called.
type View struct {
	RoundName
	Published
	// Questions are in the order of the questionnaire.
	Questions []QuestionName `json:"questions"`
	// DimensionNames are the breakdowns, as declared.
	DimensionNames []DimensionName `json:"dimensionNames"`
	// GroupNames are what the groups of the breakdowns are called; "other", also under a group, are the merged ones.
	GroupNames []GroupName `json:"groupNames"`
	// Before is the round that was asked for beside it; null when none was.
	Before *BeforeView `json:"before" extensions:"x-nullable"`
	Links  httpx.Links `json:"_links"`
} // @name SurveyResults

func named(r surveys.Survey) RoundName {
	return RoundName{SurveyID: r.ID, TitleSv: r.TitleSv, TitleEn: r.TitleEn, ClosedOn: r.ClosedOn}
}

// view tells it with what things are called.
func (t Told) view(links httpx.Links) View {
	v := View{RoundName: named(t.Round), Published: t.Published, Questions: []QuestionName{}, DimensionNames: []DimensionName{}, GroupNames: t.groupNames(), Links: links}
	for _, q := range t.Questions {
		v.Questions = append(v.Questions, QuestionName{q.Key, q.SectionKey, q.Type, q.TextSv, q.TextEn, q.Options, q.Rows})
	}
	for _, d := range t.Round.Dimensions {
		v.DimensionNames = append(v.DimensionNames, DimensionName{d.Key, d.NameSv, d.NameEn})
	}
	if b := t.Before; b != nil {
		v.Before = &BeforeView{RoundName: named(b.Round), MinGroup: b.MinGroup, N: b.N, Tables: b.Tables}
	}
	return v
}

func (t Told) groupNames() []GroupName {
	out := []GroupName{}
	for _, d := range t.Round.Dimensions {
		if d.QuestionKey == "" {
			keys := map[string]string{}
			for _, g := range t.Groups {
				keys[g.ID] = g.Key
				name := GroupName{Dimension: d.Key, Group: g.Key, NameSv: g.NameSv, NameEn: g.NameEn}
				if g.ParentID != nil {
					name.Parent = keys[*g.ParentID]
				}
				out = append(out, name)
			}
			continue
		}
		for _, q := range t.Questions {
			if q.Key != d.QuestionKey {
				continue
			}
			for _, o := range q.Options {
				out = append(out, GroupName{Dimension: d.Key, Group: o.Key, NameSv: o.Sv, NameEn: o.En})
			}
		}
	}
	return out
}
