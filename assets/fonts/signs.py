"""Prints every sign of a language's catalogue that is beyond Latin, and those of the languages' own names."""

import pathlib
import sys

texts = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(sys.argv[1]).glob("*.ftl"))]
signs = set("".join(texts) + "日本語한국어")
print("".join(sorted(sign for sign in signs if ord(sign) >= 0x2E80)), end="")
