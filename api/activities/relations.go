package activities

import (
	"time"

	"envagin/api/platform/problem"
)

// Dependency says that one activity comes before another.
type Dependency struct {
	ID         string
	ActivityID string // the one that waits
	BeforeID   string // the one that comes before
	Version    int
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
}

// InternalNote is what those who answer write among themselves; it has readers
// and a version of its own.
type InternalNote struct {
	ActivityID string `gorm:"primaryKey"`
	Text       string
	Version    int
	UpdatedAt  time.Time `gorm:"autoUpdateTime:false"`
}

// Check holds the rules of a note.
func (n InternalNote) Check() error {
	var c problem.Checks
	c.MaxLength("text", n.Text, 20_000)
	return c.Err()
}

// reaches tells whether one can walk from start to goal along edges: the test
// for circles among dependencies and parents.
func reaches(edges map[string][]string, start, goal string) bool {
	seen := map[string]bool{}
	queue := []string{start}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if at == goal {
			return true
		}
		if seen[at] {
			continue
		}
		seen[at] = true
		queue = append(queue, edges[at]...)
	}
	return false
}
