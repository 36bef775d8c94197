"""Opens the documents of a package with python-docx and walks through all they say: import_peer.py ZIP."""

import io
import sys
import zipfile

import docx


def walk(parent):
    """The characters of the paragraphs and cells, and the bytes of the pictures."""
    letters = sum(len(paragraph.text) for paragraph in parent.paragraphs)
    for table in parent.tables:
        for row in table.rows:
            letters += sum(walk(cell) for cell in row.cells)
    return letters


with zipfile.ZipFile(sys.argv[1]) as package:
    for name in package.namelist():
        document = docx.Document(io.BytesIO(package.read(name)))
        pictures = [part.blob for part in document.part.package.iter_parts() if part.partname.startswith("/word/media/")]
        print(name, walk(document), sum(map(len, pictures)))
