# Versions of the tools that only the checks use. Sourced, not run.
STATICCHECK_VERSION=v0.8.2
DEADCODE_VERSION=v0.52.0
