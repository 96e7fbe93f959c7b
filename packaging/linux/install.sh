#!/bin/sh
# Puts the program of this folder under a prefix, and takes it away again.
#
#   sh install.sh [--prefix FOLDER]      /usr/local without it
#   sh install.sh --remove [--prefix FOLDER]
set -eu
cd "$(dirname "$0")"
prefix=/usr/local
remove=
while [ $# -gt 0 ]; do
    case $1 in
    --prefix) prefix=$2 && shift 2 ;;
    --remove) remove=yes && shift ;;
    *) echo "usage: $0 [--remove] [--prefix FOLDER]" >&2 && exit 2 ;;
    esac
done

if [ -n "$remove" ]; then
    (cd files && find . -type f) | while read -r file; do
        rm -f "$prefix/$file"
        # Folders that nothing else is in; those of others stay.
        rmdir -p --ignore-fail-on-non-empty "$prefix/$(dirname "$file")" 2>/dev/null || true
    done
    echo "removed from $prefix"
else
    mkdir -p "$prefix"
    cp -R files/. "$prefix/"
    echo "installed: $prefix/bin/rds-proxy-wizard"
fi
