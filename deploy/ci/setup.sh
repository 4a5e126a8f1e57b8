#!/usr/bin/env bash
# Makes a machine ready for `make test`: installs from Debian what the tests need and is not there
# (PostgreSQL for the throwaway cluster, Chromium for the end-to-end tests, gcc for the race detector,
# curl, jq and Python for the examples of the guide),
# the npm packages, the Go modules and the two lint tools. Quick when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
source deploy/ci/versions.sh

deploy/ci/need.sh go node

missing=()
has_postgres() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
has_chromium() { [[ -x ${ENVAGIN_CHROMIUM:-} ]] || command -v chromium chromium-browser google-chrome >/dev/null; }
has_compiler() { command -v gcc >/dev/null && [[ -e /usr/include/stdlib.h ]]; }
has_postgres || missing+=(postgresql)
has_chromium || missing+=(chromium)
has_compiler || missing+=(gcc libc6-dev)
# What the guide for integrators types: a test types it too.
for program in curl jq python3; do command -v "$program" >/dev/null || missing+=("$program"); done

as_root=()
((EUID == 0)) || as_root=(sudo -n)
can_install() { command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null; }
install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

if ((${#missing[@]})); then
  if ! can_install; then
    echo "The tests need packages that are missing here: ${missing[*]}." >&2
    echo "Install them (on Debian: apt-get install ${missing[*]}) or run this as root." >&2
    exit 1
  fi
  echo "installing ${missing[*]}"
  # Debian's package would start a cluster of its own; the tests make and remove theirs.
  if [[ " ${missing[*]} " == *" postgresql "* && ! -e /etc/postgresql-common/createcluster.d ]]; then
    "${as_root[@]}" mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' |
      "${as_root[@]}" tee /etc/postgresql-common/createcluster.d/no-main-cluster.conf >/dev/null
  fi
  "${as_root[@]}" apt-get update -qq
  install "${missing[@]}"
fi
# The same browser without a window's machinery, for the stories. Without it they take nearly twice the time.
if ! command -v chromium-headless-shell >/dev/null && can_install; then
  { "${as_root[@]}" apt-get update -qq && install chromium-headless-shell; } || echo "no chromium-headless-shell here"
fi

# The two downloads wait on the network more than on the processor.
make --no-print-directory frontend/node_modules/.package-lock.json &
npm_pid=$!
go mod download
# The tools are no dependencies of the product, so they stay out of go.mod.
install_tool() { # name package version
  [[ -x bin/tools/$1-$3 ]] && return
  echo "installing $1 $3"
  GOBIN=$PWD/bin/tools CGO_ENABLED=0 go install "$2@$3"
  mv "bin/tools/$1" "bin/tools/$1-$3"
}
install_tool staticcheck honnef.co/go/tools/cmd/staticcheck "$STATICCHECK_VERSION"
install_tool deadcode golang.org/x/tools/cmd/deadcode "$DEADCODE_VERSION"
wait "$npm_pid"
