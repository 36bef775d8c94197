#!/usr/bin/env python3
"""Fonts with the metrics that Word gives 宋体, 楷体 and 黑体: LibreOffice then breaks lines and pages as Word does.

usage: fonts.py FOLDER; needs fontTools, apt-get and dpkg-deb (Debian). Fills FOLDER with fonts made from Debian's
fonts-arphic-uming, fonts-arphic-ukai, fonts-wqy-zenhei and fonts-liberation, and a fonts.conf that knows these only:
FONTCONFIG_FILE=FOLDER/fonts.conf soffice …

Word adds 15 % of the size above and below a line of a Chinese font whose own height is its size, so a single-spaced
line is 1.3 times as high; all characters of the full width are one em wide. Times New Roman is Liberation Serif, which
has its widths.
"""
import glob, os, subprocess, sys, tempfile
from fontTools.ttLib import TTCollection, TTFont

PACKAGES = ["fonts-arphic-uming", "fonts-arphic-ukai", "fonts-wqy-zenhei", "fonts-liberation"]
# File, number in its collection, name, other name.
CHINESE = [
    ("arphic/uming.ttc", 0, "SimSun", "宋体"),
    ("arphic/ukai.ttc", 0, "KaiTi", "楷体"),
    ("wqy/wqy-zenhei.ttc", 0, "SimHei", "黑体"),
]
ASCENT, DESCENT = 0.859 + 0.15, 0.141 + 0.15


def unpacked(folder):
    subprocess.run(["apt-get", "download", "-q", *PACKAGES], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for package in glob.glob(os.path.join(folder, "*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
    return os.path.join(folder, "usr/share/fonts/truetype")


def renamed(font, name, other):
    names = font["name"]
    names.names = []
    for text, language in [(name, 0x409), (other, 0x804)]:
        for number, value in [(1, text), (2, "Regular"), (4, text), (6, name)]:
            names.setName(value, number, 3, 1, language)


def with_words_metrics(font):
    unit = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * unit), round(DESCENT * unit)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent


def full_width(font):
    """Some marks are narrower in these fonts than in Word's."""
    unit, widths = font["head"].unitsPerEm, font["hmtx"].metrics
    for code, glyph in font.getBestCmap().items():
        if code >= 0x2E80 or code in (0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x00B7, 0x25A1, 0x2611, 0x2022, 0x25CF):
            widths[glyph] = (unit, widths[glyph][1])


def main(folder):
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        source = unpacked(temporary)
        for file, number, name, other in CHINESE:
            font = TTCollection(os.path.join(source, file)).fonts[number]
            renamed(font, name, other)
            with_words_metrics(font)
            # These fonts lack ☑ as Word's do; any of its width will do.
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap.setdefault(0x2611, table.cmap[0x25A1])
            full_width(font)
            for table in ["EBDT", "EBLC", "EBSC", "DSIG", "morx", "feat"]:
                if table in font:
                    del font[table]
            font.save(os.path.join(folder, name + ".ttf"))
        for style in ["Regular", "Bold", "Italic", "BoldItalic"]:
            font = TTFont(os.path.join(source, f"liberation/LiberationSerif-{style}.ttf"))
            for record in list(font["name"].names):
                if record.nameID in (1, 4, 6, 16):
                    value = record.toUnicode().replace("Liberation Serif", "Times New Roman").replace("LiberationSerif", "TimesNewRoman")
                    font["name"].setName(value, record.nameID, record.platformID, record.platEncID, record.langID)
            font.save(os.path.join(folder, f"Times-{style}.ttf"))
    folder = os.path.abspath(folder)
    with open(os.path.join(folder, "fonts.conf"), "w") as conf:
        conf.write(f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir>
</fontconfig>
""")


main(sys.argv[1])
