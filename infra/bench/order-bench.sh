#!/usr/bin/env bash
# How many orders a second, and what one costs, against what pgbench manages on the same PostgreSQL in the same run.
# Takes about three minutes. Options: --seconds=10 --warm-up=30 --clients=8,32 --only=request|whole --seed=1 --keep
# The ratio needs pgbench (Debian: apt-get install postgresql); everything else runs without it.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec ./mvnw -q -B -Pbench -pl backend/app -am spring-boot:test-run -Dspring-boot.run.arguments="$*"
