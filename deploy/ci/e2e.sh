#!/usr/bin/env bash
# e2e.sh first|second|postgres: the stories in a real browser, against bin/envagin and the built SPA.
# Everything on SQLite in two halves, so that two browsers share the machine's cores, each with ports of its own;
# on PostgreSQL the stories that write, each file in a database of its own.
# The traffic passes a proxy that holds every answer against the specification.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [[ -z ${ENVAGIN_CHROMIUM:-} ]]; then
  ENVAGIN_CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
  export ENVAGIN_CHROMIUM
fi
# The same engine without a window's machinery, which draws what nobody looks at: nearly half of the time.
if [[ -z ${ENVAGIN_E2E_BROWSER:-} ]]; then
  ENVAGIN_E2E_BROWSER=$(command -v chromium-headless-shell || echo "$ENVAGIN_CHROMIUM")
  export ENVAGIN_E2E_BROWSER
fi
half=${1:?usage: e2e.sh first|second|postgres}
port=4010
[[ $half == first ]] || port=4020
e2e() {
  node frontend/tools/spec/proxy.mjs --listen "$port" --upstream "http://localhost:$((port + 1))" \
    --log "frontend/e2e/.artifacts/violations-$half.jsonl" -- npm --prefix frontend run --silent e2e -- "$@"
}

# The longest, by the clock, are the first half. Whatever else there is, is the second.
first=() others=()
for room in pages timelines plans traces accounts people activities factors keeping surveys; do
  first+=("e2e/$room.e2e.ts")
  others+=("--exclude=e2e/$room.e2e.ts")
done

case $half in
  first)
    e2e "${first[@]}"
    ;;
  second)
    e2e "${others[@]}"
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
