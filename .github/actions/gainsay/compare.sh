#!/usr/bin/env bash
# Holds a folder of claims, as it lies on disk, against what it was in a commit. Where there is no commit, or
# the folder is not in it, everything is new.
#
# compare.sh COMMIT CLAIMS [ARGUMENT of gainsay diff]…
set -euo pipefail

base=$1 claims=${2%/}
shift 2
if [ -n "$base" ] && git cat-file -e "$base:./$claims" 2>/dev/null; then
  exec "${GAINSAY:-gainsay}" diff "$(git rev-parse --short "$base"):./$claims" "$claims" "$@"
fi
echo "note: the folder is not in the commit that it is held against; everything in it is new" >&2
printf '{"vocabulary":{}}\n' | "${GAINSAY:-gainsay}" diff - "$claims" "$@"
