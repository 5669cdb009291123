#!/usr/bin/env bash
# How many sales a second come in over HTTP, signatures checked, and how long many vans at once take to be drained.
# Takes about two minutes. Options: --vans=100 --sales=1000 --warm-up=60 --keep (the issue's goal: --vans=200)
set -euo pipefail
cd "$(dirname "$0")/../.."
exec ./mvnw -q -B -Pbench -Dbench.main=de.mobilermarktplatz.bench.SyncBench -pl backend/app -am spring-boot:test-run -Dspring-boot.run.arguments="$*"
