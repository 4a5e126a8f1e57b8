#!/usr/bin/env bash
# Records the examples by carrying out every operation once, generates api/openapi/openapi.{json,yaml}
# from them and the annotations, and the SPA's types from those.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CGO_ENABLED=0
ENVAGIN_RECORD=1 ENVAGIN_TEST_DATABASES=sqlite go test -count=1 -run '^TestExamples$' ./api/app >/dev/null
go run ./api/openapi/cmd/spec
npm --prefix frontend run --silent types
