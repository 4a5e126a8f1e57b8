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

const surveysUsage = "envagin surveys publish|compare|texts --from FILE"

// surveysCommand is envagin surveys: the functions that publish a round of
// staff, on a population in a file, without a database. Whoever wants to try whether
// somebody can be found in what is published tries these.
func surveysCommand(args []string, out io.Writer) error {
	if len(args) == 0 {
		return errors.New("surveys takes a word: " + surveysUsage)
	}
	flags := flag.NewFlagSet("surveys "+args[0], flag.ContinueOnError)
	from := flags.String("from", "", "the population, as JSON; docs/integrators/publishing.md describes it")
	var second *string
	var give func(population results.Population, second string) (any, error)
	switch args[0] {
	case "publish":
		second = flags.String("instead-of", "", "a population that was published before: refuse to correct it when what is told of somebody could be had from the two")
		give = publish
	case "compare":
		second = flags.String("with", "", "the population of an earlier round")
		give = compare
	case "texts":
		second = new(string)
		give = func(p results.Population, _ string) (any, error) { return results.FreeTexts(p) }
	default:
		return fmt.Errorf("surveys does not know %q: %s", args[0], surveysUsage)
	}
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	if *from == "" || flags.NArg() > 0 {
		return fmt.Errorf("surveys %s takes one file: envagin surveys %s --from FILE", args[0], args[0])
	}
	population, err := readPopulation(*from)
	if err != nil {
		return err
	}
	told, err := give(population, *second)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(told)
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

// publish tells a population, unless it would correct another too little.
func publish(after results.Population, insteadOf string) (any, error) {
	if insteadOf == "" {
		return results.Publish(after)
	}
	before, err := readPopulation(insteadOf)
	if err != nil {
		return nil, err
	}
	against, err := results.Republishable(before, after)
	if err != nil {
		return nil, err
	}
	if len(against) == 0 {
		return results.Publish(after)
	}
	lines := []string{"it cannot be published instead: too few answers differ in"}
	for _, d := range against {
		if d.Question == "" {
			d.Question = "(how many answered in all)"
		}
		lines = append(lines, strings.Join(strings.Fields("question "+d.Question+" "+d.Row+" "+d.Dimension+" "+d.Group), " "))
	}
	return nil, errors.New(strings.Join(lines, "\n  "))
}

// compare tells an earlier round as it is laid beside a later one.
func compare(now results.Population, earlier string) (any, error) {
	if earlier == "" {
		return nil, errors.New("surveys compare takes two files: envagin surveys compare --from FILE --with FILE")
	}
	before, err := readPopulation(earlier)
	if err != nil {
		return nil, err
	}
	is, err := results.Publish(now)
	if err != nil {
		return nil, err
	}
	was, err := results.Publish(before)
	if err != nil {
		return nil, err
	}
	return results.Compare(is, was), nil
}
