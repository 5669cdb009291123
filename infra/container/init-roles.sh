#!/usr/bin/env bash
# Runs once, when PostgreSQL's container makes its cluster: the roles and the database of the backend.
set -euo pipefail
MARKTPLATZ_OWNER_PASSWORD=$(cat /run/secrets/marktplatz.database.owner-password)
MARKTPLATZ_APP_PASSWORD=$(cat /run/secrets/marktplatz.database.app-password)
MARKTPLATZ_BACKUP_PASSWORD=$(cat /run/secrets/backup-password)
export MARKTPLATZ_OWNER_PASSWORD MARKTPLATZ_APP_PASSWORD MARKTPLATZ_BACKUP_PASSWORD
psql -U "$POSTGRES_USER" -d postgres -f /infra/postgres/roles.sql
psql -U "$POSTGRES_USER" -d postgres -v database=marktplatz -f /infra/postgres/database.sql
