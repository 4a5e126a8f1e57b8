#!/usr/bin/env bash
# The specification by redocly and spectral, and the test of the proxy that the browser stories pass.
set -euo pipefail
cd "$(dirname "$0")/../.."
frontend/tools/spec/lint.sh
node --test --test-reporter=dot frontend/tools/spec/*.test.mjs
