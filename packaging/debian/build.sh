#!/usr/bin/env bash
# The package for Debian and Ubuntu: build.sh --binary FILE --out FOLDER
#
# Plain dpkg-deb: no debhelper, nothing to install but dpkg-dev and binutils. What the binary is linked to is
# computed; what it looks for when the window opens is recommended, since every command works without.
set -euo pipefail
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
# shellcheck source=packaging/arguments.sh
. "$here/../arguments.sh"

name=rds-proxy-wizard
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
bash "$here/../linux/stage.sh" "$binary" "$root/usr"

# dpkg-shlibdeps looks for a source package around it.
mkdir -p "$work/debian"
printf 'Source: %s\n\nPackage: %s\nArchitecture: any\n' "$name" "$name" >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O "$root/usr/bin/$name" 2>/dev/null)

maintainer="${DEBFULLNAME:-The authors of rds-proxy-wizard} <${DEBEMAIL:-rds-proxy-wizard@localhost}>"
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: $name
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -k --summarize "$root/usr" | cut -f1)
Depends: ${depends#shlibs:Depends=}
Recommends: libgl1, libegl1, libgl1-mesa-dri, libxkbcommon-x11-0, libwayland-client0, libx11-6, libxcursor1, libxi6, xdg-desktop-portal
Suggests: awscli, mesa-vulkan-drivers
Section: devel
Priority: optional
Description: set up, check and export Amazon RDS Proxy for AWS Lambda
 Puts an Amazon RDS Proxy between a Lambda function and its RDS or Aurora
 database, step by step in a window or with one command. The exact plan is
 shown with its cost before anything changes, and can be undone. Every hop
 from function to database gets a verdict, and the same setup comes out as
 policies, scripts and infrastructure code.
 .
 A practice account is built in: no AWS account is needed to try it.
END
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"

package=$out/${name}_${version}_$architecture.deb
if [ -n "$compression" ]; then how=(-Zgzip "-z$compression"); else how=(-Zxz); fi
dpkg-deb --root-owner-group "${how[@]}" --build "$root" "$package" >/dev/null
echo "$package"
