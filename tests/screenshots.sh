#!/usr/bin/env bash
# Draws the pictures of the README and of docs from the present build: bash tests/screenshots.sh
# Needs a Vulkan driver (mesa-vulkan-drivers will do) and ImageMagick.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cargo test --test suite -- --ignored --exact wizard_make::look
mkdir -p assets/screenshots
for name in review-dark check-light; do
    convert "target/looks/$name.png" +dither -colors 255 "assets/screenshots/$name.png"
done
