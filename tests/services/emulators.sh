#!/usr/bin/env bash
# The AWS emulators that the tests talk to: start, stop, or show their environment.
#
#   bash tests/services/emulators.sh start   # installs on first use; a running one is left alone
#   . <(bash tests/services/emulators.sh env)
#   bash tests/services/emulators.sh stop       # also: status (exit code), packages (for Debian)
#
#   RPW_MINISTACK_URL       ministack 1.5.33, port 5566: the fuller one, permissions not enforced
#   RPW_MINISTACK_AUTH_URL  the same on port 5567 with AUTH=true: IAM policies and signatures count
#   RPW_MOTO_URL            moto 5.2.5, port 5556: an independent second opinion
#
# Ports can be changed with RPW_MINISTACK_PORT, RPW_MINISTACK_AUTH_PORT and RPW_MOTO_PORT. In both
# ministacks a 12-digit access key selects the account of that number (and is its root), so tests
# that run side by side do not see each other.
set -euo pipefail
PACKAGES="python3 python3-venv curl ca-certificates"

case ${1:-} in
start | stop | status | env) . "$(dirname "${BASH_SOURCE[0]}")/service.sh" ;;
packages) echo "$PACKAGES" && exit ;;
*) echo "usage: $0 start|stop|status|env|packages" >&2 && exit 2 ;;
esac

MINISTACK=1.5.33
MOTO=5.2.5
# CloudWatch is spoken to in CBOR, which ministack does not bring itself.
CBOR=5.7.1
ministack_port=${RPW_MINISTACK_PORT:-5566}
auth_port=${RPW_MINISTACK_AUTH_PORT:-5567}
moto_port=${RPW_MOTO_PORT:-5556}

services="ministack ministack-auth moto"

# venv NAME REQUIREMENT…: a Python environment holding exactly that; made once per version.
venv() {
    local dir=$CACHE/venv/$1
    shift
    [ -f "$dir/.done-$*" ] && return
    say "installing $*"
    rm -rf "$dir"
    python3 -m venv "$dir"
    "$dir/bin/pip" install --quiet --disable-pip-version-check "$@"
    touch "$dir/.done-$*"
}

answers() { curl --silent --fail --max-time 2 "$1"; }

start_ministack() {
    local name=$1 port=$2 auth=$3
    if is_running "$name" && answers "http://127.0.0.1:$port/_ministack/health" >/dev/null; then return; fi
    rm -rf "$CACHE/state/$name"
    mkdir -p "$CACHE/state/$name/tmp"
    launch "$name" env AUTH="$auth" GATEWAY_PORT="$port" BIND_HOST=127.0.0.1 MINISTACK_HOST=127.0.0.1 \
        MINISTACK_REGION=us-east-1 MINISTACK_ACCOUNT_ID=123456789012 LAMBDA_EXECUTOR=local \
        STATE_DIR="$CACHE/state/$name" TMPDIR="$CACHE/state/$name/tmp" \
        "$CACHE/venv/ministack/bin/ministack"
    await "$name" answers "http://127.0.0.1:$port/_ministack/health"
}

start_moto() {
    local url=http://127.0.0.1:$moto_port
    if is_running moto && answers "$url/moto-api/" >/dev/null; then return; fi
    launch moto env MOTO_IAM_LOAD_MANAGED_POLICIES=true MOTO_RDS_PROXY_LIMIT=1000 \
        MOTO_EC2_LOAD_DEFAULT_AMIS=false AWS_ACCESS_KEY_ID=testing AWS_SECRET_ACCESS_KEY=testing \
        AWS_DEFAULT_REGION=us-east-1 \
        "$CACHE/venv/moto/bin/moto_server" -H 127.0.0.1 -p "$moto_port"
    await moto answers "$url/moto-api/"
    # Functions exist without Docker; it must be said before the first one is created.
    curl --silent --fail --max-time 5 -X POST "$url/moto-api/config" \
        -H 'content-type: application/json' -d '{"lambda":{"use_docker":false}}' >/dev/null
}

case $1 in
start)
    venv ministack "ministack==$MINISTACK" "cbor2==$CBOR"
    venv moto "moto[server]==$MOTO"
    start_ministack ministack "$ministack_port" false
    start_ministack ministack-auth "$auth_port" true
    start_moto
    cat >"$CACHE/env/emulators.env" <<END
export RPW_MINISTACK_URL=http://127.0.0.1:$ministack_port
export RPW_MINISTACK_AUTH_URL=http://127.0.0.1:$auth_port
export RPW_MOTO_URL=http://127.0.0.1:$moto_port
END
    say "emulators are up; their addresses: $CACHE/env/emulators.env"
    ;;
stop)
    for name in $services; do halt "$name"; done
    rm -f "$CACHE/env/emulators.env"
    ;;
status) for name in $services; do is_running "$name"; done ;;
env) cat "$CACHE/env/emulators.env" ;;
esac
