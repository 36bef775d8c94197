#!/usr/bin/env python3
"""Has every reader at hand read documents: what each misses, with its place. One line a document and reader, exit 1 if
any text is missed or a document is refused.

usage: readers.py FILE.docx...     needs Python's docx, docx2python, mammoth, lxml and openxml-audit; pandoc, soffice

The text is that of the paragraphs as a person reads it, blanks left out, fields with the results that stand in them. A
check box that a reader tells as a check box is no character missed. What a field shows is computed anew by whoever
opens the document: LibreOffice, which saves the document again, must keep each field, not the number in it.
"""
import difflib, html, os, re, subprocess, sys, tempfile, zipfile
import xml.etree.ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
VALIDATOR = os.path.join(os.path.dirname(__file__), "../validate/tools/validate_docx.py")
BOXES = str.maketrans("", "", "☑☒□☐")


class Story:
    """The text of a part, that outside the results of fields, and the instructions of these."""

    def __init__(self, root):
        self.all, self.own, self.fields, self.boxes = [], [], [], 0
        self.depth, self.results = 0, []
        self.walk(root)
        self.all, self.own = squeezed("".join(self.all)), squeezed("".join(self.own))

    def walk(self, element):
        if element.tag == W + "fldChar":
            kind = element.get(W + "fldCharType")
            if kind == "begin": self.results.append(False); self.fields.append("")
            elif kind == "separate": self.results[-1] = True
            else: self.results.pop()
        elif element.tag == W + "instrText": self.fields[-1] += element.text or ""
        elif element.tag == W14 + "checkbox": self.boxes += 1
        elif element.tag == W + "t":
            self.all.append(element.text or "")
            # The result of a table of contents is its entries, which hold fields of their own.
            computed = any(is_result and "TOC" not in code for is_result, code in zip(self.results, self.fields[-len(self.results):]))
            if not computed: self.own.append(element.text or "")
        for child in element:
            self.walk(child)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def stories(path):
    with zipfile.ZipFile(path) as package:
        parts = sorted(name for name in package.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name))
        return {part: Story(ET.fromstring(package.read(part))) for part in parts}


def missed(wanted, read):
    """What of the wanted characters is not read, in order, each stretch with what stands before it."""
    if wanted in read:
        return []
    matcher = difflib.SequenceMatcher(None, wanted, read, autojunk=False)
    return [
        f"{wanted[max(0, first - 8):first]}[{wanted[first:last]}]" + (f"→[{read[begin:end]}]" if begin < end else "")
        for kind, first, last, begin, end in matcher.get_opcodes() if kind in ("delete", "replace")
    ]


def process(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError((done.stdout + done.stderr).strip()[:300])
    return done.stdout


def validate_docx(path, body):
    process([sys.executable, VALIDATOR, path])
    return []


def openxml_audit(path, body):
    process([sys.executable, "-m", "openxml_audit", "-f", "office2016", "-m", "0", path])
    return []


def python_docx(path, body):
    import docx
    return missed(body.all, squeezed("".join(t.text or "" for t in docx.Document(path).element.body.iter(W + "t"))))


def docx2python(path, body):
    from docx2python import docx2python
    with docx2python(path) as document:
        return missed(body.all, squeezed(document.text))


def mammoth(path, body):
    import mammoth
    with open(path, "rb") as file:
        page = mammoth.convert_to_html(file).value
    boxes = page.count('type="checkbox"')
    told = [] if boxes == body.boxes else [f"{body.boxes} check boxes, {boxes} told"]
    return missed(body.all.translate(BOXES), shown(page).translate(BOXES)) + told


def pandoc(path, body):
    # Standalone: the paragraphs of Title and Subtitle at the top are the page's head, and left out of its body.
    page = process(["pandoc", "-f", "docx", "-t", "html", "-s", "--metadata", "pagetitle=-", "--wrap=none", path])
    return missed(body.all, shown(page[page.index("<body>"):]))


def shown(page):
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", page)))


READERS = [validate_docx, openxml_audit, python_docx, docx2python, mammoth, pandoc]


def saved_again(documents, folder):
    out = os.path.join(folder, "again")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx", "--outdir", out]
    process(command + documents)
    return [os.path.join(out, os.path.basename(document)) for document in documents]


def kept(first, again):
    """Headers and footers may be parts of other names, or stand in more of them."""
    for part, story in first.items():
        if part == "word/document.xml":
            yield from missed(story.own, again[part].own)
        elif not any(other.own == story.own for other in again.values()):
            yield f"{part}: {story.own}"
    kinds = lambda all: sorted(code.split()[0] for story in all.values() for code in story.fields if code.split())
    lost = kinds(first)
    for kind in kinds(again):
        if kind in lost: lost.remove(kind)
    yield from (f"field {kind}" for kind in lost)


def main(documents):
    failed = False

    def tell(document, reader, faults):
        nonlocal failed
        failed |= bool(faults)
        print(f"{document} | {reader} | {'whole' if not faults else ' '.join(faults)}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        numbered = []
        for number, document in enumerate(documents):
            copy = os.path.join(folder, f"{number}.docx")
            with open(document, "rb") as source, open(copy, "wb") as target: target.write(source.read())
            numbered.append(copy)
        for document, copy in zip(documents, numbered):
            body = stories(copy)["word/document.xml"]
            for reader in READERS:
                try: tell(document, reader.__name__, reader(copy, body))
                except Exception as error: tell(document, reader.__name__, [f"refused: {error!r}"])
        for document, copy, again in zip(documents, numbered, saved_again(numbered, folder)):
            tell(document, "LibreOffice, saved again", list(kept(stories(copy), stories(again))))
    sys.exit(failed)


main(sys.argv[1:])
