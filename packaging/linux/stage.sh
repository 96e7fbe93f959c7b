#!/usr/bin/env bash
# What every package of Linux holds, laid out under a prefix: stage.sh BINARY PREFIX
#
# The binary, stripped; the desktop entry, AppStream metadata and icons; the manual and the completions, both as
# the binary itself prints them. SOURCE_DATE_EPOCH is the date of the release; without it, the last commit's.
set -euo pipefail
binary=$(realpath "$1")
prefix=$2
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
name=rds-proxy-wizard

version=$("$binary" --version)
version=${version##* }
epoch=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct 2>/dev/null || date +%s)}

install -Dm755 "$binary" "$prefix/bin/$name"
strip --strip-unneeded "$prefix/bin/$name"

share=$prefix/share
install -Dm644 "$here/$name.desktop" "$share/applications/$name.desktop"
mkdir -p "$share/metainfo"
sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date -u -d "@$epoch" +%F)/" \
    "$here/io.github.rds_proxy_wizard.metainfo.xml" >"$share/metainfo/io.github.rds_proxy_wizard.metainfo.xml"
for icon in "$here"/../icons/*.png; do
    size=$(basename "$icon" .png)
    install -Dm644 "$icon" "$share/icons/hicolor/${size}x$size/apps/$name.png"
done
install -Dm644 "$here/../../assets/icon/icon.svg" "$share/icons/hicolor/scalable/apps/$name.svg"

mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/fish/vendor_completions.d" \
    "$share/zsh/vendor-completions"
# Whatever this machine speaks.
export RPW_LANGUAGE=en
"$binary" man --out "$share/man/man1"
gzip -9n "$share/man/man1"/*.1
"$binary" completions bash >"$share/bash-completion/completions/$name"
"$binary" completions fish >"$share/fish/vendor_completions.d/$name.fish"
"$binary" completions zsh >"$share/zsh/vendor-completions/_$name"

doc=$share/doc/$name
install -Dm644 "$here/copyright" "$doc/copyright"
"$binary" licences | gzip -9n >"$doc/licences.txt.gz"
find "$prefix" -newermt "@$epoch" -exec touch -h -d "@$epoch" {} +
