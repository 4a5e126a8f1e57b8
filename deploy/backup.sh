#!/usr/bin/env bash
# backup.sh FOLDER: one consistent copy of the database that ENVAGIN_DATABASE names, while it is in use.
#
# PostgreSQL by pg_dump, SQLite by `envagin backup` (VACUUM INTO: a copied file was stale or broken
# when we tried). The copy is read back before it gets its name, so a file without .part is whole.
# KEEP_DAYS=30 removes our own older copies; without it nothing is removed.
set -euo pipefail
umask 077

folder=${1:?usage: backup.sh FOLDER}
database=${ENVAGIN_DATABASE:?set ENVAGIN_DATABASE to the database to copy}
stamp=$(date -u +%Y-%m-%dT%H%M%SZ)
mkdir -p "$folder"

case $database in
  postgres://* | postgresql://*)
    file=$folder/envagin-$stamp.dump
    # A dump keeps the order of the rows, and with it that in which today's anonymous answers came:
    # they are written anew first. (envagin backup is such a rewriting in itself.)
    if command -v "${PROGRAM:-envagin}" >/dev/null; then
      "${PROGRAM:-envagin}" ballots rewrite >&2
    else
      echo "backup.sh: envagin is not here (set PROGRAM), so this copy may tell in which order today's staff answers came" >&2
    fi
    pg_dump --format=custom --no-owner --no-privileges --file="$file.part" "$database"
    pg_restore --list "$file.part" >/dev/null
    ;;
  *)
    file=$folder/envagin-$stamp.db
    "${PROGRAM:-envagin}" backup "$file.part"
    [[ $(head -c 15 "$file.part") == 'SQLite format 3' ]]
    ;;
esac

sync "$file.part"
mv "$file.part" "$file"
(cd "$folder" && sha256sum "${file##*/}" >"${file##*/}.sha256")
if [[ -n ${KEEP_DAYS:-} ]]; then
  find "$folder" -maxdepth 1 -type f -name 'envagin-*Z.d*' -mtime +"$KEEP_DAYS" -delete
fi
echo "$file"
