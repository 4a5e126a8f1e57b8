package surveys

import (
	"encoding/json"
	"slices"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// GroupInput is a declared group of staff, after the one that it lies under.
type GroupInput struct {
	// ID is told of a group that is there. A group is known by its key; what is sent here is left aside.
	ID string `json:"id,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c05"`
	// Key is its stable name.
	Key string `json:"key" example:"hemtjansten"`
	// ParentKey is the group that it lies under; absent at the top.
	ParentKey string `json:"parentKey,omitempty" example:"aldreomsorgen"`
	// BodyID is the body in the register that it is.
	BodyID *string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
	// NameSv is its name in Swedish.
	NameSv string `json:"nameSv" example:"Hemtjänsten"`
	// NameEn is its name in English.
	NameEn string `json:"nameEn" example:"Home care"`
	// Size is how many work in it, for coverage; 0 when it is not known.
	Size int `json:"size,omitempty" example:"240"`
} // @name SurveyGroupInput

// GroupView is a declared group.
type GroupView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c05"`
	GroupInput
} // @name SurveyGroup

// Content is what a writer states of a round, besides its groups.
type Content struct {
	// Key is the stable name: a–z, 0–9 and hyphen.
	Key string `json:"key" example:"kartlaggning-2027"`
	// PlanID is the plan whose mapping it is.
	PlanID *string `json:"planId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c02"`
	// FollowsID is the round before, with which it is compared.
	FollowsID *string `json:"followsId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c03"`
	// Answering is who answers: each unit, officially; or staff, without names.
	Answering Answering `json:"answering" enums:"unit,staff" example:"unit"`
	// TitleSv is the title in Swedish.
	TitleSv string `json:"titleSv" example:"Kartläggning 2027"`
	// TitleEn is the title in English.
	TitleEn string `json:"titleEn" example:"Mapping survey 2027"`
	// IntroSv says in Swedish why it is asked, in Markdown.
	IntroSv string `json:"introSv,omitempty" example:"Så arbetar vi i dag, och det vill vi utveckla."`
	// IntroEn says it in English.
	IntroEn string `json:"introEn,omitempty" example:"How we work today, and what we want to develop."`
	// IsSensitive tells that the answers touch people's own experience; nothing is then told of fewer than ten.
	IsSensitive bool `json:"isSensitive,omitempty" example:"false"`
	// Threshold is how many answers a group must have for anything to be told of it; 0 takes the floor, 10 in a
	// sensitive round and 7 otherwise. No setting goes under the floor.
	Threshold int `json:"threshold,omitempty" example:"10"`
	// OpensOn is the day on which it is meant to open.
	OpensOn day.Day `json:"opensOn,omitempty" swaggertype:"string" format:"date" example:"2027-02-01"`
	// ClosesOn is the last day to answer.
	ClosesOn day.Day `json:"closesOn,omitempty" swaggertype:"string" format:"date" example:"2027-03-15"`
	// Sections are the parts of the questionnaire, in their order.
	Sections []Section `json:"sections"`
	// Dimensions are the breakdowns of the results of a round of staff, declared before it opens.
	Dimensions []Dimension `json:"dimensions,omitempty"`
}

// Input is a round as its writer states it.
type Input struct {
	Content
	// Groups are the declared groups of a round of staff, each after the one that it lies under.
	Groups []GroupInput `json:"groups,omitempty"`
} // @name SurveyInput

// NewInput is a new round.
type NewInput struct {
	Input
	// FromTemplate fills it with the shipped questionnaire, in the plan's four parts; sections sent are then replaced.
	FromTemplate bool `json:"fromTemplate,omitempty" example:"true"`
} // @name SurveyCreation

// CopyInput is the next round.
type CopyInput struct {
	// Key is the new round's stable name.
	Key string `json:"key" example:"kartlaggning-2028"`
} // @name SurveyCopyInput

// ExtensionInput puts the last day later.
type ExtensionInput struct {
	// ClosesOn is the new last day to answer.
	ClosesOn day.Day `json:"closesOn" swaggertype:"string" format:"date" example:"2027-03-31"`
} // @name SurveyExtensionInput

// StepInput is the empty body of a step.
type StepInput struct{} // @name SurveyStepInput

// View is a round.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c04"`
	Content
	// Groups are the declared groups.
	Groups []GroupView `json:"groups"`
	// IntroSvHTML is the Swedish introduction as safe HTML.
	IntroSvHTML string `json:"introSvHtml" example:"<p>Så arbetar vi i dag.</p>"`
	// IntroEnHTML is the English introduction as safe HTML.
	IntroEnHTML string `json:"introEnHtml" example:"<p>How we work today.</p>"`
	// MinGroup is how many answers a group has at least, for anything to be told of it.
	MinGroup int `json:"minGroup" example:"7"`
	// State is how far it has come.
	State State `json:"state" enums:"draft,open,closed,published" example:"open"`
	// TakesAnswers tells that it can be answered today.
	TakesAnswers bool `json:"takesAnswers" example:"true"`
	// OpenedOn is when it was opened.
	OpenedOn day.Day `json:"openedOn,omitempty" swaggertype:"string" format:"date" example:"2027-02-01"`
	// ClosedOn is when it was closed.
	ClosedOn day.Day `json:"closedOn,omitempty" swaggertype:"string" format:"date" example:"2027-03-16"`
	// PublishedOn is when its results could be read by all.
	PublishedOn day.Day `json:"publishedOn,omitempty" swaggertype:"string" format:"date" example:"2027-04-10"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Survey

// Page is one page of rounds.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name SurveyPage

// QuestionInput is a question as its writer states it.
type QuestionInput struct {
	// SectionKey is the section in which it stands.
	SectionKey string `json:"sectionKey" example:"samverkan"`
	// Key is its stable name, the same in every round.
	Key string `json:"key" example:"samverkar-med"`
	// Position is where it stands among the round's questions, from 0; the others make room.
	Position int `json:"position,omitempty" example:"0"`
	// Type is how it is answered.
	Type Type `json:"type" enums:"single,multiple,scale,matrix,number,date,shortText,longText,fileLink" example:"single"`
	// TextSv is the question in Swedish.
	TextSv string `json:"textSv" example:"Hur ofta möts ni över enhetsgränserna?"`
	// TextEn is the question in English.
	TextEn string `json:"textEn" example:"How often do you meet across units?"`
	// HelpSv is its page of the manual in Swedish, in Markdown.
	HelpSv string `json:"helpSv,omitempty" example:"Räkna fasta möten, inte enskilda samtal."`
	// HelpEn is its page of the manual in English.
	HelpEn string `json:"helpEn,omitempty" example:"Count standing meetings, not single talks."`
	// Required tells that it must be answered, when it is asked.
	Required bool `json:"required,omitempty" example:"true"`
	// Options are what can be chosen, in their order.
	Options []Option `json:"options,omitempty"`
	// Rows are the rows of a matrix.
	Rows []Option `json:"rows,omitempty"`
	// Min is the least number, or the first step of a scale.
	Min *float64 `json:"min,omitempty" example:"1"`
	// Max is the greatest number, or the last step of a scale.
	Max *float64 `json:"max,omitempty" example:"5"`
	// MinLabelSv says in Swedish what the first step of a scale means.
	MinLabelSv string `json:"minLabelSv,omitempty" example:"Inte alls"`
	// MinLabelEn says it in English.
	MinLabelEn string `json:"minLabelEn,omitempty" example:"Not at all"`
	// MaxLabelSv says in Swedish what the last step of a scale means.
	MaxLabelSv string `json:"maxLabelSv,omitempty" example:"Helt och hållet"`
	// MaxLabelEn says it in English.
	MaxLabelEn string `json:"maxLabelEn,omitempty" example:"Entirely"`
	// Unit is what a number counts.
	Unit string `json:"unit,omitempty" example:"personer"`
	// MaxLength is how many characters a text may have; 0 takes 500 for a line and 10 000 for a long text.
	MaxLength int `json:"maxLength,omitempty" example:"2000"`
	// Condition says when it is asked; absent when it always is.
	Condition *Condition `json:"condition,omitempty"`
} // @name SurveyQuestionInput

// QuestionView is a question.
type QuestionView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c06"`
	QuestionInput
	// HelpSvHTML is its page of the manual in Swedish as safe HTML.
	HelpSvHTML string `json:"helpSvHtml" example:"<p>Räkna fasta möten.</p>"`
	// HelpEnHTML is its page of the manual in English as safe HTML.
	HelpEnHTML string `json:"helpEnHtml" example:"<p>Count standing meetings.</p>"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name SurveyQuestion

// QuestionPage is one page of questions.
type QuestionPage struct {
	Items []QuestionView  `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name SurveyQuestionPage

// TrialInput is an answer to try the questionnaire with. Nothing of it is kept.
type TrialInput struct {
	// Answers are the answers by question key, each written as its question's type wants.
	Answers json.RawMessage `json:"answers" swaggertype:"object"`
} // @name SurveyTrialInput

// byKey are the answers by question key.
func (in TrialInput) byKey() (out map[string]json.RawMessage, err error) {
	if err := json.Unmarshal(in.Answers, &out); err != nil {
		return nil, problem.Invalid(problem.Field{Name: "answers", Code: "wrongType", Detail: "An object of answers by the questions' keys."})
	}
	return out, nil
}

// TrialView is what the questionnaire would do with an answer.
type TrialView struct {
	// Asked are the keys of the questions that would be asked, in their order.
	Asked []string `json:"asked" example:"samverkar-med"`
	// IsWhole tells that the answer could be handed in.
	IsWhole bool `json:"isWhole" example:"false"`
	// Errors are what it would be refused for.
	Errors []problem.Field `json:"errors"`
} // @name SurveyTrial

func (in Content) survey() Survey {
	s := Survey{Key: in.Key, PlanID: in.PlanID, FollowsID: in.FollowsID, Answering: in.Answering, TitleSv: in.TitleSv, TitleEn: in.TitleEn,
		IntroSv: in.IntroSv, IntroEn: in.IntroEn, IsSensitive: in.IsSensitive, Threshold: in.Threshold, OpensOn: in.OpensOn, ClosesOn: in.ClosesOn,
		Sections: in.Sections, Dimensions: in.Dimensions}
	s.settle()
	return s
}

func (s Survey) content() Content {
	return Content{Key: s.Key, PlanID: s.PlanID, FollowsID: s.FollowsID, Answering: s.Answering, TitleSv: s.TitleSv, TitleEn: s.TitleEn,
		IntroSv: s.IntroSv, IntroEn: s.IntroEn, IsSensitive: s.IsSensitive, Threshold: s.Threshold, OpensOn: s.OpensOn, ClosesOn: s.ClosesOn,
		Sections: s.Sections, Dimensions: s.Dimensions}
}

func (w Whole) input() Input {
	in := Input{Content: w.content()}
	for _, g := range w.views() {
		in.Groups = append(in.Groups, g.GroupInput)
	}
	return in
}

func (w Whole) views() []GroupView {
	keys := map[string]string{}
	for _, g := range w.Groups {
		keys[g.ID] = g.Key
	}
	out := make([]GroupView, len(w.Groups))
	for i, g := range w.Groups {
		out[i] = GroupView{ID: g.ID, GroupInput: GroupInput{Key: g.Key, BodyID: g.BodyID, NameSv: g.NameSv, NameEn: g.NameEn, Size: g.Size}}
		if g.ParentID != nil {
			out[i].ParentKey = keys[*g.ParentID]
		}
	}
	return out
}

// named gives the groups without their ids, which the server alone gives.
func (in Input) named() []GroupInput {
	out := append([]GroupInput{}, in.Groups...)
	for i := range out {
		out[i].ID = ""
	}
	return out
}

// groupRows makes the rows of groups whose keys are in order. Those that are there
// already keep their ids.
func groupRows(surveyID string, groups []GroupInput, had []Group) []Group {
	ids := map[string]string{}
	out := make([]Group, len(groups))
	for i, g := range groups {
		out[i] = Group{ID: id.New(), SurveyID: surveyID, Key: g.Key, BodyID: g.BodyID, NameSv: g.NameSv, NameEn: g.NameEn, Size: g.Size, Position: i}
		if at := slices.IndexFunc(had, func(h Group) bool { return h.Key == g.Key }); at >= 0 {
			out[i].ID = had[at].ID
		}
		if above, known := ids[g.ParentKey]; known && g.ParentKey != "" {
			out[i].ParentID = &above
		}
		ids[g.Key] = out[i].ID
	}
	return out
}

func (in QuestionInput) question() Question {
	q := Question{SectionKey: in.SectionKey, Key: in.Key, Position: in.Position, Type: in.Type, TextSv: in.TextSv, TextEn: in.TextEn, HelpSv: in.HelpSv, HelpEn: in.HelpEn,
		Required: in.Required, Options: in.Options, Rows: in.Rows, Min: in.Min, Max: in.Max, MinLabelSv: in.MinLabelSv, MinLabelEn: in.MinLabelEn,
		MaxLabelSv: in.MaxLabelSv, MaxLabelEn: in.MaxLabelEn, Unit: in.Unit, MaxLength: in.MaxLength, Condition: in.Condition}
	q.settle()
	return q
}

func (q Question) input() QuestionInput {
	return QuestionInput{SectionKey: q.SectionKey, Key: q.Key, Position: q.Position, Type: q.Type, TextSv: q.TextSv, TextEn: q.TextEn, HelpSv: q.HelpSv, HelpEn: q.HelpEn,
		Required: q.Required, Options: q.Options, Rows: q.Rows, Min: q.Min, Max: q.Max, MinLabelSv: q.MinLabelSv, MinLabelEn: q.MinLabelEn,
		MaxLabelSv: q.MaxLabelSv, MaxLabelEn: q.MaxLabelEn, Unit: q.Unit, MaxLength: q.MaxLength, Condition: q.Condition}
}
