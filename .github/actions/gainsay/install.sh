#!/usr/bin/env bash
# Sees to it that there is a gainsay: the one that is given, the one on the path, else one built from here.
set -euo pipefail

if [ -n "${GAINSAY:-}" ]; then
  command -v -- "$GAINSAY" >/dev/null && exit 0
  echo "error: the input \`gainsay\` names no program; give the path of one, or leave it out" >&2
  exit 2
fi
if command -v gainsay >/dev/null; then
  gainsay --version
  exit 0
fi
if ! command -v cargo >/dev/null; then
  echo "error: there is neither gainsay nor cargo; set up Rust before this step, or install gainsay" >&2
  exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=${RUNNER_TEMP:-$(mktemp -d)}/gainsay-program
cargo install --quiet --locked --path "$here/../../../crates/gainsay" --root "$root"
echo "$root/bin" >>"${GITHUB_PATH:-/dev/null}"
"$root/bin/gainsay" --version
