#!/usr/bin/env bash
# Whether the backend answers: asks for its first page, needs no other program. Port: SERVER_PORT or 8080.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET / HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[[ $status =~ ^[23][0-9][0-9]$ ]]
