"""Writes the corpus of evidence files, good and bad, and what is expected of each.

    python make.py FOLDER

Needs Pillow, reportlab and pikepdf. The Latin font is the one that comes with reportlab, the Chinese one Debian's
(fonts-arphic-uming); without the latter the files that need it are left out. `expected.json` maps a file's name to {"pages": [[width, height], ...]} as seen upright, with
"drawn": true for a PDF page whose size depends on rounding and
"alone": true for one whose font is not embedded, where poppler's page depends on the machine's fonts, or to
{"refused": "a word of the reason"}. A page with a red mark says what becomes of it: "mark" is "seen", "unseen", or
"shown" where it is drawn or else told.
"""

import io
import json
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageFont, TiffImagePlugin
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

UMING = Path("/usr/share/fonts/truetype/arphic/uming.ttc")
SIZE = (300, 420)
A4 = (595, 842)
TEXT = "质量标杆 证实性材料 2026"

folder = Path(sys.argv[1])
expected = {}


def write(name, data, **outcome):
    (folder / name).write_bytes(data)
    expected[name] = outcome


def good(name, data, *sizes, **notes):
    write(name, data, pages=[list(size) for size in sizes or [SIZE]], **notes)


def bad(name, data, word):
    write(name, data, refused=word)


def scan(mode="RGB", size=SIZE, text="A4 scan"):
    """A page with lines of text, a frame heavier at the top, and something red where there are colours."""
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    width, height = size
    draw.rectangle((8, 8, width - 9, height - 9), outline="black", width=3)
    draw.rectangle((8, 8, width - 9, height // 8), fill="black")
    font = ImageFont.truetype(UMING, 24) if UMING.exists() else ImageFont.load_default(24)
    for line in range(5):
        draw.text((24, height // 6 + 36 * line), f"{line} {text} {TEXT if UMING.exists() else ''}", "black", font)
    draw.ellipse((width // 2, height * 2 // 3, width * 5 // 6, height * 9 // 10), fill=(200, 30, 30))
    return picture.convert(mode)


def photograph(size=SIZE):
    """Smooth colours, which no palette holds."""
    across, down = Image.linear_gradient("L").rotate(90), Image.linear_gradient("L")
    return Image.merge("RGB", [band.resize(size) for band in (across, down, Image.radial_gradient("L"))])


def saved(picture, format, **options):
    out = io.BytesIO()
    picture.save(out, format, **options)
    return out.getvalue()


def jpegs():
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        exif[0x8825] = {1: "N", 2: (30.0, 15.0, 0.0)}
        size = SIZE if orientation < 5 else SIZE[::-1]
        good(f"orientation-{orientation}.jpg", saved(scan(), "JPEG", exif=exif), size)
    good("cmyk.jpg", saved(scan("CMYK"), "JPEG"))
    good("progressive.jpg", saved(photograph(), "JPEG", progressive=True))
    good("grey.jpg", saved(scan("L"), "JPEG"))
    good("restart.jpg", saved(photograph(), "JPEG", restart_marker_blocks=4))
    good("profile.jpg", saved(scan(), "JPEG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()))
    good("tail.jpg", saved(scan(), "JPEG") + b"what a camera appends" * 9)
    good("really-jpeg.png", saved(scan(), "JPEG"))
    for name, subsampling in (("444", 0), ("422", 1), ("420", 2)):
        for progressive in (False, True):
            for size in (SIZE, (299, 417)):
                kind = "-progressive" if progressive else ""
                data = saved(photograph(size), "JPEG", subsampling=subsampling, progressive=progressive, optimize=True)
                good(f"{name}{kind}-{size[0]}.jpg", data, size)
    whole = saved(scan(), "JPEG")
    good("zeros-between-segments.jpg", whole.replace(b"\xFF\xC0", b"\0\0\0\xFF\xC0", 1))
    good("density.jpg", saved(scan(), "JPEG", dpi=(204, 102)), (SIZE[0], 2 * SIZE[1]))
    good("density-across.jpg", saved(scan(), "JPEG", dpi=(100, 200)), (2 * SIZE[0], SIZE[1]))


def pngs():
    good("colour.png", saved(scan(), "PNG"))
    good("grey.png", saved(scan("L"), "PNG"))
    good("bilevel.png", saved(scan("1"), "PNG"))
    good("palette.png", saved(scan().quantize(16), "PNG"))
    good("palette-transparent.png", saved(scan().quantize(16), "PNG", transparency=0))
    see_through = scan("RGBA")
    see_through.putalpha(Image.linear_gradient("L").resize(SIZE))
    good("transparent.png", saved(see_through, "PNG"))
    good("grey-transparent.png", saved(see_through.convert("LA"), "PNG"))
    good("sixteen.png", saved(scan("L").convert("I;16"), "PNG"))
    good("really-png.jpg", saved(scan(), "PNG"))
    good("density.png", saved(scan(), "PNG", dpi=(204, 102)), (SIZE[0], 2 * SIZE[1]))
    good("density-square.png", saved(scan(), "PNG", dpi=(300, 300)))


def lab():
    to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    return ImageCms.applyTransform(scan(), to_lab)


def tiff(picture, compression=None, **options):
    return saved(picture, "TIFF", compression=compression, **options)


def tiffs():
    for compression in (None, "tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg"):
        name = (compression or "none").removeprefix("tiff_")
        good(f"{name}.tif", tiff(scan(), compression))
        good(f"{name}-grey.tif", tiff(scan("L"), compression))
    for compression in (None, "group3", "group4", "tiff_ccitt", "tiff_lzw"):
        good(f"bilevel-{compression or 'none'}.tif", tiff(scan("1"), compression))
    directory = TiffImagePlugin.ImageFileDirectory_v2()
    directory[292] = 1
    good("bilevel-group3-2d.tif", tiff(scan("1"), "group3", tiffinfo=directory))
    good("photometric.tif", tiff(photograph(), "jpeg", quality=80))
    good("palette.tif", tiff(scan().quantize(16), "tiff_lzw"))
    good("cmyk.tif", tiff(scan("CMYK"), "tiff_lzw"))
    good("transparent.tif", tiff(scan("RGBA"), "tiff_lzw"))
    good("sixteen.tif", tiff(scan("L").convert("I;16")))
    good("big.tif", tiff(scan(), big_tiff=True))
    turned = TiffImagePlugin.ImageFileDirectory_v2()
    turned[274] = 6
    good("turned.tif", tiff(scan(), "tiff_lzw", tiffinfo=turned), SIZE[::-1])
    for mode in ("LAB", "YCbCr"):
        good(f"{mode.lower()}.tif", tiff(scan(mode) if mode != "LAB" else lab(), "tiff_lzw"))
    good("grey-transparent.tif", tiff(scan("L").convert("LA"), "tiff_lzw"))
    good("cmyk-jpeg.tif", tiff(scan("CMYK"), "jpeg"))
    for unit in ("inch", "cm"):
        for compression in ("group3", "group4", "tiff_lzw", None):
            data = tiff(scan("1"), compression, resolution_unit=unit, x_resolution=204, y_resolution=98)
            good(f"fax-204x98-{unit}-{compression or 'none'}.tif", data, (SIZE[0], round(SIZE[1] * 204 / 98)))
    fine = tiff(scan("1"), "group4", resolution_unit="inch", x_resolution=204, y_resolution=196)
    good("fax-204x196.tif", fine, (SIZE[0], round(SIZE[1] * 204 / 196)))
    good("colour-204x102.tif", tiff(scan(), "tiff_lzw", x_resolution=204, y_resolution=102), (SIZE[0], 2 * SIZE[1]))
    fax = [scan("1", text=f"page {number}") for number in range(3)]
    good("three-pages.tif", tiff(fax[0], "group4", save_all=True, append_images=fax[1:]), SIZE, SIZE, SIZE)
    mixed = [scan("L"), photograph((200, 100))]
    data = tiff(scan(), "tiff_lzw", save_all=True, append_images=mixed)
    good("mixed-pages.tif", data, SIZE, SIZE, (200, 100))


def others():
    for mode, name in (("RGB", "colour"), ("L", "grey"), ("1", "bilevel"), ("P", "palette"), ("RGBA", "alpha")):
        good(f"{name}.bmp", saved(scan(mode), "BMP"))
    good("lossy.webp", saved(scan(), "WEBP"))
    see_through = scan("RGBA")
    see_through.putalpha(200)
    good("lossless.webp", saved(see_through, "WEBP", lossless=True))
    good("still.gif", saved(scan("P"), "GIF"))
    good("moving.gif", saved(scan("P"), "GIF", save_all=True, append_images=[photograph().convert("P")]))
    for mode in ("RGB", "L", "RGBA"):
        good(f"{mode.lower()}.jp2", saved(scan(mode), "JPEG2000"))
    clear = scan("RGBA")
    clear.putalpha(0)
    good("clear-and-not-meant.bmp", saved(clear, "BMP"))
    good("moving.webp", saved(scan(), "WEBP", save_all=True, append_images=[photograph()]))


def page_of_picture(pdf, data, size, mode="RGB", rotate=0, **entries):
    """A page of a PDF that is one picture, as scanners write it."""
    colours = {"RGB": "/DeviceRGB", "L": "/DeviceGray", "1": "/DeviceGray", "CMYK": "/DeviceCMYK"}[mode]
    entries = {"Filter": pikepdf.Name.DCTDecode, "BitsPerComponent": 8, "ColorSpace": pikepdf.Name(colours), **entries}
    image = pikepdf.Stream(pdf, data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=size[0],
                           Height=size[1], **entries)
    page = pdf.add_blank_page(page_size=A4)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
    page.Contents = pikepdf.Stream(pdf, b"q %d 0 0 %d 0 0 cm /Scan Do Q" % A4)
    if rotate:
        page.Rotate = rotate
    return page


def pdf_bytes(pdf, **options):
    out = io.BytesIO()
    pdf.save(out, static_id=not options.get("encryption"), **options)
    return out.getvalue()


def scanned(pages=1, rotate=0, data=None, **entries):
    pdf = pikepdf.new()
    for number in range(pages):
        picture = data or saved(scan(text=f"page {number}"), "JPEG")
        page_of_picture(pdf, picture, entries.pop("size", SIZE), rotate=rotate, **entries)
    return pdf


def drawn(font="Vera", text="Quality benchmark 2026", pages=1, size=A4, before=None):
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=size, invariant=True)
    for page in range(pages):
        if before:
            before(sheet)
        sheet.setFont(font, size[0] / 24)
        for line in range(12):
            sheet.drawString(size[0] / 12, size[1] * (0.9 - line / 16), f"{page + 1}.{line + 1} {text}")
        sheet.setFillColorRGB(0.8, 0.1, 0.1)
        sheet.circle(size[0] * 0.75, size[1] * 0.12, size[0] * 0.08, fill=1)
        sheet.setFillColorRGB(0, 0, 0)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def at_200_dpi(size):
    """Of the page, or of where it is printed: 156 by 225 mm of A4, if that is larger."""
    width, height = size
    dots = max(200 / 72, min(156 / 25.4 * 200 / width, 225 / 25.4 * 200 / height))
    return [round(side * dots) for side in size]


def pdfs():
    paper = at_200_dpi(A4)
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    good("text.pdf", drawn(), paper, drawn=True)
    good("latin-not-embedded.pdf", drawn("Helvetica"), paper, drawn=True, alone=True)
    good("six-pages.pdf", drawn(pages=6), *[paper] * 6, drawn=True)
    good("landscape.pdf", drawn(size=A4[::-1]), paper[::-1], drawn=True)
    good("small.pdf", drawn(size=(144, 72)), at_200_dpi((144, 72)), drawn=True)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    good("chinese-not-embedded.pdf", drawn("STSong-Light", TEXT), paper, drawn=True, alone=True)
    if UMING.exists():
        pdfmetrics.registerFont(TTFont("uming", str(UMING), subfontIndex=0))
        good("chinese-embedded.pdf", drawn("uming", TEXT), paper, drawn=True)
    for rotate in (90, 180, 270):
        sideways = pikepdf.open(io.BytesIO(drawn()))
        sideways.pages[0].Rotate = rotate
        size = paper if rotate == 180 else paper[::-1]
        good(f"text-rotated-{rotate}.pdf", pdf_bytes(sideways), size, drawn=True)
        size = SIZE if rotate == 180 else SIZE[::-1]
        good(f"scan-rotated-{rotate}.pdf", pdf_bytes(scanned(rotate=rotate)), size)
    good("scan.pdf", pdf_bytes(scanned()))
    good("scans.pdf", pdf_bytes(scanned(4)), *[SIZE] * 4)
    good("packed.pdf", pdf_bytes(scanned(2), object_stream_mode=pikepdf.ObjectStreamMode.generate), SIZE, SIZE)
    for revision in (3, 4, 6):
        lock = pikepdf.Encryption(user="", owner="owner", R=revision, **({"aes": False, "metadata": False} if revision == 3 else {}))
        good(f"encrypted-{revision}.pdf", pdf_bytes(scanned(), encryption=lock))
    good("junk-before.pdf", b"\0" * 100 + pdf_bytes(scanned()))
    good("really-pdf.jpg", pdf_bytes(scanned()))
    good("cmyk-scan.pdf", pdf_bytes(scanned(data=saved(scan("CMYK"), "JPEG"), ColorSpace=pikepdf.Name.DeviceCMYK,
                                            Decode=[1, 0] * 4)), paper, drawn=True)
    jpx = saved(scan(), "JPEG2000")
    good("jpeg2000.pdf", pdf_bytes(scanned(data=jpx, Filter=pikepdf.Name.JPXDecode)), paper, drawn=True)
    flate = zlib.compress(scan().tobytes())
    good("flate-scan.pdf", pdf_bytes(scanned(data=flate, Filter=pikepdf.Name.FlateDecode)), paper, drawn=True)
    for black_is_1 in (False, True):
        fax = fax_stream(scan("1"))
        parms = pikepdf.Dictionary(K=-1, Columns=SIZE[0], Rows=SIZE[1], BlackIs1=black_is_1)
        entries = {"Decode": [1, 0]} if black_is_1 else {}
        pdf = scanned(data=fax, Filter=pikepdf.Name.CCITTFaxDecode, DecodeParms=parms, BitsPerComponent=1,
                      ColorSpace=pikepdf.Name.DeviceGray, **entries)
        good(f"fax-{'inverted' if black_is_1 else 'plain'}.pdf", pdf_bytes(pdf))
    searchable = pikepdf.open(io.BytesIO(drawn()))
    page = page_of_picture(searchable, saved(scan(), "JPEG"), SIZE)
    page.Resources.Font = searchable.pages[0].Resources.Font
    page.Contents = pikepdf.Stream(searchable, b"BT 3 Tr /F1 12 Tf 72 700 Td (hidden) Tj ET q 595 0 0 842 0 0 cm /Scan Do Q")
    del searchable.pages[0]
    good("searchable.pdf", pdf_bytes(searchable))
    stamped = scanned()
    stamped.pages[0].Contents = pikepdf.Stream(
        stamped, b"q 595 0 0 842 0 0 cm /Scan Do Q 1 0 0 RG 8 w 300 100 200 120 re S")
    good("stamped.pdf", pdf_bytes(stamped), paper, drawn=True)
    cropped = scanned()
    cropped.pages[0].CropBox = [100, 100, 400, 500]
    good("cropped.pdf", pdf_bytes(cropped), at_200_dpi((300, 400)), drawn=True)


def fax_stream(picture):
    """The only strip of a Group 4 TIFF; Pillow's is inverted."""
    data = tiff(ImageChops.invert(picture), "group4", strip_size=1 << 20)
    opened = Image.open(io.BytesIO(data))
    offsets, counts = opened.tag_v2[273], opened.tag_v2[279]
    assert len(offsets) == 1, "one strip"
    return data[offsets[0]:offsets[0] + counts[0]]


# Kinds of annotations, what they say besides, and what becomes of one that brings no appearance: "shown" where readers
# differ and a warning will do.
ANNOTATIONS = {
    "Square": ({"IC": [1, 0, 0]}, "seen"),
    "Circle": ({"IC": [1, 0, 0]}, "seen"),
    "Line": ({"L": [105, 105, 175, 175], "BS": {"/W": 6}}, "seen"),
    "Ink": ({"InkList": [[105, 105, 140, 175, 175, 105]], "BS": {"/W": 6}}, "seen"),
    "Polygon": ({"Vertices": [105, 105, 175, 105, 140, 175], "IC": [1, 0, 0]}, "seen"),
    "PolyLine": ({"Vertices": [105, 105, 175, 105, 140, 175], "BS": {"/W": 6}}, "seen"),
    "Highlight": ({"QuadPoints": [105, 175, 175, 175, 105, 105, 175, 105]}, "seen"),
    "Underline": ({"QuadPoints": [105, 175, 175, 175, 105, 105, 175, 105]}, "seen"),
    "StrikeOut": ({"QuadPoints": [105, 175, 175, 175, 105, 105, 175, 105]}, "seen"),
    "FreeText": ({"Contents": "SEALED", "DA": "/Helv 20 Tf 1 0 0 rg"}, "seen"),
    "Stamp": ({"Name": pikepdf.Name.Approved}, "shown"),
    "Caret": ({}, "shown"),
    "Text": ({"Contents": "note"}, "shown"),
    "Popup": ({}, "unseen"),
}
NO_FLAG, HIDDEN, PRINTED, NOT_ON_SCREEN = 0, 2, 4, 32


def marks():
    """Every kind of annotation, with flags that show or hide it, with and without an appearance."""
    for kind, (entries, alone) in ANNOTATIONS.items():
        for flags in (NO_FLAG, HIDDEN, PRINTED, NOT_ON_SCREEN, PRINTED | NOT_ON_SCREEN):
            for brings in (True, False):
                pdf = pikepdf.new()
                page = pdf.add_blank_page(page_size=(200, 200))
                page.Contents = pikepdf.Stream(pdf, b"20 20 60 60 re f")
                mark = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{kind}"), F=flags, C=[1, 0, 0],
                                          Rect=[100, 100, 180, 180], **entries)
                if brings:
                    form = pikepdf.Stream(pdf, b"1 0 0 rg 0 0 80 80 re f", Type=pikepdf.Name.XObject,
                                          Subtype=pikepdf.Name.Form, BBox=[0, 0, 80, 80])
                    mark.AP = pikepdf.Dictionary(N=pdf.make_indirect(form))
                page.Annots = pikepdf.Array([pdf.make_indirect(mark)])
                is_hidden = flags & HIDDEN or flags == NOT_ON_SCREEN or kind == "Popup"
                outcome = "unseen" if is_hidden else "seen" if brings else alone
                name = f"mark-{kind.lower()}-{flags}-{'own' if brings else 'none'}.pdf"
                good(name, pdf_bytes(pdf), at_200_dpi((200, 200)), drawn=True, alone=True, mark=outcome)


def damaged():
    bad("empty.jpg", b"", "空的")
    for name in ("colour.png", "progressive.jpg", "grey.jpg", "lzw.tif", "bilevel-group4.tif", "jpeg.tif", "colour.bmp",
                 "lossy.webp", "lossless.webp"):
        data = (folder / name).read_bytes()
        bad(f"cut-{name}", data[: len(data) * 2 // 3], "损坏")
    bad("cut-early.pdf", (folder / "scan.pdf").read_bytes()[:300], "PDF")
    bad("cut-picture.pdf", pdf_bytes(scanned(data=saved(scan(), "JPEG")[:200])), "损坏")
    bad("no-picture.pdf", pdf_bytes(scanned(data=b"no JPEG at all")), "损坏")
    bad("no-pages.pdf", pdf_bytes(pikepdf.new()), "PDF")
    noise = bytes(range(256)) * 40
    for name, head in (("jpg", b"\xFF\xD8\xFF"), ("png", b"\x89PNG\r\n\x1A\n"), ("tif", b"II*\0"), ("pdf", b"%PDF-1.7\n"),
                       ("webp", b"RIFF\0\1\0\0WEBPVP8 "), ("bmp", b"BM\0\1\0\0\0\0\0\0")):
        bad(f"noise.{name}", head + noise, "BMP" if name == "bmp" else "损坏")


def of_another_kind():
    docx = io.BytesIO()
    with zipfile.ZipFile(docx, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    bad("letter.docx", docx.getvalue(), "Word（WPS 文字）")
    bad("table.pdf", docx.getvalue(), "Word（WPS 文字）")
    for name, part, word in (("table.xlsx", "xl/workbook.xml", "Excel"), ("slides.pptx", "ppt/presentation.xml", "PowerPoint"),
                             ("certificate.ofd", "OFD.xml", "OFD 版式文件"), ("papers.zip", "证书.pdf", "请先解压")):
        parts = io.BytesIO()
        with zipfile.ZipFile(parts, "w") as archive:
            archive.writestr(part, "x")
        bad(name, parts.getvalue(), word)
    bad("shortcut.lnk", b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xC0\0\0\0\0\0\0F" + bytes(60), "快捷方式")
    bad("page.html", b"<!DOCTYPE html><html><body>1</body></html>", "网页")
    bad("film.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(100), "视频")
    bad("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(600), "Office")
    bad("archive.rar", b"Rar!\x1A\x07\x01\0" + bytes(50), "压缩包")
    bad("telephone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200), "HEIC")
    bad("telephone.jpg", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif" + bytes(200), "AVIF")
    bad("notes.txt", "证书在抽屉里".encode(), "纯文本")
    bad("vector.pdf", b"%!PS-Adobe-3.0 EPSF-3.0\n", "PostScript")
    bad("unknown.bin", bytes(range(1, 200)), "认不出")
    bad("locked.pdf", pdf_bytes(scanned(), encryption=pikepdf.Encryption(user="secret", owner="owner")), "密码")
    bad("locked-rc4.pdf", pdf_bytes(scanned(), encryption=pikepdf.Encryption(user="secret", owner="owner", R=3, aes=False, metadata=False)), "密码")


def liars():
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    def png(width, height, rows):
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        return b"\x89PNG\r\n\x1A\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")

    bad("huge.png", png(60_000, 60_000, b"\0" * 100), "像素")
    bad("unpacks.png", png(10_000, 19_000, b"\0" * 100), "损坏")
    bad("wide.png", png(70_000, 10, b"\0" * 100), "像素")
    data = bytearray((folder / "grey.jpg").read_bytes())
    frame = data.index(b"\xFF\xC0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", 60_000, 60_000)
    bad("huge.jpg", bytes(data), "像素")
    data = bytearray((folder / "colour.bmp").read_bytes())
    data[18:26] = struct.pack("<ii", 14_000, 14_000)
    bad("huge.bmp", bytes(data), "大")
    directory = TiffImagePlugin.ImageFileDirectory_v2()
    for tag, value, name in ((256, 60_000, "wide"), (257, 60_000, "high")):
        data = bytearray(tiff(scan("L")))
        start = struct.unpack_from("<I", data, 4)[0]
        for entry in range(struct.unpack_from("<H", data, start)[0]):
            at = start + 2 + 12 * entry
            if struct.unpack_from("<H", data, at)[0] == tag:
                struct.pack_into("<HII", data, at + 2, 4, 1, value)
        bad(f"{name}-lies.tif", bytes(data), "TIFF")
    data = bytearray(tiff(scan("L")))
    start = struct.unpack_from("<I", data, 4)[0]
    struct.pack_into("<I", data, start + 2 + 12 * struct.unpack_from("<H", data, start)[0], start)
    bad("endless.tif", bytes(data), "损坏")
    tiny = [Image.new("1", (8, 8))] * 301
    bad("too-many-pages.tif", tiff(tiny[0], save_all=True, append_images=tiny[1:]), "300 页")
    many = pikepdf.new()
    for _ in range(301):
        many.add_blank_page(page_size=A4)
    bad("too-many-pages.pdf", pdf_bytes(many), "300 页")
    bad("webp-lies.webp", b"RIFF\x20\0\0\0WEBPVP8L\x10\0\0\0\x2F\xFF\xFF\xFF\x0F" + bytes(16), "WebP")


def bombs():
    once = zlib.compress(bytes(200 << 20), 9)
    bad("bomb.pdf", pdf_bytes(scanned(data=once, Filter=pikepdf.Name.FlateDecode)), "太大")
    twice = zlib.compress(once, 9)
    filters = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    bad("bomb-twice.pdf", pdf_bytes(scanned(data=twice, Filter=filters)), "太大")
    bad("large-picture.pdf", pdf_bytes(scanned(data=zlib.compress(b""), Filter=pikepdf.Name.FlateDecode, BitsPerComponent=1,
                                               ColorSpace=pikepdf.Name.DeviceGray, size=(60_000, 60_000))), "太大")
    nested = scanned()
    form = pikepdf.Stream(nested, b"/Again Do /Again Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, *A4])
    form = nested.make_indirect(form)
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Again=form))
    nested.pages[0].Resources.XObject.Again = form
    nested.pages[0].Contents = pikepdf.Stream(nested, b"/Again Do")
    write("recursion.pdf", pdf_bytes(nested), either=True)
    slow = scanned()
    slow.pages[0].Contents = pikepdf.Stream(slow, b"0 0 m " + b"300 800 l 10 20 595 842 9 9 c " * 200_000 + b"B*")
    bad("slow.pdf", pdf_bytes(slow), "太大")


if __name__ == "__main__":
    folder.mkdir(parents=True, exist_ok=True)
    for part in (jpegs, pngs, tiffs, others, pdfs, marks, damaged, of_another_kind, liars, bombs):
        part()
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1), "utf-8")
    print(len(expected), "files")
