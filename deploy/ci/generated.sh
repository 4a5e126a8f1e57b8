#!/usr/bin/env bash
# What is generated and committed must be what the code generates today, and the same twice.
set -euo pipefail
cd "$(dirname "$0")/../.."
generated=(api/openapi frontend/src/api/schema.ts docs/access.md)

sum() { find "${generated[@]}" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum; }
deploy/ci/spec.sh
first=$(sum)
CGO_ENABLED=0 go run ./api/openapi/cmd/spec
CGO_ENABLED=0 go run ./api/openapi/cmd/access
npm --prefix frontend run --silent types
[[ $(sum) == "$first" ]] || { echo "make spec gives another result the second time"; exit 1; }

if ! git diff --exit-code --stat -- "${generated[@]}"; then
  echo "generated files differ from what is committed: run make spec and commit the result"
  exit 1
fi
new=$(git ls-files --others --exclude-standard -- "${generated[@]}")
[[ -z $new ]] || { echo "generated but not committed:"; echo "$new"; exit 1; }
