package results

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"envagin/api/surveys"
)

// heads are the columns' names. They are the same in both languages: programs read them.
var heads = []string{"question", "questionText", "row", "rowText", "dimension", "group", "groupText", "n", "option", "optionText", "low", "high"}

// csv is a line for each option of each group in each table. Programs for tables take a cell that
// begins with one of = + - @ as a formula, so such a text gets an apostrophe before it.
func (t Told) csv(lang string) ([]byte, error) {
	var file bytes.Buffer
	w := csv.NewWriter(&file)
	lines := [][]string{heads}
	groups := map[string]string{}
	for _, g := range t.groupNames() {
		groups[g.Dimension+"/"+g.Group] = pick(lang, g.NameSv, g.NameEn)
	}
	questions := make(map[string]surveys.Question, len(t.Questions))
	for _, q := range t.Questions {
		questions[q.Key] = q
	}
	for _, table := range t.Tables {
		q := questions[table.Question]
		dimension := deref(table.Dimension)
		for _, cell := range table.Groups {
			begun := []string{q.Key, pick(lang, q.TextSv, q.TextEn), table.Row, labelOf(lang, q.Rows, table.Row), dimension, cell.Group, groups[dimension+"/"+cell.Group]}
			if cell.N == nil {
				lines = append(lines, append(begun, "", "", "", "", ""))
				continue
			}
			for _, band := range cell.Options {
				lines = append(lines, append(begun[:len(begun):len(begun)], strconv.Itoa(*cell.N), band.Option, labelOf(lang, q.Options, band.Option), strconv.Itoa(band.Low), strconv.Itoa(band.High)))
			}
		}
	}
	for _, line := range lines {
		for i, cell := range line {
			if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") || strings.HasPrefix(cell, "-") || strings.HasPrefix(cell, "@") || strings.HasPrefix(cell, "\t") {
				line[i] = "'" + cell
			}
		}
		if err := w.Write(line); err != nil {
			return nil, fmt.Errorf("results: %w", err)
		}
	}
	w.Flush()
	return file.Bytes(), w.Error()
}

func pick(lang, sv, en string) string {
	if lang == "en" {
		return en
	}
	return sv
}

func labelOf(lang string, options []surveys.Option, key string) string {
	for _, o := range options {
		if o.Key == key {
			return pick(lang, o.Sv, o.En)
		}
	}
	return ""
}
