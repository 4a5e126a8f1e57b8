// Package seeds holds the data that a new installation can start from. It knows
// no room: what reads the files is the import of plan packages.
package seeds

import _ "embed"

// UmeaPlan is Umeå's joint plan against violence 2020–2022 as a plan package.
// README.md describes the format and where the facts come from.
//
//go:embed umea.json
var UmeaPlan []byte

// Competences is the register of competence and support that Umeå's plan names, with
// the help lines that everyone may know of. README.md says where the facts come from.
//
//go:embed competences.json
var Competences []byte

// MeetingSeries is how often the council has decided to meet, as the plan says.
//
//go:embed meetings.json
var MeetingSeries []byte
