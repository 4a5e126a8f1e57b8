#!/usr/bin/env bash
# Every Go test on PostgreSQL, with the race detector, against a throwaway cluster.
set -euo pipefail
cd "$(dirname "$0")/../.."
source deploy/ci/postgres.sh
CGO_ENABLED=1 ENVAGIN_TEST_DATABASES=postgres go test -race -shuffle=on -timeout 12m ./...
