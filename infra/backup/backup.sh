#!/usr/bin/env bash
# Backs up a running county: the whole database as of one moment, and the secrets without which old links and
# tablets are worth nothing. The backup is read back and counted before it gets its name; nothing is ever overwritten.
#
#   infra/backup/backup.sh [--keep 30] FOLDER
#
# Makes FOLDER/marktplatz-20261123T180000Z and removes the oldest beyond --keep (0 keeps all). Where the database is, libpq's
# own variables say: PGHOST, PGPORT, PGDATABASE (marktplatz), PGUSER (marktplatz_backup), PGPASSFILE. MARKTPLATZ_DATA is the
# backend's data folder (/var/lib/marktplatz). The result contains personal data and keys: keep it encrypted, and a copy
# in another building.
set -euo pipefail
umask 077

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export PGDATABASE=${PGDATABASE:-marktplatz} PGUSER=${PGUSER:-marktplatz_backup} PGAPPNAME=marktplatz-backup
data=${MARKTPLATZ_DATA:-/var/lib/marktplatz}
keep=30

fail() { echo "backup: $*" >&2; exit 1; }

while [ $# -gt 1 ]; do
  case $1 in
    --keep) keep=$2; shift 2 ;;
    *) fail "unknown option $1" ;;
  esac
done
target=${1:-}
[[ $keep =~ ^[0-9]+$ ]] || fail "--keep wants a number, not $keep"
[ -d "$target" ] || fail "the folder '$target' is not there. Maybe the backup disk is not mounted."
[ -d "$data/secrets" ] || fail "there is no $data/secrets. Maybe MARKTPLATZ_DATA names another folder."
for program in pg_dump pg_restore psql flock sha256sum tar; do
  command -v "$program" >/dev/null || fail "the program $program is missing (Debian: postgresql-client util-linux)"
done
target=$(cd "$target" && pwd)

exec 9>"$target/.lock"
flock -n 9 || fail "another backup is being written to $target"

name=marktplatz-$(date -u +%Y%m%dT%H%M%SZ)
[ ! -e "$target/$name" ] || fail "$target/$name is already there"
draft=$(mktemp -d "$target/.draft-XXXXXX")
trap 'rm -rf "$draft"' EXIT

# One transaction fixes the moment; dump and counting both look at it, while people go on ordering.
coproc moment { psql --no-psqlrc -qAtX -F $'\t' -v ON_ERROR_STOP=1 2>"$draft/psql.log"; }
moment_pid=$!
# Bash forgets the coprocess's own descriptors as soon as it has ended: copies of them stay.
exec {to_moment}>&"${moment[1]}" {from_moment}<&"${moment[0]}"
# In a shell of its own, because writing to a psql that has ended would end this one without a word.
(echo "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT pg_export_snapshot();" >&"$to_moment") || true
read -r snapshot <&"$from_moment" || fail "the database does not answer: $(cat "$draft/psql.log")"

pg_dump --format=custom --snapshot="$snapshot" --file="$draft/database.dump"
(printf '%s\n' "\\o '$draft/journals.tsv'" \
  "SELECT region_id, journal_id, acked, encode(head_hash, 'hex') FROM journal ORDER BY 1, 2;" \
  "\\o '$draft/tables.tsv'" "\\i '$here/table-sums.sql'" '\o' 'COMMIT;' '\q' >&"$to_moment") || true
wait "$moment_pid" || fail "counting the tables failed: $(cat "$draft/psql.log")"
[ -s "$draft/tables.tsv" ] || fail "the database $PGDATABASE has no tables: $(cat "$draft/psql.log")"
rm "$draft/psql.log"

tar -C "$data" --numeric-owner -cf "$draft/secrets.tar" secrets

# Read back: every table is in the list of contents, and as many rows come out as were counted.
pg_restore --list "$draft/database.dump" >"$draft/contents.txt"
pg_restore --data-only --file=- "$draft/database.dump" | awk -F '\t' '
  /^COPY / { split($0, words, " "); table = words[2]; sub(/^public\./, "", table); inside = 1; rows[table] = 0; next }
  inside && $0 == "\\." { inside = 0; next }
  inside { rows[table]++ }
  END { for (table in rows) printf "%s\t%d\n", table, rows[table] }' | LC_ALL=C sort >"$draft/in-dump"
cut -f 1,2 "$draft/tables.tsv" | LC_ALL=C sort >"$draft/in-database"
diff "$draft/in-database" "$draft/in-dump" >&2 || fail "the dump holds other numbers of rows than the database"
rm "$draft/in-dump" "$draft/in-database"

{
  echo "made      $(date -u +%Y-%m-%dT%H:%M:%SZ)"
  echo "database  $PGDATABASE, PostgreSQL $(psql --no-psqlrc -qAtX -c 'SHOW server_version')"
  echo "tool      $(pg_dump --version)"
  echo "tables    $(wc -l <"$draft/tables.tsv")"
  echo "rows      $(awk -F '\t' '{ n += $2 } END { print n }' "$draft/tables.tsv")"
} >"$draft/about.txt"
(cd "$draft" && sha256sum -- * >.sums && mv .sums SHA256SUMS)

# On the disk first, then its name: what is called marktplatz-… is whole, also after a power cut.
sync -f "$draft"
mv -nT "$draft" "$target/$name"
[ ! -e "$draft" ] || fail "$target/$name appeared meanwhile"
sync -f "$target"
echo "backup: $target/$name"
sed 's/^/backup:   /' "$target/$name/about.txt"

# Now the backend may tell the tablets how much of their journals survives the loss of this machine. A note in the data
# folder, because the role of backups writes nothing; whole or not at all.
taken=${name#marktplatz-}
note=$data/verified-backup.tsv
if ! {
  printf 'backup\t%s\t%s-%s-%sT%s:%s:%sZ\n' "$name" "${taken:0:4}" "${taken:4:2}" "${taken:6:2}" "${taken:9:2}" \
    "${taken:11:2}" "${taken:13:2}"
  cat "$target/$name/journals.tsv"
  printf 'end\t%s\n' "$(wc -l <"$target/$name/journals.tsv")"
} >"$note.new" || ! mv "$note.new" "$note"; then
  fail "the backup is good, but $note could not be written: tablets go on keeping everything"
fi

if [ "$keep" -gt 0 ]; then
  find "$target" -mindepth 1 -maxdepth 1 -type d -regextype posix-extended \
    -regex '.*/marktplatz-[0-9]{8}T[0-9]{6}Z' | sort | head -n "-$keep" | while read -r old; do
    rm -rf "$old"
    echo "backup: removed $old"
  done
fi
