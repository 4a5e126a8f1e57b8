#!/usr/bin/env bash
# need.sh go|node ...: stops with one clear sentence when a program is missing or too old.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; exit 1; }

for program in "$@"; do
  case $program in
    go)
      command -v go >/dev/null || say "Go is missing: install Go 1.26 or later from https://go.dev/dl/ and run make again."
      # From 1.21 the go command fetches the version that go.mod names; older ones fail in confusing ways.
      version=$(go env GOVERSION)
      minor=${version#go1.}
      minor=${minor%%[!0-9]*}
      [[ -n $minor && $minor -ge 21 ]] || say "Go 1.26 or later is needed; this is $version."
      ;;
    node)
      command -v npm >/dev/null || say "npm is missing: install Node 20 or later with npm and run make again."
      version=$(node --version)
      major=${version#v}
      [[ ${major%%.*} -ge 20 ]] || say "Node 20 or later is needed; this is $version."
      ;;
    *) say "need.sh does not know $program" ;;
  esac
done
