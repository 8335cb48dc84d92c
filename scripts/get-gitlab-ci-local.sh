#!/usr/bin/env bash
# Puts gitlab-ci-local where test/slow/jenkins.test.ts looks for it: it reads a GitLab file by GitLab's JSON Schema and rules, and runs its
# jobs in a shell. It copies what it runs with rsync, which is installed unless there is one.
set -euo pipefail

if ! command -v rsync >/dev/null; then
  sudo=""
  if [ "$(id -u)" != 0 ]; then sudo="sudo"; fi
  install() { $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends rsync >/dev/null; }
  install 2>/dev/null || { $sudo apt-get update -qq && install; }
fi

cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-gitlab-ci-local"
if [ -e "$cache/complete-4.75.1" ]; then exit 0; fi

rm -rf "$cache"
mkdir -p "$cache"
npm install --prefix "$cache" --no-audit --no-fund --ignore-scripts --silent gitlab-ci-local@4.75.1
touch "$cache/complete-4.75.1"
