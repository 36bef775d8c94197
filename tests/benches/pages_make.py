"""Writes the PDFs of the benchmark `pages`: pages_make.py FOLDER. Needs Pillow and reportlab."""

import io
import math
import random
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

A4 = (595.28, 841.89)
UMING = Path("/usr/share/fonts/truetype/arphic/uming.ttc")
WORDS = "质量标杆 quality 过程能力 control chart 顾客满意 0.9912 检验 calibration 改进 六西格玛 report 设备综合效率 87.6%".split()


def text(sheet, chance):
    sheet.setFont("Text", 10)
    for line in range(52):
        words = " ".join(chance.choice(WORDS) for _ in range(9))
        sheet.drawString(60, 780 - 14 * line, words[:60])


def seal(sheet):
    sheet.setStrokeColorRGB(0.85, 0.1, 0.1)
    sheet.setFillColorRGB(0.85, 0.1, 0.1)
    sheet.setLineWidth(4)
    sheet.circle(430, 160, 60)
    sheet.setFont("Text", 14)
    sheet.drawCentredString(430, 155, "质量专用章" if UMING.exists() else "SEAL")
    sheet.setFillColorRGB(0, 0, 0)
    sheet.setStrokeColorRGB(0, 0, 0)


def scan(sheet, chance, mode):
    """A page of 200 dpi, in colours or grey as JPEG, in black and white as a fax."""
    picture = Image.effect_noise((1654, 2339), 12).point(lambda value: min(255, value + 110)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(UMING, 34) if UMING.exists() else ImageFont.load_default(34)
    for line in range(45):
        draw.text((150, 150 + 46 * line), " ".join(chance.choice(WORDS) for _ in range(6)), "black", font)
    data = io.BytesIO()
    if mode == "1":
        picture.convert("1").save(data, "PNG")
    else:
        picture.convert(mode).save(data, "JPEG", quality=80)
    sheet.drawImage(ImageReader(data), 0, 0, *A4)


def curve(path, chance, points, step):
    x, y, way = chance.uniform(20, 575), chance.uniform(20, 820), chance.uniform(0, 2 * math.pi)
    path.moveTo(x, y)
    for _ in range(points):
        way += chance.uniform(-0.6, 0.6)
        x, y = x + step * math.cos(way), y + step * math.sin(way)
        path.lineTo(x, y)


def chart(sheet, chance):
    for _ in range(40):
        path = sheet.beginPath()
        curve(path, chance, 60, 7)
        sheet.setStrokeColorRGB(*(chance.random() for _ in range(3)))
        sheet.drawPath(path)
    sheet.setStrokeColorRGB(0, 0, 0)


def site_map(sheet, chance):
    """A drawing as of a geographic system: areas that shine through, contour lines, symbols, names."""
    for _ in range(400):
        path = sheet.beginPath()
        curve(path, chance, 24, 9)
        path.close()
        sheet.setFillColorRGB(*(chance.uniform(0.6, 1) for _ in range(3)), alpha=0.5)
        sheet.drawPath(path, stroke=0, fill=1)
    sheet.setFillAlpha(1)
    for _ in range(12_000):
        path = sheet.beginPath()
        curve(path, chance, 10, 3)
        sheet.setLineWidth(chance.choice((0.15, 0.3, 0.6)))
        sheet.setStrokeColorRGB(*(chance.uniform(0, 0.7) for _ in range(3)))
        sheet.drawPath(path)
    sheet.setFillColorRGB(0, 0, 0)
    sheet.setFont("Text", 5)
    for _ in range(1_500):
        sheet.drawString(chance.uniform(10, 560), chance.uniform(10, 830), chance.choice(WORDS))


def write(path, pages):
    sheet = canvas.Canvas(str(path), pagesize=A4, invariant=True)
    chance = random.Random(7)
    for page in pages:
        for part in page:
            part(sheet, chance)
        sheet.showPage()
    sheet.save()


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    font = TTFont("Text", str(UMING), subfontIndex=0) if UMING.exists() else TTFont("Text", "Vera.ttf")
    pdfmetrics.registerFont(font)
    stamped = [lambda sheet, _: seal(sheet)]
    scans = {mode: (lambda sheet, chance, mode=mode: scan(sheet, chance, mode)) for mode in ("RGB", "L", "1")}
    mixed = [[text], [scans["L"]], [text, chart], [scans["RGB"], *stamped], [scans["1"]]]
    write(folder / "text-19.pdf", [[text]] * 19)
    write(folder / "mixed-100.pdf", mixed * 20)
    write(folder / "maps-5.pdf", [[site_map]] * 5)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
