# Gives ENVAGIN_TEST_POSTGRES: one throwaway PostgreSQL for all stages that follow. Sourced by a
# script that has sourced stages.sh, which removes it again at the end, however it ends.
#
# A folder of its own, so that a cluster somebody uses beside this run is neither used nor stopped.
if [[ -z ${ENVAGIN_TEST_POSTGRES:-} ]]; then
  CGO_ENABLED=0 go build -o bin/tools/postgres ./api/testkit/cmd/postgres
  POSTGRES_HOME=$(mktemp -d /tmp/envagin-ci-postgres.XXXXXX)
  chmod 711 "$POSTGRES_HOME" # root runs the server as the user postgres, who must come through
  at_end "TMPDIR=$POSTGRES_HOME bin/tools/postgres stop; rm -rf $POSTGRES_HOME"
  ENVAGIN_TEST_POSTGRES=$(TMPDIR=$POSTGRES_HOME bin/tools/postgres start)
  export ENVAGIN_TEST_POSTGRES
fi
