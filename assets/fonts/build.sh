#!/usr/bin/env bash
# Makes the embedded fonts again from public packages: Inter, JetBrains Mono and Noto Sans CJK from Debian,
# the icons from npm's lucide-static, our own proxy glyph from icons.py, and the
# plain licence texts of the two families from npm's @fontsource packages.
#
# Needs: apt-get, dpkg-deb, npm, pyftsubset (Debian package fonttools). Writes into this folder:
# the fonts, their licences and icon_codes.txt (which src/gui/icon.rs repeats; a test compares them).
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download fonts-inter fonts-jetbrains-mono fonts-noto-cjk
for deb in ./*.deb; do dpkg-deb -x "$deb" root; done
npm pack --silent lucide-static@1.62.0 >/dev/null
tar xzf lucide-static-*.tgz

# Latin, Greek, Cyrillic, punctuation, currency, arrows, a few symbols, box drawing.
text='U+0020-024F,U+0259,U+02C6-02DD,U+0300-0304,U+0308,U+0370-03FF,U+0400-045F,U+1E80-1E85,U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2190-21B5,U+2200-2265,U+2300-23CE,U+2500-257F,U+25A0-25CF,U+2713'

subset() { # FROM TO FEATURES
  pyftsubset "$1" --output-file="$here/$2" --unicodes="$text" --layout-features="$3" \
    --no-hinting --desubroutinize --name-IDs='*' --notdef-outline
}
inter=root/usr/share/fonts/opentype/inter
# No calt: it would turn "->" and "x" between digits into other signs than were typed.
subset $inter/Inter-Regular.otf Inter-Regular.otf 'ccmp,kern,locl,mark,mkmk'
subset $inter/Inter-SemiBold.otf Inter-SemiBold.otf 'ccmp,kern,locl,mark,mkmk'
# No calt and no liga: they join "--" and "!=", which hides what the user typed.
subset root/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf JetBrainsMono-Regular.ttf 'ccmp,locl,mark,mkmk'

# Japanese and Korean: the signs of their own catalogues and no others, for the system's fonts have the rest.
# The faces of the collections are Japanese first and Korean second.
east() { # LANGUAGE FACE NAME
  for weight in Regular Bold; do
    pyftsubset "root/usr/share/fonts/opentype/noto/NotoSansCJK-$weight.ttc" --font-number="$2" \
      --output-file="$here/$3-$weight.otf" --text-file=<(python3 "$here/signs.py" "$here/../i18n/$1") \
      --layout-features='' --no-hinting --desubroutinize --notdef-outline
  done
}
east ja 0 NotoSansJP
east ko 1 NotoSansKR

# The interpreter that pyftsubset uses is the one that has fontTools.
"$(head -n 1 "$(command -v pyftsubset)" | cut -c 3-)" "$here/icons.py" package/font/lucide.ttf package/font/codepoints.json "$here/icons.txt" "$here/Icons.ttf" "$here/icon_codes.txt"

mkdir -p "$here/LICENSES"
for family in inter:Inter jetbrains-mono:JetBrainsMono; do
  archive=$(npm pack --silent "@fontsource/${family%%:*}@5.3.0")
  tar xzOf "$archive" package/LICENSE >"$here/LICENSES/${family##*:}.txt"
done
cp package/LICENSE "$here/LICENSES/Lucide.txt"
cp root/usr/share/doc/fonts-noto-cjk/copyright "$here/LICENSES/NotoSansCJK.txt"
