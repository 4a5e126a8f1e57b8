#!/usr/bin/env bash
# Every Go test on PostgreSQL, with the race detector, against ENVAGIN_TEST_POSTGRES
# (or, when that is not set, a throwaway cluster that each test process makes for itself).
set -euo pipefail
cd "$(dirname "$0")/../.."
CGO_ENABLED=1 ENVAGIN_TEST_DATABASES=postgres go test -race -shuffle=on -timeout 12m ./api/...
