// Package migrations holds the numbered SQL that makes the schema. A file that
// has been released is never edited; a change is a new number.
//
// 0007_name.sql is for both databases. Where they must differ there are two
// files, 0007_name.sqlite.sql and 0007_name.postgres.sql.
package migrations

import "embed"

// FS is every migration, for platform/database to run.
//
//go:embed *.sql
var FS embed.FS
