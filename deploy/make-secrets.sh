#!/bin/sh
# Writes the passwords and keys of a new installation into ./secrets, one value a file; run once, before the first `docker compose up`.
set -eu
cd "$(dirname "$0")/.."
if [ -e secrets ]; then
  echo 'The folder secrets/ is there already; nothing is changed.' >&2
  exit 1
fi
umask 077
mkdir secrets
word() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
postgres=$(word) owner=$(word) app=$(word) engine=$(word)
printf '%s' "$postgres" >secrets/postgres-password
printf 'postgresql://vuosikello_owner:%s@postgres:5432/vuosikello' "$owner" >secrets/owner-url
printf 'postgresql://vuosikello_app_login:%s@postgres:5432/vuosikello' "$app" >secrets/app-url
printf 'postgresql://vuosikello_engine_login:%s@postgres:5432/vuosikello' "$engine" >secrets/engine-url
# What the secrets of webhooks are derived from: 32 random bytes in base64, the same for API and engine.
head -c 32 /dev/urandom | base64 | tr -d '\n' >secrets/webhook-key
# With which Prometheus reads the metrics of the API: deploy/monitoring/prometheus.yml.
printf '%s' "$(word)" >secrets/metrics-token
# The owner creates the logins, so that its migrations may grant them their rights.
cat >secrets/roles.sql <<SQL
create role vuosikello_owner login createrole nosuperuser password '$owner';
set role vuosikello_owner;
create role vuosikello_app_login login nosuperuser password '$app';
create role vuosikello_engine_login login nosuperuser password '$engine';
reset role;
alter database vuosikello owner to vuosikello_owner;
SQL
# Containers read them as another user than the one who wrote them; the folder itself stays closed to others.
chmod 0644 secrets/*
echo 'Written: secrets/. Keep a copy somewhere safe.'
