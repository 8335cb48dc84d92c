#!/usr/bin/env bash
# Puts Debian's Prometheus where test/slow/prometheus.test.ts looks for it, unless one is installed: taken apart in a cache folder, not installed.
set -euo pipefail

if command -v prometheus >/dev/null && command -v promtool >/dev/null; then exit 0; fi
cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-prometheus"
if [ -x "$cache/usr/bin/prometheus" ] && [ -x "$cache/usr/bin/promtool" ]; then exit 0; fi

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download prometheus >/dev/null 2>&1 || { apt-get update -qq && apt-get download prometheus >/dev/null; }
mkdir -p "$cache"
dpkg -x prometheus_*.deb "$cache"
