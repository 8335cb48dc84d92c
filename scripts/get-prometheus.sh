#!/usr/bin/env bash
# Puts Debian's Prometheus, Pushgateway and Alertmanager where the slow suite looks for them, unless they are installed: taken apart in a
# cache folder, not installed.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-prometheus"
missing=()
need() {
  local package="$1" program
  shift
  for program in "$@"; do
    if ! command -v "$program" >/dev/null && [ ! -x "$cache/usr/bin/$program" ]; then missing+=("$package"); return; fi
  done
}
need prometheus prometheus promtool
need prometheus-pushgateway prometheus-pushgateway
need prometheus-alertmanager prometheus-alertmanager
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download "${missing[@]}" >/dev/null 2>&1 || { apt-get update -qq && apt-get download "${missing[@]}" >/dev/null; }
mkdir -p "$cache"
for package in *.deb; do dpkg -x "$package" "$cache"; done

# Debian's Alertmanager reads its default template from a folder of the system's: made one below where it is started, in as many bytes.
[ ! -e "$cache/usr/bin/prometheus-alertmanager" ] ||
  sed -i 's|/usr/share/prometheus/alertmanager|usr//share/prometheus/alertmanager|g' "$cache/usr/bin/prometheus-alertmanager"
