#!/usr/bin/env bash
# Generates api/openapi/openapi.{json,yaml} from the annotations, and the SPA's types from them.
set -euo pipefail
cd "$(dirname "$0")/../.."
CGO_ENABLED=0 go run ./api/openapi/cmd/spec
npm --prefix frontend run --silent types
