#!/usr/bin/env bash
# restore.sh FILE: puts a copy made by backup.sh into the database that ENVAGIN_DATABASE names.
#
# The database must be new and empty: a restore that mixes with what is there is worse than none.
# Stop the service first. PostgreSQL takes the copy in one transaction, so it succeeds or changes nothing.
set -euo pipefail

file=${1:?usage: restore.sh FILE}
database=${ENVAGIN_DATABASE:?set ENVAGIN_DATABASE to the new, empty database}

if [[ -e $file.sha256 ]]; then
  (cd "$(dirname "$file")" && sha256sum --check --quiet "$(basename "$file").sha256")
fi

case $database in
  postgres://* | postgresql://*)
    tables=$(psql --no-psqlrc --tuples-only --no-align --command \
      "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'" "$database")
    if [[ $tables != 0 ]]; then
      echo "the database holds $tables tables already: make a new one to restore into" >&2
      exit 1
    fi
    pg_restore --no-owner --no-privileges --single-transaction --exit-on-error --dbname="$database" "$file"
    ;;
  *)
    "${PROGRAM:-envagin}" restore "$file"
    ;;
esac
echo "restored $file; start the service, which migrates it when it is older than the program"
