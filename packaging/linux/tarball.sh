#!/usr/bin/env bash
# The program for any Linux: tarball.sh --binary FILE --out FOLDER
#
# The archive holds `install.sh` and, under `files`, what it puts under a prefix.
set -euo pipefail
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
# shellcheck source=packaging/arguments.sh
. "$here/../arguments.sh"

whole=rds-proxy-wizard-$version-linux-$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash "$here/stage.sh" "$binary" "$work/$whole/files"
install -m755 "$here/install.sh" "$work/$whole/install.sh"
install -m644 "$here/../../LICENSE-MIT" "$here/../../LICENSE-APACHE" "$work/$whole/"
tar --create --sort=name --owner=0 --group=0 --numeric-owner --directory "$work" "$whole" |
    gzip "-${compression:-9}n" >"$out/$whole.tar.gz"
echo "$out/$whole.tar.gz"
