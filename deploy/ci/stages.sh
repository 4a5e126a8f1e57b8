# The frame of the checks: stages with a name, a time and kept output. Sourced, not run.
#
#   stage NAME COMMAND…   runs the command; prints its output in one piece when it is done
#   lanes FUNCTION…       runs several functions of stages side by side
#   summary               seconds per stage, and what failed
#   at_end COMMAND        what to put away when the script ends, however it ends
#
# Output is kept until a stage ends, so that two lanes never mix their lines. The first failure
# stops everything: what comes after a broken stage says little and hides the cause.

# Kept output is read in logs.
export NO_COLOR=1
STAGES=$(mktemp -d "${TMPDIR:-/tmp}/envagin-checks.XXXXXX")
STARTED=$SECONDS
PIDS=()
AT_END=()

at_end() { AT_END+=("$1"); }

cleanup() {
  local pid command
  # With job control every lane is a process group of its own, so its servers and browsers go too.
  for pid in "${PIDS[@]}"; do kill -TERM -- "-$pid" 2>/dev/null || true; done
  for command in "${AT_END[@]}"; do eval "$command" || true; done
  rm -rf "$STAGES"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

seconds() { # since, as EPOCHREALTIME gives it
  local now=${EPOCHREALTIME/[.,]/} then=${1/[.,]/}
  printf '%d.%d' $(((now - then) / 1000000)) $((((now - then) / 100000) % 10))
}

stage() {
  local name=$1 began=$EPOCHREALTIME outcome=ok took
  shift
  [[ ! -e $STAGES/failed ]] || return 1
  printf '… %s\n' "$name"
  ("$@") >"$STAGES/$name.log" 2>&1 || outcome=FAILED
  took=$(seconds "$began")
  # A stage that was stopped because another failed has nothing to tell.
  if [[ $outcome == FAILED ]] && ! mkdir "$STAGES/failed" 2>/dev/null; then return 1; fi
  {
    flock 9
    printf '\n== %s: %s, %s s\n' "$name" "$outcome" "$took"
    cat "$STAGES/$name.log"
    printf '%-28s %8s s  %s\n' "$name" "$took" "$outcome" >>"$STAGES/summary"
  } 9>"$STAGES/print.lock"
  [[ $outcome == ok ]]
}

lanes() {
  local lane failed=0
  set -m
  for lane in "$@"; do
    "$lane" &
    PIDS+=($!)
  done
  set +m
  for lane in "$@"; do
    wait -n || { failed=1; break; }
  done
  # A lane that was killed from outside left no mark of its own.
  ((failed == 0)) || { mkdir -p "$STAGES/failed"; summary; exit 1; }
  PIDS=()
}

summary() {
  printf '\n== summary\n'
  cat "$STAGES/summary" 2>/dev/null || true
  printf '%-28s %8d s\n' 'in all' $((SECONDS - STARTED))
  if [[ -e $STAGES/failed ]]; then echo 'FAILED'; else echo 'all stages passed'; fi
}
