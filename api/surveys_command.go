package main

import (
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"

	"envagin/api/results"
)

// publishSurvey is envagin surveys publish: the function that publishes a round of
// staff, on a population in a file, without a database. Whoever wants to try whether
// somebody can be found in what is published tries this.
func publishSurvey(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("surveys", flag.ContinueOnError)
	from := flags.String("from", "", "the population, as JSON; docs/integrators/publishing.md describes it")
	if len(args) == 0 || args[0] != "publish" {
		return errors.New("surveys takes one word: envagin surveys publish --from FILE")
	}
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	file, err := os.Open(*from)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	population, err := results.Read(file)
	if err != nil {
		return err
	}
	published, err := results.Publish(population)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(published)
}
