#!/usr/bin/env bash
# The tests that judge the source and not what it does: who imports whom, routes against the specification.
set -euo pipefail
cd "$(dirname "$0")/../.."
files=(api/app/arch_test.go)
[[ ! -e api/app/spec_test.go ]] || files+=(api/app/spec_test.go)
tests=$(grep -hoE '^func Test[A-Za-z0-9]+' "${files[@]}" | cut -c6- | paste -sd'|')
CGO_ENABLED=0 ENVAGIN_TEST_DATABASES=sqlite go test ./api/app -run "^($tests)\$"
