#!/bin/sh
# Draw the secrets that compose.yml hands over as files, once: those that are there stay.
#   sh deploy/make-secrets.sh [FOLDER]
# The application runs as user 10001 and reads its own; run as root, this gives them to it.
set -eu
folder=${1:-$(dirname "$0")/secrets}
umask 077
mkdir -p "$folder"
draw() {
    [ -e "$folder/$1" ] || head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$folder/$1"
}
draw database_password
draw secret_key
draw metrics_token
[ -e "$folder/database_url" ] ||
    printf 'postgres://northing:%s@database:5432/northing' "$(cat "$folder/database_password")" > "$folder/database_url"
if [ "$(id -u)" = 0 ]; then
    chown 10001:10001 "$folder/database_url" "$folder/secret_key" "$folder/metrics_token"
fi
