# Read by the scripts beside it: `--binary FILE --out FOLDER [--fast]` as binary, out, version and compression.
# shellcheck shell=bash disable=SC2034 # they are for who reads this
binary=
out=
compression=
while [ $# -gt 0 ]; do
    case $1 in
    --binary) binary=$2 && shift 2 ;;
    --out) out=$2 && shift 2 ;;
    # A larger package sooner, for trying.
    --fast) compression=1 && shift ;;
    *) binary= && break ;;
    esac
done
if [ -z "$binary" ] || [ -z "$out" ]; then
    echo "usage: $0 --binary FILE --out FOLDER [--fast]" >&2
    exit 2
fi
mkdir -p "$out"
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")
out=$(cd "$out" && pwd)
version=$("$binary" --version)
version=${version##* }
