#!/usr/bin/env bash
# Finds the commit to compare with and writes it as the output `base`; it stays empty where nothing lies before.
#
# BASE            a revision; without it:
# GITHUB_BASE_REF the branch that a pull request goes into
# BEFORE          the commit that was there before a push
# DEFAULT_BRANCH  the branch that a new branch is held against
set -euo pipefail

refuse() {
  echo "error: $1" >&2
  echo "gainsay: $1" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  exit 2
}
commit() { git rev-parse --verify --quiet --end-of-options "$1^{commit}"; }

git rev-parse --git-dir >/dev/null 2>&1 || refuse "there is no git repository here; check it out before this step"
commit HEAD >/dev/null || refuse "the repository has no commit yet; there is nothing to compare"
fetch="fetch the history: \`fetch-depth: 0\` at actions/checkout, \`GIT_DEPTH: 0\` in GitLab, or \`git fetch --unshallow origin\`"
shallow=$(git rev-parse --is-shallow-repository)

asked=${BASE:-}
if [ -z "$asked" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then
  asked=refs/remotes/origin/$GITHUB_BASE_REF
fi
if [ -n "$asked" ]; then
  base=$(commit "$asked" || commit "refs/remotes/origin/$asked") || {
    [ "$shallow" = true ] && refuse "the base is not in this shallow clone; $fetch"
    refuse "the base is no revision of this repository; name a branch, a tag or a commit, and fetch it"
  }
elif base=$(commit "${BEFORE:-}") && [ -n "${BEFORE:-}" ]; then
  : # A push onto a branch that was there.
elif base=$(commit "refs/remotes/origin/${DEFAULT_BRANCH:-main}") && [ "$base" != "$(commit HEAD)" ]; then
  : # A new branch, or one that was pushed with force.
else
  base=$(commit HEAD~1) || {
    [ "$shallow" = true ] && refuse "this shallow clone holds one commit alone; $fetch"
    base=
  }
fi

if [ -n "$base" ]; then
  base=$(git merge-base "$base" HEAD) || {
    [ "$shallow" = true ] && refuse "the merge base is not in this shallow clone; $fetch"
    refuse "what is checked out and the base have no common commit; name another \`base\`"
  }
  echo "compares with $base"
else
  echo "compares with nothing: this is the first commit"
fi
echo "base=$base" >>"${GITHUB_OUTPUT:-/dev/null}"
