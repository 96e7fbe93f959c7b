#!/usr/bin/env bash
# Everything the tests need, then all tests: bash tests/all.sh [FILTER…]
#
# On Debian as root it installs missing packages itself. Otherwise it names them, and the tests
# that need what is not there are skipped, by name. Services are kept in a folder outside the
# clone (RPW_TEST_CACHE), and those that ran before are left running. Exit code 0 means: every
# test passed, everything that could be started did start, and was used.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
services=tests/services
groups="emulators databases display tools"

RPW_TEST_LOG=$(mktemp)
export RPW_TEST_LOG
ours=()
problems=()
absent=()

finish() {
    for group in "${ours[@]}"; do bash "$services/$group.sh" stop; done
    rm -f "$RPW_TEST_LOG" "$RPW_TEST_LOG.out"
}
trap finish EXIT
trap 'exit 130' INT TERM

start() {
    local group=$1
    # shellcheck disable=SC2046 # a list of words
    if ! bash "$services/packages.sh" $(bash "$services/$group.sh" packages); then
        [ "$(id -u)" = 0 ] && problems+=("packages for $group could not be installed")
        absent+=("$group: packages are missing, see above")
        return
    fi
    if [ "$group" = databases ] && [ "$(id -u)" != 0 ]; then
        absent+=("databases: only root can set up their login check")
        return
    fi
    if ! bash "$services/$group.sh" status; then ours+=("$group"); fi
    if ! bash "$services/$group.sh" start; then
        problems+=("$group did not start")
        return
    fi
    local environment
    environment=$(bash "$services/$group.sh" env)
    eval "$environment"
    started+=" $(sed -n 's/^export \([A-Z0-9_]*\)=.*/\1/p' <<<"$environment" | tr '\n' ' ')"
}

started=
for group in $groups; do start "$group"; done

cargo test --no-fail-fast -- "$@" 2>&1 </dev/null | tee "$RPW_TEST_LOG.out"
status=${PIPESTATUS[0]}
[ "$status" = 0 ] || problems+=("cargo test failed")

# A service that no test asks for is a test that has quietly gone.
if [ $# = 0 ] && [ "$status" = 0 ]; then
    for variable in $started; do
        grep -qx "used $variable" "$RPW_TEST_LOG" || problems+=("$variable was set, but no test used it")
    done
fi

count() { sed -n "s/^test result:.* \([0-9]*\) $1.*/\1/p" "$RPW_TEST_LOG.out" | awk '{ n += $1 } END { print n + 0 }'; }
skipped=$(grep '^skipped: ' "$RPW_TEST_LOG" | sort -u)
skips=$(grep -c . <<<"$skipped")

echo
if [ ${#absent[@]} -gt 0 ]; then printf 'not available: %s\n' "${absent[@]}"; fi
if [ "$skips" -gt 0 ]; then echo "$skipped"; fi
grep '^test .* \.\.\. ignored' "$RPW_TEST_LOG.out"
if [ ${#problems[@]} -gt 0 ]; then printf 'problem: %s\n' "${problems[@]}"; fi
summary="$(($(count passed) - skips)) tests passed, $(count failed) failed, $skips skipped, $(count ignored) ignored"
if [ ${#problems[@]} -gt 0 ]; then
    echo "FAILED: $summary"
    exit 1
fi
echo "ok: $summary"
