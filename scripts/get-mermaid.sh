#!/usr/bin/env bash
# Puts Mermaid, which draws the pictures in GitHub's Markdown, where test/slow/mermaid.test.ts looks for it: one file of its package.
set -euo pipefail

version=11.12.0
cache="${XDG_CACHE_HOME:-$HOME/.cache}/proofmark-mermaid"
if [ -e "$cache/complete-$version" ]; then exit 0; fi

rm -rf "$cache"
mkdir -p "$cache"
cd "$cache"
npm pack --silent "mermaid@$version" >/dev/null
tar -xzf "mermaid-$version.tgz" --strip-components 2 package/dist/mermaid.min.js
rm "mermaid-$version.tgz"
touch "complete-$version"
