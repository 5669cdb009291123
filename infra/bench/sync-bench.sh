#!/usr/bin/env bash
# How many sales a second come in over HTTP, signatures checked, and how long many vans at once take to be drained.
# Takes about three minutes. Options: --vans=200 --sales=1000 --warm-up=60 --keep
set -euo pipefail
cd "$(dirname "$0")/../.."
exec ./mvnw -q -B -Pbench -Dbench.main=de.mobilermarktplatz.bench.SyncBench -pl backend/app -am spring-boot:test-run -Dspring-boot.run.arguments="$*"
