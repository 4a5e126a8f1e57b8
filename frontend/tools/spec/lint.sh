#!/usr/bin/env bash
# Lints the published specification with redocly and spectral; nothing may be an error or a warning.
#   tools/spec/lint.sh [FILE]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$here/../../node_modules/.bin
file=${1:-$here/../../../api/openapi/openapi.json}
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
export npm_config_update_notifier=false

status=0
"$bin/redocly" lint --config "$here/redocly.yaml" --format=stylish --max-problems=500 "$file" || status=1
"$bin/spectral" lint --ruleset "$here/spectral.yaml" --fail-severity=warn --display-only-failures "$file" || status=1
exit $status
