#!/usr/bin/env bash
# Puts Debian's SoftHSM where test/slow/pkcs11.test.ts looks for it, unless it is installed: taken apart in a cache folder, not installed.
# Its programs need OpenSSL 3 and SQLite, which Debian has anyway.
set -euo pipefail

if command -v softhsm2-util >/dev/null && [ -e /usr/lib/softhsm/libsofthsm2.so ]; then exit 0; fi
cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-softhsm"
if [ -x "$cache/usr/bin/softhsm2-util" ]; then exit 0; fi

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
packages=(softhsm2 libsofthsm2)
apt-get download "${packages[@]}" >/dev/null 2>&1 || { apt-get update -qq && apt-get download "${packages[@]}" >/dev/null; }
mkdir -p "$cache"
for package in ./*.deb; do dpkg -x "$package" "$cache"; done
