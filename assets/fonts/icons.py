"""Cuts the named icons out of the Lucide font and adds the proxy glyph, which is ours.

usage: icons.py LUCIDE_TTF CODEPOINTS_JSON NAMES_TXT OUT_TTF OUT_CODES
"""

import json
import subprocess
import sys

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

# Far from Lucide's own code points.
PROXY = 0xF000
# Many connections in, a gate, one out: centre lines on Lucide's grid of 24.
PROXY_LINES = [
    ((3, 5.5), (8.5, 5.5)),
    ((3, 12), (8.5, 12)),
    ((3, 18.5), (8.5, 18.5)),
    ((13, 3), (13, 21)),
    ((13, 12), (21, 12)),
]


def capsule(pen, start, end, unit, bottom):
    """One stroke of width 2 with round ends, as two straight sides and four quarter curves."""
    r = 1.0
    (x0, y0), (x1, y1) = start, end
    # Grow to the outline's bounding box; y points down on the grid and up in the font.
    left, right = min(x0, x1) - r, max(x0, x1) + r
    top, low = min(y0, y1) - r, max(y0, y1) + r

    def p(x, y):
        return (round(x * unit), round((24 - y) * unit + bottom))

    pen.moveTo(p(left + r, top))
    pen.lineTo(p(right - r, top))
    pen.qCurveTo(p(right, top), p(right, top + r))
    pen.lineTo(p(right, low - r))
    pen.qCurveTo(p(right, low), p(right - r, low))
    pen.lineTo(p(left + r, low))
    pen.qCurveTo(p(left, low), p(left, low - r))
    pen.lineTo(p(left, top + r))
    pen.qCurveTo(p(left, top), p(left + r, top))
    pen.closePath()


def main(lucide, codepoints, names, out, codes_out):
    with open(codepoints) as f:
        codes = json.load(f)
    with open(names) as f:
        wanted = [line.strip() for line in f if line.strip()]
    picked = {name: codes[name] for name in wanted}
    unicodes = ",".join(f"U+{code:04X}" for code in picked.values())
    subprocess.run(
        ["pyftsubset", lucide, f"--output-file={out}", f"--unicodes={unicodes}", "--layout-features=", "--no-hinting"],
        check=True,
    )
    font = TTFont(out)
    unit = font["head"].unitsPerEm / 24
    pen = TTGlyphPen(None)
    for start, end in PROXY_LINES:
        capsule(pen, start, end, unit, font["hhea"].descent)
    font.setGlyphOrder([*font.getGlyphOrder(), "proxy"])
    font["glyf"]["proxy"] = pen.glyph()
    font["hmtx"]["proxy"] = (font["head"].unitsPerEm, round(2 * unit))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[PROXY] = "proxy"
    font.save(out)
    picked["proxy"] = PROXY
    with open(codes_out, "w") as f:
        for name, code in sorted(picked.items()):
            f.write(f"{name} {code:04X}\n")


main(*sys.argv[1:])
