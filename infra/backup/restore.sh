#!/usr/bin/env bash
# Brings a backup into an EMPTY database and an empty data folder, compares every table with what the backup counted, and
# tells the tablets that the server went back in time. Stop the backend before; it must not be running on this database.
#
#   infra/backup/restore.sh FOLDER/marktplatz-20261123T180000Z
#
# The database is made before by infra/postgres/roles.sql and database.sql. PGHOST, PGPORT, PGDATABASE and PGPASSFILE as for
# backup.sh; the file with the passwords needs a line for marktplatz_owner and one for marktplatz_backup.
set -euo pipefail
umask 077

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export PGDATABASE=${PGDATABASE:-marktplatz} PGAPPNAME=marktplatz-restore
owner=${MARKTPLATZ_OWNER_USER:-marktplatz_owner}
reader=${MARKTPLATZ_BACKUP_USER:-marktplatz_backup}
data=${MARKTPLATZ_DATA:-/var/lib/marktplatz}

fail() { echo "restore: $*" >&2; exit 1; }
ask() { psql --no-psqlrc -qAtX -F $'\t' -v ON_ERROR_STOP=1 "$@"; }

backup=${1:-}
[ -f "$backup/SHA256SUMS" ] || fail "say which backup: a folder with a file SHA256SUMS"
for program in pg_restore psql sha256sum tar; do
  command -v "$program" >/dev/null || fail "the program $program is missing (Debian: postgresql-client)"
done
backup=$(cd "$backup" && pwd)
(cd "$backup" && sha256sum --quiet -c SHA256SUMS) || fail "$backup is damaged. Take another one."

# Everything that could be overwritten is looked for before anything is written.
[ ! -e "$data/secrets" ] || fail "$data/secrets is already there. Maybe this is the folder of a county that still works; move it away first."
relations=$(ask -U "$owner" -c "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")
[ "$relations" = 0 ] || fail "the database $PGDATABASE is not empty ($relations relations). Nothing was changed."

pg_restore -U "$owner" --dbname="$PGDATABASE" --no-owner --single-transaction --exit-on-error "$backup/database.dump"
# Without its warnings that the catalogues are the superuser's; errors are told.
PGOPTIONS="-c client_min_messages=error" ask -U "$owner" -c "ANALYZE"

ask -U "$reader" -f "$here/table-sums.sql" | diff "$backup/tables.tsv" - >&2 ||
  fail "some tables differ from what was backed up, see above. Do not start the backend on this database."
tables=$(wc -l <"$backup/tables.tsv")
rows=$(awk -F '\t' '{ n += $2 } END { print n }' "$backup/tables.tsv")

ask -U "$owner" --single-transaction -f "$here/after-restore.sql"
mkdir -p "$data"
tar -C "$data" -xf "$backup/secrets.tar"

echo "restore: $tables tables with $rows rows are back, every one compared by the hash of its rows"
echo "restore: secrets are in $data/secrets; make them the backend's own: chown -R marktplatz: $data"
echo "restore: the epoch was raised, tablets send again what came after the backup"
