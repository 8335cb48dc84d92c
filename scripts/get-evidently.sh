#!/usr/bin/env bash
# Puts Evidently where test/slow/evidently.test.ts looks for it: a Python environment of its own in a cache folder, at the version whose
# rules the profile `evidently` reproduces.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-evidently"
if [ -x "$cache/bin/evidently" ] && [ -e "$cache/complete-0.7.21" ]; then exit 0; fi

rm -rf "$cache"
python3 -m venv "$cache"
"$cache/bin/pip" install --quiet --no-compile --disable-pip-version-check evidently==0.7.21 pandas==2.3.3
touch "$cache/complete-0.7.21"
