#!/usr/bin/env python3
"""What is linked into the program, with its licences: python3 assets/licences/collect.py

Writes libraries.txt and texts.zip beside itself, from `cargo metadata` and the sources that cargo has, for every
system that packages are made for. A text that several libraries bring is kept once."""

import io
import json
import pathlib
import re
import subprocess
import zipfile

HERE = pathlib.Path(__file__).parent
SYSTEMS = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "x86_64-apple-darwin", "aarch64-apple-darwin",
           "x86_64-pc-windows-msvc"]
NAMES = ("LICEN", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE")


def linked(system):
    """Packages that end up in the program: what is only built with or tested with does not."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", system]
    read = json.loads(subprocess.check_output(command, cwd=HERE.parent.parent))
    packages = {package["id"]: package for package in read["packages"]}
    nodes = {node["id"]: node for node in read["resolve"]["nodes"]}
    is_macro = lambda package: any("proc-macro" in target["kind"] for target in package["targets"])
    root = read["resolve"]["root"]
    seen, left = set(), [root]
    while left:
        at = left.pop()
        if at not in seen and not is_macro(packages[at]):
            seen.add(at)
            left += [dep["pkg"] for dep in nodes[at]["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])]
    return [packages[at] for at in seen - {root}]


def texts_of(package):
    folder = pathlib.Path(package["manifest_path"]).parent
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name.upper().startswith(NAMES):
            text = path.read_text(encoding="utf-8", errors="replace")
            yield "\n".join(line.expandtabs(8).rstrip() for line in text.strip().splitlines())


def main():
    packages = {(package["name"], package["version"]): package for system in SYSTEMS for package in linked(system)}
    numbers, texts, lines = {}, [], []
    for (name, version), package in sorted(packages.items()):
        used = []
        for text in texts_of(package):
            key = re.sub(r"\s+", " ", text)
            if key not in numbers:
                texts.append(text)
                numbers[key] = len(texts)
            if numbers[key] not in used:
                used.append(numbers[key])
        licence = package["license"] or "see " + (package["license_file"] or "?")
        # Whoever brings no text is named, for the standard text of the licence's name.
        by = ", ".join(re.sub(r"\s*<.*?>", "", author) for author in package["authors"])
        source = package["repository"] or package["homepage"] or ""
        where = " ".join(f"[{number}]" for number in used)
        lines.append("  ".join(part for part in (f"{name} {version}", licence, by, source, where) if part))
    (HERE / "libraries.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number, text in enumerate(texts, 1):
            # A date of its own, so that the same texts are the same bytes.
            archive.writestr(zipfile.ZipInfo(str(number), (1980, 1, 1, 0, 0, 0)), text + "\n",
                             zipfile.ZIP_DEFLATED, 9)
    (HERE / "texts.zip").write_bytes(packed.getvalue())
    print(f"{len(lines)} libraries, {len(texts)} texts")


main()
