#!/usr/bin/env bash
# Backup of a county that uses the PostgreSQL which the backend carries along: stop the backend, copy its data folder, start
# it again. (The carried server has no pg_dump, and Debian's cannot read a newer server.) Never overwrites.
#
#   infra/backup/cold-copy.sh DATA FOLDER            makes FOLDER/marktplatz-cold-20261123T180000Z.tar and .sha256
#   infra/backup/cold-copy.sh --restore TAR DATA     unpacks it into a new data folder
set -euo pipefail
umask 077

fail() { echo "cold copy: $*" >&2; exit 1; }

if [ "${1:-}" = --restore ]; then
  [ $# = 3 ] || fail "say which copy and which new data folder"
  tarball=$(realpath "$2")
  (cd "$(dirname "$tarball")" && sha256sum --quiet -c "$(basename "$tarball").sha256") || fail "$tarball is damaged"
  mkdir -p "$3"
  [ -z "$(ls -A "$3")" ] || fail "$3 is not empty. Nothing was changed."
  chmod 700 "$3"
  tar --numeric-owner -C "$3" -xf "$tarball"
  echo "cold copy: $3 is ready to be started"
  exit 0
fi

[ $# = 2 ] || fail "say which data folder and where to"
data=$1
target=$2
[ -f "$data/postgres/PG_VERSION" ] || fail "$data holds no carried database"
[ ! -e "$data/postgres/postmaster.pid" ] ||
  fail "the database in $data runs, or did not end cleanly. Stop the backend; after a crash start and stop it once."
[ -d "$target" ] || fail "the folder '$target' is not there. Maybe the backup disk is not mounted."

name=marktplatz-cold-$(date -u +%Y%m%dT%H%M%SZ).tar
[ ! -e "$target/$name" ] || fail "$target/$name is already there"
draft=$(mktemp -d "$target/.draft-XXXXXX")
trap 'rm -rf "$draft"' EXIT
tar --numeric-owner -C "$data" -cf "$draft/$name" .
tar --numeric-owner -C "$data" --compare -f "$draft/$name" || fail "the folder changed while it was copied"
(cd "$draft" && sha256sum "$name" >"$name.sha256")
sync -f "$draft"
mv -n "$draft/$name.sha256" "$draft/$name" "$target/"
sync -f "$target"
echo "cold copy: $target/$name"
