#!/usr/bin/env bash
# Keeps one comment of a pull request up to date. It is found again by a mark that no reader sees. That it
# cannot be written fails nothing: the summary of the job says the same.
#
# PULL_REQUEST, GITHUB_REPOSITORY, HEAD_REPOSITORY, GH_TOKEN; SUMMARY, the file that is shown; QUIET, which is
# true where it says that nothing has changed, so that no comment is begun for that
set -euo pipefail

mark='<!-- gainsay: what this change does to the picture -->'
note() {
  echo "note: $1; the summary of this job says the same" >&2
  exit 0
}

[ -n "${PULL_REQUEST:-}" ] || note "there is no pull request to comment on"
if [ "${HEAD_REPOSITORY:-}" != "$GITHUB_REPOSITORY" ]; then
  note "this comes from a fork, whose token may not comment"
fi
[ -s "$SUMMARY" ] || note "there is nothing to tell"
command -v gh >/dev/null || note "the program gh, which writes the comment, is not here"

body=$(mktemp)
trap 'rm -f "$body"' EXIT
{ printf '%s\n' "$mark" && cat "$SUMMARY"; } >"$body"

comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
# Another one may write the mark too; only a program's comment is replaced.
ours=".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$mark\"))) | .id"
known=$(gh api --paginate "$comments?per_page=100" --jq "$ours") || note "the comments cannot be read"
known=${known%%$'\n'*}
if [ -n "$known" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" -F "body=@$body" ||
    note "the comment cannot be changed"
elif [ "${QUIET:-false}" = true ]; then
  echo "nothing has changed, so there is no comment"
else
  gh api --silent --method POST "$comments" -F "body=@$body" || note "the comment cannot be written"
fi
