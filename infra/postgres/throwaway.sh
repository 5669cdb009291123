#!/usr/bin/env bash
# A PostgreSQL server of its own for tests and trials: an own cluster on a free port of 127.0.0.1, with the roles of
# roles.sql. It touches no other cluster, never runs as root, and ends and tidies up when this script ends, however that
# happens.
#
#   infra/postgres/throwaway.sh                 a new cluster in a temporary folder, removed at the end
#   infra/postgres/throwaway.sh --folder DIR    keep the cluster in DIR and use it again the next time
#   infra/postgres/throwaway.sh --check         only say whether this machine has what is needed
#
# It prints one line "url=…" when the server is ready and runs until its input ends (Ctrl-D, or the program that started it
# is gone) or it is told to stop (Ctrl-C). The line is what tests want:  ./mvnw verify -Dmarktplatz.test.postgres=…
# PG_BIN names another folder with PostgreSQL's programs.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
wanted=15
folder=""
check=""
while [ $# -gt 0 ]; do
  case $1 in
    --folder) folder=$2; shift 2 ;;
    --check) check=yes; shift ;;
    *) sed -n '2,13s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 64 ;;
  esac
done

bin=${PG_BIN:-/usr/lib/postgresql/$wanted/bin}
for program in initdb postgres; do
  if [ ! -x "$bin/$program" ]; then
    echo "PostgreSQL $wanted is not here: there is no $bin/$program. On Debian: apt-get install postgresql-$wanted" >&2
    exit 69
  fi
done
for program in psql setpriv; do
  if ! command -v "$program" >/dev/null; then
    echo "The program $program is missing. On Debian: apt-get install postgresql-client-$wanted util-linux" >&2
    exit 69
  fi
done
[ -z "$check" ] || exit 0

# PostgreSQL refuses to run as root, rightly. The user nobody owns nothing else.
unprivileged=(env -i PATH=/usr/bin:/bin LC_ALL=C)
if [ "$(id -u)" = 0 ]; then
  unprivileged=(setpriv --reuid nobody --regid nogroup --clear-groups --inh-caps=-all "${unprivileged[@]}")
fi

secret() { od -An -tx1 -N24 /dev/urandom | tr -d ' \n'; }

kept=yes
if [ -z "$folder" ]; then
  kept=""
  folder=$(mktemp -d "${TMPDIR:-/tmp}/marktplatz-postgres-XXXXXX")
fi
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# The folder gets another owner: never one that holds something else, whoever mistyped it.
if [ ! -s "$folder/cluster/PG_VERSION" ] && [ -n "$(ls -A "$folder")" ]; then
  echo "$folder is not empty and holds no cluster of this script. Nothing was changed." >&2
  exit 73
fi
[ "$(id -u)" != 0 ] || chown nobody:nogroup "$folder"
chmod 700 "$folder"
# The server's user may not be allowed to stand where we were called.
cd "$folder"

server=""
tidy_up() {
  trap '' INT TERM HUP
  if [ -n "$server" ] && kill -0 "$server" 2>/dev/null; then
    kill -INT "$server" 2>/dev/null || true
    wait "$server" || true
  fi
  cd /
  [ -n "$kept" ] || rm -rf "$folder"
}
trap tidy_up EXIT
trap 'exit 0' INT TERM HUP

if [ ! -s cluster/PG_VERSION ]; then
  secret >password
  [ "$(id -u)" != 0 ] || chown nobody:nogroup password
  chmod 600 password
  "${unprivileged[@]}" "$bin/initdb" --pgdata="$folder/cluster" --username=postgres --pwfile="$folder/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --data-checksums --no-instructions >initdb.log 2>&1 || {
    cat initdb.log >&2
    rm -f password initdb.log
    exit 1
  }
fi

# A time zone and plan settings as a server in Germany has them: nothing may depend on them.
start_on() {
  : >postgres.log
  [ "$(id -u)" != 0 ] || chown nobody:nogroup postgres.log
  "${unprivileged[@]}" setpriv --pdeathsig INT "$bin/postgres" -D "$folder/cluster" -p "$1" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=400 \
    -c timezone=Europe/Berlin -c log_timezone=UTC </dev/null >>postgres.log 2>&1 &
  server=$!
  while kill -0 "$server" 2>/dev/null; do
    if grep -q 'ready to accept connections' postgres.log; then return 0; fi
    sleep 0.1
  done
  wait "$server" || true
  server=""
  return 1
}

port=""
for _ in 1 2 3 4 5 6 7 8; do
  try=$((20000 + RANDOM % 20000))
  if start_on "$try"; then
    port=$try
    break
  fi
  grep -q 'Address already in use' postgres.log || break
done
if [ -z "$port" ]; then
  cat postgres.log >&2
  exit 1
fi

superuser=$(cat password)
owner=$(secret)
app=$(secret)
backup=$(secret)
if ! MARKTPLATZ_OWNER_PASSWORD=$owner MARKTPLATZ_APP_PASSWORD=$app MARKTPLATZ_BACKUP_PASSWORD=$backup \
  PGPASSWORD=$superuser psql --no-psqlrc -q -h 127.0.0.1 -p "$port" -U postgres -d postgres -f "$here/roles.sql" >&2; then
  exit 1
fi
echo "url=postgresql://postgres:$superuser@127.0.0.1:$port/postgres?owner=$owner&app=$app&backup=$backup"

# In the background, because a shell takes no signal while a program in front of it waits. The input is passed on by hand:
# without job control a shell gives its background programs an empty one.
{ cat >/dev/null; } <&0 &
wait -n "$!" "$server" || true
