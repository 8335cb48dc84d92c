#!/usr/bin/env bash
# Puts the PostgreSQL server where the tests look for it, unless one is installed: Debian's package with what it needs and is not there,
# taken apart in a cache folder. It does not run as root, so as root that folder is one that others may read. Without the compiler of
# expressions, which is larger than all the rest. About ten seconds the first time, nothing later.
set -euo pipefail

if compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null && [ -z "${PROOFMARK_POSTGRES:-}" ]; then exit 0; fi
if [ "$(id -u)" = 0 ]; then usual=/var/cache/proofmark-postgres; else usual="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-postgres"; fi
cache="${PROOFMARK_POSTGRES:-$usual}"
if [ -e "$cache/.complete" ]; then exit 0; fi

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
newest() { apt-cache search --names-only '^postgresql-[0-9]+$' | sed -n 's/^\(postgresql-[0-9]*\) .*/\1/p' | sort -V | tail -1; }
server="$(newest)"
if [ -z "$server" ]; then apt-get update -qq && server="$(newest)"; fi
needed() {
  apt-get install --print-uris --reinstall --yes --no-install-recommends "$server" |
    sed -n "s/^'[^']*' \([^_]*\)_.*\.deb .*/\1/p" |
    grep -E "^($server|lib.*)$" | grep -vE '^lib(llvm|perl|json-perl|common-sense|types-serialiser|z3)'
}
mapfile -t packages < <(needed)
apt-get download "${packages[@]}" >/dev/null 2>&1 || { apt-get update -qq && apt-get download "${packages[@]}" >/dev/null; }
rm -rf "$cache"
mkdir -p "$cache"
for package in ./*.deb; do dpkg -x "$package" "$cache"; done
chmod -R a+rX "$cache"
touch "$cache/.complete"
