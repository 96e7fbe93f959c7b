#!/usr/bin/env bash
# The disk image for macOS: build.sh --binary FILE --out FOLDER, on a Mac
#
# The .app is not signed and not notarised. The manual and the completions lie in its Resources; its command line
# is `RDS Proxy Wizard.app/Contents/MacOS/rds-proxy-wizard`.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/arguments.sh
. "$here/../arguments.sh"

name=rds-proxy-wizard
whole=$name-$version-macos-$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
contents="$work/image/RDS Proxy Wizard.app/Contents"
resources=$contents/Resources
mkdir -p "$contents/MacOS" "$resources/man/man1" "$resources/completions" "$work/icon.iconset"

cp "$binary" "$contents/MacOS/$name"
strip -x "$contents/MacOS/$name"
sed "s/@VERSION@/$version/" "$here/Info.plist" >"$contents/Info.plist"
for size in 16 32 128 256 512; do
    cp "$here/../icons/$size.png" "$work/icon.iconset/icon_${size}x$size.png"
done
cp "$here/../icons/32.png" "$work/icon.iconset/icon_16x16@2x.png"
cp "$here/../icons/64.png" "$work/icon.iconset/icon_32x32@2x.png"
cp "$here/../icons/256.png" "$work/icon.iconset/icon_128x128@2x.png"
cp "$here/../icons/512.png" "$work/icon.iconset/icon_256x256@2x.png"
iconutil --convert icns --output "$resources/$name.icns" "$work/icon.iconset"

# Whatever this machine speaks.
export RPW_LANGUAGE=en
"$binary" man --out "$resources/man/man1"
"$binary" completions bash >"$resources/completions/$name.bash"
"$binary" completions zsh >"$resources/completions/_$name"
"$binary" completions fish >"$resources/completions/$name.fish"
"$binary" licences >"$resources/licences.txt"

ln -s /Applications "$work/image/Applications"
hdiutil create -quiet -ov -format UDZO -volname "RDS Proxy Wizard" -srcfolder "$work/image" "$out/$whole.dmg"
echo "$out/$whole.dmg"
