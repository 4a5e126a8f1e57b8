package compilations

import (
	"encoding/json"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/responses"
	"envagin/api/surveys"
)

// UnitView is a unit that has signed its answer.
type UnitView struct {
	// UnitID is the unit.
	UnitID string `json:"unitId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
	// NameSv is what it is called in Swedish.
	NameSv string `json:"nameSv" example:"Centrum mot våld"`
	// NameEn is what it is called in English.
	NameEn string `json:"nameEn" example:"Centre against violence"`
	// BoardID is the board that it lies under; absent when there is none.
	BoardID string `json:"boardId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c02"`
	// ResponseID is its answer to the round.
	ResponseID string `json:"responseId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e01"`
} // @name CompilationUnit

// BoardView is a board with units that have answered.
type BoardView struct {
	// BoardID is the board.
	BoardID string `json:"boardId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c02"`
	// NameSv is what it is called in Swedish.
	NameSv string `json:"nameSv" example:"Individ- och familjenämnden"`
	// NameEn is what it is called in English.
	NameEn string `json:"nameEn" example:"Individual and family committee"`
	// Answered is how many units under it have signed.
	Answered int `json:"answered" example:"4"`
} // @name CompilationBoard

// BoardCount is how many units under a board chose something.
type BoardCount struct {
	// BoardID is the board.
	BoardID string `json:"boardId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c02"`
	// Count is how many units.
	Count int `json:"count" example:"3"`
} // @name CompilationBoardCount

// CountView is how many units chose something that could be chosen.
type CountView struct {
	// Row is the row of a matrix, by key.
	Row string `json:"row,omitempty" example:"barn"`
	// RowSv is what the row is called in Swedish.
	RowSv string `json:"rowSv,omitempty" example:"Barn"`
	// RowEn is what the row is called in English.
	RowEn string `json:"rowEn,omitempty" example:"Children"`
	// Option is the option, or the step of a scale, by key.
	Option string `json:"option" example:"ja"`
	// Sv is what it is called in Swedish.
	Sv string `json:"sv" example:"Ja"`
	// En is what it is called in English.
	En string `json:"en" example:"Yes"`
	// Count is how many units chose it.
	Count int `json:"count" example:"12"`
	// Boards are the same for each board, where any unit chose it.
	Boards []BoardCount `json:"boards"`
} // @name CompilationCount

// AnswerView is what a unit answered.
type AnswerView struct {
	// UnitID is the unit.
	UnitID string `json:"unitId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
	// Value is what it answered, as the question's type has it.
	Value any `json:"value"`
} // @name CompilationAnswer

// QuestionView is a question with what was answered.
type QuestionView struct {
	// Key is its stable name from round to round.
	Key string `json:"key" example:"stod-i-rutin"`
	// SectionKey is the part of the questionnaire that it stands in.
	SectionKey string `json:"sectionKey" example:"upptacka"`
	// Type says how it was answered.
	Type surveys.Type `json:"type" enums:"single,multiple,scale,matrix,number,date,shortText,longText,fileLink" example:"single"`
	// TextSv is the question in Swedish.
	TextSv string `json:"textSv" example:"Har ni en rutin för att ställa frågan om våld?"`
	// TextEn is the question in English.
	TextEn string `json:"textEn" example:"Do you have a routine for asking about violence?"`
	// Unit is what a number counts.
	Unit string `json:"unit,omitempty" example:"personer"`
	// Answered is how many units answered it.
	Answered int `json:"answered" example:"14"`
	// Counts are what could be chosen, in the questionnaire's order; empty where one writes freely.
	Counts []CountView `json:"counts"`
	// Answers are what each unit answered, in the order of units.
	Answers []AnswerView `json:"answers"`
} // @name CompilationQuestion

// UseView is what was made of an answer.
type UseView struct {
	// Kind is what it became.
	Kind responses.UseKind `json:"kind" enums:"goodExample,need,proposedActivity" example:"need"`
	// Text says it so that it is understood without the survey.
	Text string `json:"text" example:"Enheterna behöver en gemensam rutin för placering."`
	// UnitID is the unit that answered.
	UnitID string `json:"unitId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
	// UnitNames are what the unit is called.
	UnitNames responses.Names `json:"unitNames"`
	// ResponseID is the answer to the round that it came from.
	ResponseID string `json:"responseId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e01"`
	// QuestionKey is the question that it came from.
	QuestionKey string `json:"questionKey" example:"behov-utveckla"`
	// Value is what the answer said then.
	Value any `json:"value"`
	// ActivityID is the activity that a proposal became.
	ActivityID string `json:"activityId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
} // @name CompilationUse

// View is what the units have signed in a round, compiled.
type View struct {
	// SurveyID is the round.
	SurveyID string `json:"surveyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e00"`
	// TitleSv is its title in Swedish.
	TitleSv string `json:"titleSv" example:"Kartläggning 2026"`
	// TitleEn is its title in English.
	TitleEn string `json:"titleEn" example:"Mapping 2026"`
	// State is how far the round has come; before it is published only the coordinator reads this.
	State surveys.State `json:"state" enums:"open,closed,published" example:"published"`
	// ClosedOn is when it closed; absent while it is open.
	ClosedOn day.Day `json:"closedOn,omitempty" swaggertype:"string" format:"date" example:"2026-03-16"`
	// Asked is how many units there were to answer.
	Asked int `json:"asked" example:"18"`
	// Answered is how many of them have signed.
	Answered int `json:"answered" example:"14"`
	// Units are those that have signed.
	Units []UnitView `json:"units"`
	// Boards are those that they lie under.
	Boards []BoardView `json:"boards"`
	// Questions are in the order of the questionnaire.
	Questions []QuestionView `json:"questions"`
	// Uses are the good examples, needs and proposed activities that answers became.
	Uses  []UseView   `json:"uses"`
	Links httpx.Links `json:"_links"`
} // @name Compilation

func (c Compilation) view(links httpx.Links) View {
	v := View{SurveyID: c.Round.ID, TitleSv: c.Round.TitleSv, TitleEn: c.Round.TitleEn, State: c.Round.State, ClosedOn: c.Round.ClosedOn,
		Asked: c.Asked, Answered: len(c.Signed), Units: []UnitView{}, Questions: []QuestionView{}, Uses: []UseView{}, Links: links}
	under := map[string]int{}
	for _, r := range c.Signed {
		unit, _ := c.tree.Body(r.UnitID)
		under[c.boards[r.UnitID]]++
		v.Units = append(v.Units, UnitView{r.UnitID, unit.NameSv, unit.NameEn, c.boards[r.UnitID], r.ID})
	}
	v.Boards = c.boardViews(under)
	for _, q := range c.Questions {
		v.Questions = append(v.Questions, c.question(q, v.Boards))
	}
	for _, u := range c.Uses {
		v.Uses = append(v.Uses, UseView{u.Kind, u.Text, u.Unit.ID, responses.Names{Sv: u.Unit.NameSv, En: u.Unit.NameEn}, u.ResponseID, u.QuestionKey, json.RawMessage(u.Value), u.ActivityID})
	}
	return v
}

// boardViews are the boards with units that answered, by name.
func (c Compilation) boardViews(answered map[string]int) []BoardView {
	out := []BoardView{}
	for _, bodyID := range c.tree.IDs() {
		if n := answered[bodyID]; n > 0 {
			b, _ := c.tree.Body(bodyID)
			out = append(out, BoardView{bodyID, b.NameSv, b.NameEn, n})
		}
	}
	return out
}

func (c Compilation) question(q surveys.Question, in []BoardView) QuestionView {
	v := QuestionView{Key: q.Key, SectionKey: q.SectionKey, Type: q.Type, TextSv: q.TextSv, TextEn: q.TextEn, Unit: q.Unit, Counts: []CountView{}, Answers: []AnswerView{}}
	for _, x := range choices(q) {
		all, byBoard := c.count(q, x)
		count := CountView{x.row.Key, x.row.Sv, x.row.En, x.option.Key, x.option.Sv, x.option.En, all, []BoardCount{}}
		for _, b := range in {
			if n := byBoard[b.BoardID]; n > 0 {
				count.Boards = append(count.Boards, BoardCount{b.BoardID, n})
			}
		}
		v.Counts = append(v.Counts, count)
	}
	for _, r := range c.Signed {
		if value := r.Values[q.Key]; value != nil {
			v.Answers = append(v.Answers, AnswerView{r.UnitID, value})
		}
	}
	v.Answered = len(v.Answers)
	return v
}
