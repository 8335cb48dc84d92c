#!/usr/bin/env bash
# Installs Debian's Chromium for test/slow/html-report.test.ts, unless there is one.
set -euo pipefail

if command -v chromium >/dev/null; then exit 0; fi
sudo=""
if [ "$(id -u)" != 0 ]; then sudo="sudo"; fi
install() { $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }
install 2>/dev/null || { $sudo apt-get update -qq && install; }
