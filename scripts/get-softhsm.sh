#!/usr/bin/env bash
# Puts what test/slow/pkcs11.test.ts needs where it looks for it: Debian's SoftHSM, unless it is installed, taken apart in a cache folder,
# and pkcs11js, whose native part is built there with a C++ compiler. SoftHSM's programs need OpenSSL 3 and SQLite, which Debian has anyway.
# About twenty seconds the first time, nothing later.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-softhsm"

if ! [ -e "$cache/node/node_modules/pkcs11js/build/Release/pkcs11.node" ]; then
  mkdir -p "$cache/node"
  echo '{ "private": true, "allowScripts": { "pkcs11js": true } }' > "$cache/node/package.json"
  npm install --prefix "$cache/node" --no-save --no-audit --no-fund --loglevel=error pkcs11js@2.1.7 >/dev/null
fi

if command -v softhsm2-util >/dev/null && [ -e /usr/lib/softhsm/libsofthsm2.so ]; then exit 0; fi
if [ -x "$cache/usr/bin/softhsm2-util" ]; then exit 0; fi

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
packages=(softhsm2 libsofthsm2)
apt-get download "${packages[@]}" >/dev/null 2>&1 || { apt-get update -qq && apt-get download "${packages[@]}" >/dev/null; }
mkdir -p "$cache"
for package in ./*.deb; do dpkg -x "$package" "$cache"; done
