#!/usr/bin/env bash
# Draws the program's letters from Debian's package of the Lato font into Analyzer/Drawing/Font: a picture of all letters, a table of
# their widths, and the font's licence. To be run only when letters are added; its results are part of the project.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$home/scripts/setup.sh"
have_debian_packages fonts-lato python3-pil || need fonts-lato python3 python3-pil

/usr/bin/python3 - /usr/share/fonts/truetype/lato/Lato-Medium.ttf "$home/Analyzer/Drawing/Font" <<'PYTHON'
import sys

from PIL import Image, ImageDraw, ImageFont

CAP_HEIGHT, COLUMNS = 40, 16
BOX = 0
LETTERS = [BOX, *range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100), 0x0394, 0x2013, 0x2026, 0x2212, 0x2264, 0x2265]

font_file, folder = sys.argv[1:]
trial = ImageFont.truetype(font_file, 1000, layout_engine=ImageFont.Layout.BASIC)
top, bottom = trial.getbbox("H", anchor="ls")[1::2]
font = ImageFont.truetype(font_file, round(1000 * CAP_HEIGHT / (bottom - top)), layout_engine=ImageFont.Layout.BASIC)
boxes = [font.getbbox(chr(letter), anchor="ls") for letter in LETTERS[1:]]
left, above = 1 - min(box[0] for box in boxes), 1 - min(box[1] for box in boxes)
width, height = left + max(box[2] for box in boxes) + 1, above + max(box[3] for box in boxes) + 1
atlas = Image.new("L", (COLUMNS * width, -(-len(LETTERS) // COLUMNS) * height))
draw = ImageDraw.Draw(atlas)
for place, letter in enumerate(LETTERS):
    x, y = place % COLUMNS * width + left, place // COLUMNS * height + above
    if letter == BOX:
        draw.rectangle((x + 3, y - CAP_HEIGHT, x + 27, y), outline=255, width=4)
    else:
        draw.text((x, y), chr(letter), font=font, fill=255, anchor="ls")
atlas.save(f"{folder}/Lato-Medium.png", optimize=True)
with open(f"{folder}/Lato-Medium.csv", "w", newline="\n") as table:
    print("columns,width,height,left,baseline,cap_height", file=table)
    print(COLUMNS, width, height, left, above, CAP_HEIGHT, sep=",", file=table)
    print("letter,advance", file=table)
    for letter in LETTERS:
        advance = 0.8 if letter == BOX else trial.getlength(chr(letter)) / (bottom - top)
        print(f"{letter},{advance:.4f}", file=table)
PYTHON
cp /usr/share/doc/fonts-lato/copyright "$home/Analyzer/Drawing/Font/LICENSE"
