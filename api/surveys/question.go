package surveys

import (
	"slices"
	"strconv"
	"time"

	"envagin/api/platform/privacy"
	"envagin/api/platform/problem"
)

// Type is how a question is answered.
type Type string // @name SurveyQuestionType

// The types.
const (
	Single    Type = "single"    // one of the options
	Multiple  Type = "multiple"  // any of the options
	Scale     Type = "scale"     // a whole number from min to max
	Matrix    Type = "matrix"    // one of the options in each row
	Number    Type = "number"    // a number
	Date      Type = "date"      // a day
	ShortText Type = "shortText" // a line
	LongText  Type = "longText"  // several lines
	FileLink  Type = "fileLink"  // the address of a document
)

// Option is one of several that can be chosen, or a row of a matrix.
type Option struct {
	// Key is its stable name from round to round.
	Key string `json:"key" example:"manatligen"`
	// Sv is what it says in Swedish.
	Sv string `json:"sv" example:"Varje månad"`
	// En is what it says in English.
	En string `json:"en" example:"Every month"`
} // @name SurveyOption

// Op is how a condition compares.
type Op string // @name SurveyConditionOp

// The comparisons. On a question with several choices, one match is enough.
const (
	Is    Op = "is"
	IsNot Op = "isNot"
)

// Condition says when a question is asked: by the answer to an earlier one, which was asked itself.
type Condition struct {
	// QuestionKey is the earlier question.
	QuestionKey string `json:"questionKey" example:"samverkar"`
	// Op is how its answer is compared.
	Op Op `json:"op" enums:"is,isNot" example:"is"`
	// Values are the keys of the options, or the steps of the scale.
	Values []string `json:"values" example:"ja"`
} // @name SurveyCondition

// Question is one question of a round.
type Question struct {
	ID         string
	SurveyID   string
	SectionKey string
	Key        string // the same in every round
	Position   int
	Type       Type
	TextSv     string
	TextEn     string
	HelpSv     string // the page of the manual beside it
	HelpEn     string
	Required   bool
	Options    []Option `gorm:"serializer:json"`
	Rows       []Option `gorm:"column:matrix_rows;serializer:json"`
	Min        *float64 `gorm:"column:min_value"`
	Max        *float64 `gorm:"column:max_value"`
	MinLabelSv string
	MinLabelEn string
	MaxLabelSv string
	MaxLabelEn string
	Unit       string
	MaxLength  int
	Condition  *Condition `gorm:"serializer:json"`
	Version    int
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt  time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all questions.
func (Question) TableName() string { return "survey_questions" }

const (
	maxOptions  = 50
	maxLine     = 500
	maxLong     = 10_000
	maxScale    = 10
	maxQuestion = 1000
)

// settle makes what follows from the content.
func (q *Question) settle() {
	if q.Options == nil {
		q.Options = []Option{} // stored as lists, never as null
	}
	if q.Rows == nil {
		q.Rows = []Option{}
	}
}

// length is how long a text may be.
func (q Question) length() int {
	most := maxLine
	if q.Type == LongText {
		most = maxLong
	}
	if q.MaxLength > 0 {
		return min(q.MaxLength, most)
	}
	return most
}

// Check holds the rules of a question; earlier are those before it, on which it may depend.
func (q Question) Check(sections []Section, earlier []Question) error {
	var c problem.Checks
	c.Slug("key", q.Key)
	c.If(!slices.ContainsFunc(sections, func(s Section) bool { return s.Key == q.SectionKey }), "sectionKey", "unknownReference", "The round has no such section.")
	problem.OneOf(&c, "type", q.Type, Single, Multiple, Scale, Matrix, Number, Date, ShortText, LongText, FileLink)
	q.checkTexts(&c)
	choosing := q.Type == Single || q.Type == Multiple || q.Type == Matrix
	c.If(choosing && len(q.Options) < 2, "options", "tooFew", "At least two options.")
	c.If(!choosing && len(q.Options) > 0, "options", "notHere", "A question of this type has no options.")
	c.If(q.Type == Matrix && len(q.Rows) == 0, "rows", "tooFew", "At least one row.")
	c.If(q.Type != Matrix && len(q.Rows) > 0, "rows", "notHere", "Only a matrix has rows.")
	checkOptions(&c, "options", q.Options)
	checkOptions(&c, "rows", q.Rows)
	q.checkNumbers(&c)
	c.If(q.MaxLength < 0 || q.MaxLength > maxLong, "maxLength", "outOfRange", "Between 1 and "+strconv.Itoa(maxLong)+".")
	q.checkCondition(&c, earlier)
	return c.Err()
}

func (q Question) checkTexts(c *problem.Checks) {
	for _, t := range []struct {
		name, text string
		limit      int
		required   bool
	}{
		{"textSv", q.TextSv, maxQuestion, true}, {"textEn", q.TextEn, maxQuestion, true},
		{"helpSv", q.HelpSv, maxText, false}, {"helpEn", q.HelpEn, maxText, false},
		{"minLabelSv", q.MinLabelSv, 100, false}, {"minLabelEn", q.MinLabelEn, 100, false},
		{"maxLabelSv", q.MaxLabelSv, 100, false}, {"maxLabelEn", q.MaxLabelEn, 100, false},
		{"unit", q.Unit, 40, false},
	} {
		if t.required {
			c.Required(t.name, t.text)
		}
		c.MaxLength(t.name, t.text, t.limit)
		impersonal(c, t.name, t.text)
	}
}

func (q Question) checkNumbers(c *problem.Checks) {
	counted := q.Type == Scale || q.Type == Number
	c.If(!counted && (q.Min != nil || q.Max != nil), "min", "notHere", "Only a scale or a number has a least and a most.")
	c.If(q.Min != nil && q.Max != nil && *q.Max <= *q.Min, "max", "endBeforeStart", "The most is not above the least.")
	if q.Type == Scale {
		whole := q.Min != nil && q.Max != nil && *q.Min == float64(int(*q.Min)) && *q.Max == float64(int(*q.Max))
		c.If(!whole || *q.Max-*q.Min > maxScale, "max", "outOfRange", "A scale has a whole least and most, at most eleven steps.")
	}
}

func checkOptions(c *problem.Checks, name string, options []Option) {
	c.If(len(options) > maxOptions, name, "tooMany", "At most "+strconv.Itoa(maxOptions)+".")
	seen := map[string]bool{}
	for i, o := range options[:min(len(options), maxOptions)] {
		at := name + "[" + strconv.Itoa(i) + "]."
		c.Slug(at+"key", o.Key)
		c.If(seen[o.Key], at+"key", "duplicate", "Another has this key.")
		seen[o.Key] = true
		c.Line(at+"sv", o.Sv, 300)
		c.Line(at+"en", o.En, 300)
	}
}

// checkCondition holds the ways through: only forwards, and by answers that can be given.
func (q Question) checkCondition(c *problem.Checks, earlier []Question) {
	if q.Condition == nil {
		return
	}
	problem.OneOf(c, "condition.op", q.Condition.Op, Is, IsNot)
	at := slices.IndexFunc(earlier, func(e Question) bool { return e.Key == q.Condition.QuestionKey })
	if at < 0 {
		c.Add("condition.questionKey", "unknownReference", "A question can depend only on one that stands before it.")
		return
	}
	on := earlier[at]
	c.If(on.Type != Single && on.Type != Multiple && on.Type != Scale, "condition.questionKey", "notHere", "A question can depend on choices and scales.")
	c.If(len(q.Condition.Values) == 0, "condition.values", "required", "Say which answers.")
	c.If(len(q.Condition.Values) > maxOptions, "condition.values", "tooMany", "At most "+strconv.Itoa(maxOptions)+".")
	for _, value := range q.Condition.Values[:min(len(q.Condition.Values), maxOptions)] {
		c.If(!on.offers(value), "condition.values", "unknownReference", "That question has no such answer.")
	}
}

// offers tells whether an option or a step of the scale can be chosen.
func (q Question) offers(value string) bool {
	if q.Type == Scale {
		n, err := strconv.Atoi(value)
		return err == nil && q.Min != nil && q.Max != nil && float64(n) >= *q.Min && float64(n) <= *q.Max
	}
	return hasKey(q.Options, value)
}

func hasKey(options []Option, key string) bool {
	return slices.ContainsFunc(options, func(o Option) bool { return o.Key == key })
}

// impersonal refuses a text that tells of one person by number.
func impersonal(c *problem.Checks, name, text string) {
	c.If(privacy.HasPersonalNumber(text), name, "personalNumber", "The text seems to hold a personal identity number. Write it without saying whose it is.")
}
