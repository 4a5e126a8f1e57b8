#!/usr/bin/env bash
# Every Go test on PostgreSQL, the rooms with the race detector, against ENVAGIN_TEST_POSTGRES
# (or, when that is not set, a throwaway cluster that each test process makes for itself).
set -euo pipefail
cd "$(dirname "$0")/../.."
export ENVAGIN_TEST_DATABASES=postgres
# Not api/app: it asks every route as everyone, nearly always one request after the other, so that the detector finds little there
# that it does not find in the rooms, and makes it five times slower.
rooms=$(go list ./api/... | grep -v '/api/app$')
CGO_ENABLED=0 go test -shuffle=on -timeout 10m ./api/app
# shellcheck disable=SC2086 # one package a word
CGO_ENABLED=1 go test -race -shuffle=on -timeout 12m $rooms
