#!/usr/bin/env bash
# Puts moto, a server that answers as AWS does, where the slow tests look for it: in a Python environment of its own in a cache folder.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-moto"
if [ -x "$cache/bin/moto_server" ]; then exit 0; fi
python3 -m venv "$cache"
"$cache/bin/pip" install --quiet --no-compile --disable-pip-version-check 'moto[server]'
