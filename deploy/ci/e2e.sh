#!/usr/bin/env bash
# e2e.sh sqlite|postgres: the stories in a real browser, against bin/envagin and the built SPA.
# Everything on SQLite; on PostgreSQL the stories that write, each file in a database of its own.
# The traffic passes a proxy that holds every answer against the specification.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [[ -z ${ENVAGIN_CHROMIUM:-} ]]; then
  ENVAGIN_CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
  export ENVAGIN_CHROMIUM
fi
e2e() {
  node frontend/tools/spec/proxy.mjs --log frontend/e2e/.artifacts/violations.jsonl \
    -- npm --prefix frontend run --silent e2e -- "$@"
}

case ${1:?usage: e2e.sh sqlite|postgres} in
  sqlite)
    e2e
    ;;
  postgres)
    : "${ENVAGIN_TEST_POSTGRES:?set ENVAGIN_TEST_POSTGRES to a server where databases can be made}"
    for room in accounts activities-edit people; do
      [[ -e frontend/e2e/$room.e2e.ts ]] || { echo "there is no frontend/e2e/$room.e2e.ts"; exit 1; }
      database=envagin_e2e_${room//-/_}
      psql -qX "$ENVAGIN_TEST_POSTGRES" -c "DROP DATABASE IF EXISTS $database" -c "CREATE DATABASE $database"
      ENVAGIN_DATABASE=${ENVAGIN_TEST_POSTGRES/\/postgres\?/\/$database?} e2e "e2e/$room.e2e.ts"
    done
    ;;
esac
