#!/usr/bin/env bash
# Checks the claims that lie here and holds them against a commit. Annotations go to standard output, the
# summary into the summary of the job; outputs are `code`, `folder`, `report-sarif` and `quiet`, which is true
# where there is nothing to tell. Fails only where it
# cannot run: the verdict comes last, behind the comment.
#
# BASE    the commit to compare with, or nothing
# CLAIMS  the folder of claims
# FAIL_ON note, conflict or never
# OPEN_AGAIN fail or tell: what an acknowledgement does that no longer holds
# TODAY   the day on which acknowledgements are looked at; without it the day it is
# OUT     the folder for what is written
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
gainsay=${GAINSAY:-gainsay}
claims=${CLAIMS:-claims}
day=(${TODAY:+--today "$TODAY"})
out=${OUT:-${RUNNER_TEMP:-$(mktemp -d)}/gainsay}
mkdir -p "$out"
rm -f "$out"/{summary.md,diff.json,diff.sarif,diff.xml,report.sarif}

if [ -n "$(git status --porcelain -- "$claims" 2>/dev/null)" ]; then
  echo "note: there are changes that are not committed; they are taken in, as what lies on disk is compared" >&2
fi

checked=0
"$gainsay" check "$claims" ${day[@]+"${day[@]}"} --format github >"$out/check.txt" || checked=$?
compared=0
"$here/compare.sh" "${BASE:-}" "$claims" ${day[@]+"${day[@]}"} --fail-on "${FAIL_ON:-conflict}" \
  --format github -o - --format summary -o "$out/comparison.md" \
  -o "$out/diff.json" -o "$out/diff.sarif" -o "$out/diff.xml" >"$out/annotations.txt" || compared=$?
"$gainsay" report "$claims" ${day[@]+"${day[@]}"} --format sarif -o "$out/report.sarif" 2>/dev/null || true

# What both say is shown once.
awk '!seen[$0]++' "$out/check.txt" "$out/annotations.txt"

count() { grep -m 1 -o "\"$1\": [0-9]*" "$out/diff.json" | grep -o '[0-9]*$'; }
remark=
if [ "$checked" -gt 1 ]; then
  code=2
  remark="The claims could not be read; the log says why."
elif [ "$checked" -eq 1 ]; then
  code=2
  remark="The claims are unsound: $(tail -n 1 "$out/check.txt"). The annotations and the log say where."
elif [ ! -s "$out/diff.json" ]; then
  code=2
  remark="The claims could not be compared; the log says why."
elif [ "$compared" -eq 2 ]; then
  # These claims are sound, so it is the others that are not; a change that mends them must be able to pass.
  remark="The base is broken, so that what is called new here may have been there before."
  case ${FAIL_ON:-conflict} in
    never) worse=0 ;;
    note) worse=$(count open) ;;
    *) worse=$(count open_conflicts) ;;
  esac
  code=$((worse > 0))
else
  code=$compared
fi

quiet=false
if [ -s "$out/diff.json" ]; then
  lapsed=$(count open_again)
  if [ "$lapsed" -gt 0 ] && [ "$code" -eq 0 ] && [ "${OPEN_AGAIN:-fail}" != tell ] && [ "${FAIL_ON:-conflict}" != never ]; then
    code=1
    remark="${remark:+$remark }What was acknowledged is open again ($lapsed): mend the claims, or acknowledge it anew."
  fi
  told=$(($(count new) + $(count worsened) + $(count eased) + $(count absent) + $(count around) + lapsed))
  if [ -z "$remark" ] && [ "$told" -eq 0 ]; then
    quiet=true
  fi
fi

{
  if [ -n "$remark" ]; then
    printf '**%s**\n\n' "$remark"
  fi
  if [ -s "$out/comparison.md" ]; then
    cat "$out/comparison.md"
  fi
} >"$out/summary.md"
rm -f "$out"/{check.txt,annotations.txt,comparison.md}

cat "$out/summary.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
{
  echo "code=$code"
  echo "quiet=$quiet"
  echo "folder=$out"
  if [ -s "$out/report.sarif" ]; then
    echo "report-sarif=$out/report.sarif"
  fi
} >>"${GITHUB_OUTPUT:-/dev/null}"
