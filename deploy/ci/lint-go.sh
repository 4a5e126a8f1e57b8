#!/usr/bin/env bash
# Go: format, vet, staticcheck, dead code.
set -euo pipefail
cd "$(dirname "$0")/../.."
source deploy/ci/versions.sh
export CGO_ENABLED=0

unformatted=$(gofmt -l api deploy)
[[ -z $unformatted ]] || { echo "not formatted (run make fmt):"; echo "$unformatted"; exit 1; }

go vet ./...
"bin/tools/staticcheck-$STATICCHECK_VERSION" ./...

# What neither the program, a tool nor a test reaches is removed: with -test, a function
# that only tests call is kept, so helpers of the tests count as used.
dead=$("bin/tools/deadcode-$DEADCODE_VERSION" -test ./...)
[[ -z $dead ]] || { echo "nothing calls these:"; echo "$dead"; exit 1; }
