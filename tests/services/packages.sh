#!/usr/bin/env bash
# Debian packages: bash tests/services/packages.sh NAME…
#
# Installs what is missing when it may (as root), else names it and exits 1. Nothing that comes
# with a service gets started by this.
set -euo pipefail

missing=()
for name in "$@"; do
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" != 0 ]; then
    echo "missing packages: ${missing[*]}" >&2
    echo "as root: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

echo "installing ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
fi
log=$(mktemp)
for try in 1 2 3; do
    if { apt-get update && apt-get install --yes --no-install-recommends "${missing[@]}"; } </dev/null >"$log" 2>&1; then
        rm "$log"
        exit 0
    fi
    sleep $((try * 10))
done
tail -n 20 "$log" >&2
echo "could not install: ${missing[*]}; the whole log: $log" >&2
exit 1
