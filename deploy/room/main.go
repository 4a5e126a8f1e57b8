// Command room writes a new room in the shape of the others:
//
//	go run ./deploy/room decisions decision
//
// It is run from the project's root, writes files and prints the few lines by
// which the rest of the product gets to know the room; it edits nothing.
package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
)

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		fail(fmt.Errorf("usage: make room NAME=decisions [NOUN=decision]"))
	}
	noun := ""
	if len(os.Args) == 3 {
		noun = os.Args[2]
	}
	r, err := name(os.Args[1], noun)
	if err != nil {
		fail(err)
	}
	migration, err := nextMigration(".")
	if err != nil {
		fail(err)
	}
	files, err := r.files(migration)
	if err != nil {
		fail(err)
	}
	if err := write(".", files); err != nil {
		fail(err)
	}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		fmt.Println("wrote", file)
	}
	fmt.Printf(connect, r.Room, r.Type)
}

// connect is what a person does next; docs/how-to/add-a-room.md says why.
const connect = `
Now connect it:
  api/app                     %[1]s.Mount(api, %[1]s.New(db, clock)) beside the other rooms
  api/app/arch_test.go        the rooms that %[1]s may call
  api/app/access_test.go      its five routes × every role
  frontend/src/paths.ts       %[1]s: '/…' and its address; routes.tsx, staffPages.ts: its pages
  frontend/src/api/types.ts   export type %[2]s = Schemas['%[2]s'], and %[2]sInput
  frontend/src/api/keys.ts    '%[1]s' among the families
  docs/glossary.md            the word, Swedish and English
then: make spec, make check. docs/how-to/add-a-room.md tells the rest.
`

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
