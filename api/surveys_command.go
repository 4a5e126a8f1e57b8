package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"envagin/api/results"
)

// publishSurvey is envagin surveys publish: the function that publishes a round of
// staff, on a population in a file, without a database. Whoever wants to try whether
// somebody can be found in what is published tries this.
func publishSurvey(args []string, out io.Writer) error {
	if len(args) == 0 || args[0] != "publish" {
		return errors.New("surveys takes one word: envagin surveys publish --from FILE")
	}
	flags := flag.NewFlagSet("surveys publish", flag.ContinueOnError)
	from := flags.String("from", "", "the population, as JSON; docs/integrators/publishing.md describes it")
	insteadOf := flags.String("instead-of", "", "a population that was published before: refuse to correct it when what is told of somebody could be had from the two")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	if *from == "" || flags.NArg() > 0 {
		return errors.New("surveys publish takes one file: envagin surveys publish --from FILE")
	}
	population, err := readPopulation(*from)
	if err != nil {
		return err
	}
	if *insteadOf != "" {
		if err := correctable(*insteadOf, population); err != nil {
			return err
		}
	}
	published, err := results.Publish(population)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(published)
}

func readPopulation(name string) (results.Population, error) {
	file, err := os.Open(name)
	if err != nil {
		return results.Population{}, err
	}
	defer func() { _ = file.Close() }()
	population, err := results.Read(file)
	if err != nil {
		return population, fmt.Errorf("%s: %w", name, err)
	}
	return population, nil
}

// correctable refuses a correction, with the tables that stand in its way.
func correctable(name string, after results.Population) error {
	before, err := readPopulation(name)
	if err != nil {
		return err
	}
	against, err := results.Republishable(before, after)
	if err != nil || len(against) == 0 {
		return err
	}
	lines := []string{"it cannot be published instead: too few answers differ in"}
	for _, d := range against {
		lines = append(lines, strings.Join(strings.Fields("question "+orAll(d.Question)+" "+d.Row+" "+d.Dimension+" "+d.Group), " "))
	}
	return errors.New(strings.Join(lines, "\n  "))
}

func orAll(question string) string {
	if question == "" {
		return "(how many answered in all)"
	}
	return question
}
