#!/usr/bin/env bash
# Ends as the review did: 0 nothing new, worsened or open again, 1 something, 2 broken.
set -euo pipefail

case ${CODE:-2} in
  0) echo "nothing is new, worsened or open again at or above the level that fails" ;;
  1) echo "something is new, worsened or open again: mend the claims, or acknowledge it (see the summary)" >&2 ;;
  *) echo "the claims are broken or could not be compared (see the log)" >&2 ;;
esac
exit "${CODE:-2}"
