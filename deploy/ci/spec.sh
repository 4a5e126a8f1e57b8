#!/usr/bin/env bash
# Generates api/openapi/openapi.{json,yaml} from the annotations and the recorded examples, and the
# SPA's types from them. Twice, since the recording finds new operations in the specification and the
# specification finds their examples in the recording. Then docs/access.md, from the policy and the table of access.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CGO_ENABLED=0
go run ./api/openapi/cmd/spec
recording=$(ENVAGIN_RECORD=1 ENVAGIN_TEST_DATABASES=sqlite go test -count=1 -run '^TestExamples$' ./api/app 2>&1) || {
  printf '%s\n' "$recording"
  exit 1
}
go run ./api/openapi/cmd/spec
go run ./api/openapi/cmd/access
npm --prefix frontend run --silent types
