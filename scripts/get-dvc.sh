#!/usr/bin/env bash
# Puts DVC with its S3 and http remotes, and GTO, where the slow tests and bench/dvc.ts look for them: in a Python environment of its own
# in a cache folder. Takes one to three minutes.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-dvc"
if [ -x "$cache/bin/dvc" ] && [ -x "$cache/bin/gto" ]; then exit 0; fi
python3 -m venv "$cache"
"$cache/bin/pip" install --quiet --no-compile --disable-pip-version-check dvc==3.67.1 dvc-s3==3.3.0 dvc-http==2.32.0 gto==1.10.1
