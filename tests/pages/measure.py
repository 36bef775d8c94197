#!/usr/bin/env python3
"""Lays documents out with LibreOffice and measures their pages: one line per fault, exit 1 if any.

usage: measure.py FONTS FILE.docx...     FONTS as fonts.py makes them; needs soffice, pdftotext
       BIAOGAN_PAGES=FOLDER keeps the PDFs

- a word or number of a table or text stands on one line (torn)
- no page begins with a 注, which belongs to the table above it (lone)
- each entry of a 目录 names the page on which its heading stands (contents)
- no page is left over a quarter empty before a figure (empty)
- no two words cover each other (overlap)
"""
import collections, os, re, shutil, subprocess, sys, tempfile, zipfile
import xml.etree.ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
H = "{http://www.w3.org/1999/xhtml}"
RUN = re.compile(r"[!-~]+")
# What a line may break behind, or what a text reader of PDF parts by itself.
BREAKABLE = re.compile(r"[-/?&=_()\[\]:;<>]|,(?!\d)")
# What a line may reach over the edge of the text, in points.
EDGE = 4


class Line:
    def __init__(self, element):
        self.words = [(w.text or "", *(float(w.get(k)) for k in ("xMin", "yMin", "xMax", "yMax"))) for w in element.iter(H + "word")]
        self.text = "".join(word[0] for word in self.words)
        self.top, self.bottom = float(element.get("yMin")), float(element.get("yMax"))


def pdf(documents, fonts, folder):
    environment = dict(os.environ, FONTCONFIG_FILE=os.path.join(fonts, "fonts.conf"))
    profile = os.path.join(folder, "profile")
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run(command + documents, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Page:
    """What stands between the margins of a page: neither its header nor its footer."""

    def __init__(self, element, top, bottom):
        self.top, self.bottom = top, float(element.get("height")) - bottom
        lines = sorted((Line(line) for line in element.iter(H + "line")), key=lambda line: line.top)
        inside = lambda line: line.words and line.top > self.top - EDGE and line.bottom < self.bottom + EDGE
        self.lines = [line for line in lines if inside(line)]

    def left(self):
        """How much of it is empty below its last line."""
        last = max(line.bottom for line in self.lines)
        return (self.bottom - last) / (self.bottom - self.top)


def margins(document):
    """Those of the last section, in points."""
    margin = body(document).find(f"{W}sectPr/{W}pgMar")
    return [int(margin.get(W + side)) / 20 for side in ("top", "bottom")]


def pages(path, document):
    text = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], check=True, capture_output=True).stdout.decode()
    root = ET.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)))
    return [Page(page, *margins(document)) for page in root.iter(H + "page")]


def body(path):
    return ET.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(W + "body")


def style(paragraph):
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(W + "val")


def text(element):
    found = []
    for node in (node for run in element.iter(W + "r") for node in run):
        if node.tag == W + "t": found.append(node.text or "")
        elif node.tag == W + "br": found.append("\n")
        elif node.tag == W + "tab": found.append("\t")
    return "".join(found)


def torn(path, found):
    wanted = collections.Counter()
    for paragraph in body(path).iter(W + "p"):
        if style(paragraph).startswith("TOC"): continue
        wanted.update(run for run in RUN.findall(text(paragraph)) if len(run) > 1 and not BREAKABLE.search(run))
    has = collections.Counter()
    for page in found:
        for line in page.lines:
            for word in line.words:
                has.update(RUN.findall(word[0]))
    for run, count in wanted.items():
        if has[run] < count:
            yield f"torn: {run} stands {count} times in the document, {has[run]} times whole on the page"


def lone(found):
    for number, page in enumerate(found, 1):
        if page.lines and page.lines[0].text.startswith("注："):
            yield f"lone: page {number} begins with its note"


squeezed = lambda text: re.sub(r"\s", "", text)


def entries(path):
    """Text and page of the entries of a table of contents, or of the catalogue of a document of scans."""
    for paragraph in body(path).iter(W + "p"):
        if re.fullmatch(r"TOC\d", style(paragraph)):
            title, _, page = text(paragraph).rpartition("\t")
            yield title, int(page)


def catalogue(path):
    for row in body(path).iter(W + "tr"):
        fields = ["".join(t.text or "" for t in p.iter(W + "instrText")) for p in row.iter(W + "tc")]
        cells = [text(cell) for cell in row.iter(W + "tc")]
        if fields and "PAGEREF" in fields[-1]:
            yield f"{cells[0]}. {cells[1]}", int(cells[-1])


def contents(listed, found):
    last = 1
    for title, page in listed:
        stands = None
        for number in range(last, len(found) + 1):
            texts = [squeezed(line.text) for line in found[number - 1].lines]
            wanted = squeezed(title)
            joined = "".join(texts)
            # An entry of the contents itself ends in its page.
            begins = any(t == wanted or (wanted.startswith(t) and len(t) > 8 and wanted in joined) for t in texts)
            if begins and number > last - 1 and not any(re.fullmatch(re.escape(wanted) + r"[.…·]*\d+", t) for t in texts):
                stands = number
                break
        if stands is None:
            yield f"contents: “{title}” is not found"
            continue
        last = stands
        if stands != page:
            yield f"contents: “{title}” says {page}, stands on {stands}"


def figures(path):
    """The caption of each figure or chart, and whether text stands before it: figures that follow each other cannot
    be filled up with anything."""
    before = ""
    paragraphs = list(body(path))
    for paragraph, after in zip(paragraphs, paragraphs[1:]):
        if paragraph.find(f".//{W}drawing") is not None:
            yield squeezed(text(after)), before
            before = ""
        elif style(paragraph) != "Caption" and squeezed(text(paragraph)):
            before = squeezed(text(paragraph))


def empty(path, found):
    """A figure begins a page where the text before it ends the one before."""
    for caption, before in figures(path):
        for number, (page, next) in enumerate(zip(found, found[1:]), 1):
            has_caption = any(squeezed(line.text) == caption for line in next.lines)
            if not before or not page.lines or not has_caption:
                continue
            ends = before.endswith(squeezed(page.lines[-1].text)[-8:])
            if ends and page.left() > 1 / 4:
                yield f"empty: {page.left():.0%} of page {number} is empty before {caption}"


def overlap(found):
    for number, page in enumerate(found, 1):
        words = [word for line in page.lines for word in line.words if word[0].strip()]
        for at, (one, left, top, right, bottom) in enumerate(words):
            for other, l, t, r, b in words[at + 1:]:
                wide, high = min(right, r) - max(left, l), min(bottom, b) - max(top, t)
                if wide > 1.5 and high > 0.45 * min(bottom - top, b - t):
                    yield f"overlap: page {number}: {one} and {other}"


def faults(path, found):
    name = os.path.basename(path)
    yield from torn(path, found)
    if name.startswith("申报书"):
        yield from lone(found)
    if name.startswith("典型经验"):
        yield from contents(list(entries(path)), found)
        yield from empty(path, found)
    if name.startswith("证实性材料"):
        yield from contents(list(catalogue(path)), found)
    yield from overlap(found)


def main(fonts, documents):
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        folder = os.environ.get("BIAOGAN_PAGES") or folder
        os.makedirs(folder, exist_ok=True)
        numbered = []
        for number, document in enumerate(documents):
            # Documents of several applications have the same names.
            copy = os.path.join(folder, f"{number}-{os.path.basename(document)}")
            shutil.copyfile(document, copy)
            numbered.append(copy)
        pdf(numbered, fonts, folder)
        for document, copy in zip(documents, numbered):
            found = pages(os.path.splitext(copy)[0] + ".pdf", document)
            for fault in faults(document, found):
                failed = True
                print(f"{document}: {fault}")
    sys.exit(failed)


main(sys.argv[1], sys.argv[2:])
