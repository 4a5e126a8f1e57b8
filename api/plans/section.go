package plans

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"envagin/api/platform/problem"
)

// Embed is what of the plan's data the page shows after a section's text.
type Embed string // @name SectionEmbed

// What can be embedded; NoEmbed is only text.
const (
	NoEmbed            Embed = ""
	EmbedActivities    Embed = "activities"
	EmbedGoals         Embed = "goals"
	EmbedViolenceAreas Embed = "violenceAreas"
	EmbedTargetGroups  Embed = "targetGroups"
	EmbedTimeline      Embed = "timeline"
)

// Section is a piece of a plan's text, with its place in the tree.
type Section struct {
	ID        string
	PlanID    string
	Anchor    string
	ParentID  *string
	Position  int
	Title     string
	Body      string // Markdown
	Embed     Embed
	IsSummary bool
	Lang      string
	Version   int
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt time.Time `gorm:"autoUpdateTime:false"`
}

// The bounds of a plan's text: deeper than any heading level of a page, and more
// sections than any plan that can be read whole.
const (
	maxDepth    = 5
	maxSections = 300
)

// Check holds the rules of a section by itself.
func (s Section) Check() error {
	var c problem.Checks
	c.Slug("anchor", s.Anchor)
	checkID(&c, "parentId", s.ParentID)
	c.Range("position", s.Position, 0, 10_000)
	c.Line("title", s.Title, 200)
	c.MaxLength("body", s.Body, 50_000)
	problem.OneOf(&c, "embed", s.Embed, NoEmbed, EmbedActivities, EmbedGoals, EmbedViolenceAreas, EmbedTargetGroups, EmbedTimeline)
	CheckLang(&c, "lang", s.Lang)
	return c.Err()
}

// Contents is a plan's sections in reading order, with their numbers.
type Contents struct {
	ordered  []Section
	byID     map[string]Section
	byAnchor map[string]Section
	numbers  map[string]string
}

// contentsOf puts sections in reading order: each followed by what lies under
// it, siblings by position. The anchor decides between equal positions, so that
// a copy of the plan with other ids reads the same.
func contentsOf(sections []Section) Contents {
	all := Contents{byID: map[string]Section{}, byAnchor: map[string]Section{}, numbers: map[string]string{}}
	under := map[string][]Section{}
	for _, s := range sections {
		all.byID[s.ID], all.byAnchor[s.Anchor] = s, s
		under[deref(s.ParentID)] = append(under[deref(s.ParentID)], s)
	}
	for _, siblings := range under {
		slices.SortFunc(siblings, func(a, b Section) int {
			return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.Anchor, b.Anchor))
		})
	}
	var walk func(parent, prefix string)
	walk = func(parent, prefix string) {
		for i, s := range under[parent] {
			number := prefix + strconv.Itoa(i+1)
			all.ordered = append(all.ordered, s)
			all.numbers[s.ID] = number
			walk(s.ID, number+".")
		}
	}
	walk("", "")
	return all
}

func deref(ref *string) string {
	if ref == nil {
		return ""
	}
	return *ref
}

// with gives the contents as they will be with these sections added or changed.
func (all Contents) with(changed ...Section) Contents {
	sections := slices.Clone(all.ordered)
	for _, s := range changed {
		i := slices.IndexFunc(sections, func(o Section) bool { return o.ID == s.ID })
		if i < 0 {
			sections = append(sections, s)
		} else {
			sections[i] = s
		}
	}
	return contentsOf(sections)
}

// Len is how many sections there are.
func (all Contents) Len() int { return len(all.ordered) }

// Number is a section's place, such as "3.2".
func (all Contents) Number(sectionID string) string { return all.numbers[sectionID] }

// hasUnder tells whether other sections lie under this one.
func (all Contents) hasUnder(sectionID string) bool {
	return slices.ContainsFunc(all.ordered, func(s Section) bool { return deref(s.ParentID) == sectionID })
}

// checkPlace refuses, among the contents as they will be, a section whose
// parent is missing or lies under it, and a tree that has grown too deep.
func (all Contents) checkPlace(s Section) error {
	var c problem.Checks
	depth := 1
	for parent := s.ParentID; parent != nil; depth++ {
		up, ok := all.byID[*parent]
		switch {
		case !ok:
			return unknown("parentId", "The plan has no such section.")
		case up.ID == s.ID, depth > maxSections:
			return problem.Invalid(problem.Field{Name: "parentId", Code: "cycle", Detail: "The section would lie under itself."})
		}
		parent = up.ParentID
	}
	deepest := strings.Count(all.numbers[s.ID], ".")
	for _, below := range all.ordered {
		if n := all.numbers[below.ID]; strings.HasPrefix(n, all.numbers[s.ID]+".") {
			deepest = max(deepest, strings.Count(n, "."))
		}
	}
	c.If(deepest+1 > maxDepth, "parentId", "outOfRange", "The tree is at most five levels deep.")
	c.If(all.Len() > maxSections, "anchor", "tooMany", "A plan has at most 300 sections.")
	return c.Err()
}

var reference = regexp.MustCompile(`\[\[#([a-z0-9-]+)\]\]`)

// checkBody refuses references to sections that are not there.
func (all Contents) checkBody(s Section) error {
	var c problem.Checks
	for _, found := range reference.FindAllStringSubmatch(s.Body, -1) {
		_, ok := all.byAnchor[found[1]]
		c.If(!ok, "body", "unknownReference", "The plan has no section with the anchor "+found[1]+".")
	}
	return c.Err()
}

// Resolve turns the references of a text into links with number and title. One
// to a section that has gone stays as the text it is.
func (all Contents) Resolve(body string) string {
	return reference.ReplaceAllStringFunc(body, func(ref string) string {
		anchor := reference.FindStringSubmatch(ref)[1]
		s, ok := all.byAnchor[anchor]
		if !ok {
			return escape(ref)
		}
		return "[" + escape(all.numbers[s.ID]+" "+s.Title) + "](#" + anchor + ")"
	})
}

// escape makes text mean itself in Markdown.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_{}[]()<>#+-.!|~&\"'", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
