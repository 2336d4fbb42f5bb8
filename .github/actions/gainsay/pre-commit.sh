#!/usr/bin/env bash
# The hooks: `check` for whether the claims are sound, `diff` for what this commit does to the picture.
#
# pre-commit.sh check|diff [ARGUMENT of gainsay]…
# GAINSAY        the program
# GAINSAY_CLAIMS the folder of claims
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
claims=${GAINSAY_CLAIMS:-claims}
if ! command -v -- "${GAINSAY:-gainsay}" >/dev/null; then
  echo "error: gainsay is not installed; run \`cargo install --path crates/gainsay\` in a clone of it, or set GAINSAY" >&2
  exit 2
fi
mode=${1:-}
shift || true
case $mode in
  check) exec "${GAINSAY:-gainsay}" check "$claims" "$@" ;;
  diff) exec "$here/compare.sh" "$(git rev-parse --verify --quiet 'HEAD^{commit}' || true)" "$claims" "$@" ;;
  *)
    echo "error: no hook is called \`$mode\`; say check or diff" >&2
    exit 2
    ;;
esac
