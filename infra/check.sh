#!/usr/bin/env bash
# Reads every script, unit and container file of the project with the linter made for it. A linter that is not on this
# machine is skipped with a sentence; whatever one of them finds fails the check.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

failed=0
checked() { echo "checked: $*"; }
found() { echo "FOUND: $*"; failed=1; }
skipped() { echo "skipped: $*"; }
here() { command -v "$1" >/dev/null; }

mapfile -t scripts < <(find infra .ci -type f \( -name '*.sh' -o -path '.ci/*' \) | sort)
if here shellcheck; then
  # SC2317 takes functions that a trap calls for unreachable.
  if shellcheck --exclude=SC2317 "${scripts[@]}"; then checked "${#scripts[@]} scripts by shellcheck"; else found "shellcheck"; fi
else
  skipped "scripts, there is no shellcheck (Debian: apt-get install shellcheck)"
fi

compose=infra/container/compose.yaml
if here docker-compose; then
  if docker-compose -f "$compose" config -q; then checked "$compose by docker-compose config"; else found "$compose"; fi
else
  skipped "$compose, there is no docker-compose (Debian: apt-get install docker-compose)"
fi

# Linters of the npm registry, fetched when they are first used. One that does not even say its version (no npx, an older
# Node, no registry) or does not end has found nothing.
npm_linter() {
  local package=$1 program=$2 code=0
  shift 2
  if ! here npx || ! timeout 90 npx --yes --package "$package" -- "$program" --version </dev/null >/dev/null 2>&1; then
    skipped "${!#}, $package does not run here (it wants npx, a recent Node and the npm registry)"
    return
  fi
  timeout 60 npx --yes --package "$package" -- "$program" "$@" </dev/null || code=$?
  case $code in
    0) checked "${!#} by $package" ;;
    124) skipped "${!#}, $package did not end within a minute" ;;
    *) found "${!#} by $package" ;;
  esac
}
npm_linter dockerfile-utils@0.16.3 dockerfile-utils lint infra/container/Dockerfile
npm_linter dclint@3.1.0 dclint --quiet "$compose"

# systemd looks for what a unit starts, so it gets a root folder in which that is there. Some versions only warn, so any
# word counts; other versions have other words, about Debian's own units too, so only the version tried (Debian 12) counts.
tried=252
version=""
if here systemd-analyze; then version=$(systemd-analyze --version | awk 'NR == 1 { print $2 }'); fi
if [ "$version" = "$tried" ]; then
  root=$(mktemp -d)
  trap 'rm -rf "$root"' EXIT
  mkdir -p "$root"/{etc/systemd/system,usr/bin,usr/lib/systemd,opt/marktplatz/java/bin,opt/marktplatz/infra/backup}
  cp infra/systemd/*.service infra/systemd/*.timer "$root/etc/systemd/system/"
  [ ! -d /usr/lib/systemd/system ] || cp -r /usr/lib/systemd/system "$root/usr/lib/systemd/"
  for program in opt/marktplatz/java/bin/java opt/marktplatz/infra/backup/backup.sh usr/bin/install; do
    printf '#!/bin/sh\n' >"$root/$program"
    chmod +x "$root/$program"
  done
  for unit in infra/systemd/*.service infra/systemd/*.timer; do
    words=$(systemd-analyze verify --root="$root" --man=no "$(basename "$unit")" 2>&1) || true
    if [ -z "$words" ]; then checked "$unit by systemd-analyze verify"; else found "$unit: $words"; fi
  done
  for unit in infra/systemd/*.service; do
    # 0 is locked in, 10 is exposed to everything; 2.0 is our bound.
    if score=$(systemd-analyze security --offline=true --root="$root" --no-pager --threshold=20 "$(basename "$unit")" 2>&1); then
      checked "$unit by systemd-analyze security: ${score##*$'\n'}"
    else
      found "$unit: ${score##*$'\n'}"
    fi
  done
elif [ -n "$version" ]; then
  words=$(systemd-analyze verify --man=no infra/systemd/*.service infra/systemd/*.timer 2>&1) || true
  echo "${words:-systemd-analyze $version says nothing about the units}"
  skipped "units, this is systemd $version and its words were tried with $tried only"
else
  skipped "units, there is no systemd-analyze (Debian: apt-get install systemd)"
fi
exit "$failed"
