#!/usr/bin/env python3
"""Documents that each have one fault of those that measure.py looks for, to show that it finds them.

usage: doctored.py FOLDER     fills a folder a document and prints the line that measure.py must say of each
"""
import os, struct, sys, zipfile, zlib

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction, result):
    mark = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark("begin") + code + mark("separate") + run(result) + mark("end")


def paragraph(content, style="", properties=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{content}</w:p>"


def entry(title, page):
    return paragraph(run(title) + "<w:r><w:tab/></w:r>" + run(page), "TOC1", TAB)


def table(rows, widths):
    cell = lambda content, width: f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(content)}</w:tc>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join("<w:tr>" + "".join(map(cell, row, widths)) + "</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def picture(width, height):
    """So many millimetres large."""
    extent = f'cx="{width * 36000}" cy="{height * 36000}"'
    shape = f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    named = '<pic:nvPicPr><pic:cNvPr id="1" name="图"/><pic:cNvPicPr/></pic:nvPicPr>'
    fill = '<pic:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    data = f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>{named}{fill}{shape}</pic:pic></a:graphicData>'
    return f'<w:r><w:drawing><wp:inline><wp:extent {extent}/><wp:docPr id="1" name="图"/><a:graphic>{data}</a:graphic></wp:inline></w:drawing></w:r>'


def png():
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


def styles():
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
    named = "".join(f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
                    for id, name in [("Heading1", "heading 1"), ("TOC1", "toc 1"), ("Caption", "caption")])
    return f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>{named}</w:styles>'


def write(path, content):
    relation = lambda id, kind, target: f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>'
    relations = lambda *all: f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(relation(*one) for one in all)}</Relationships>'
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    default = lambda ending, kind: f'<Default Extension="{ending}" ContentType="{kind}"/>'
    override = lambda part, kind: f'<Override PartName="/word/{part}.xml" ContentType="{word}.{kind}+xml"/>'
    types = default("rels", "application/vnd.openxmlformats-package.relationships+xml") + default("xml", "application/xml")
    types += default("png", "image/png") + override("document", "document.main") + override("styles", "styles") + override("header", "header") + override("footer", "footer")
    # The checks look at what stands between header and footer.
    edges = "".join(f'<w:{kind}Reference w:type="default" r:id="{id}"/>' for kind, id in [("header", "rId3"), ("footer", "rId4")])
    page = f'<w:sectPr>{edges}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" w:left="1588" w:right="1474" w:header="850" w:footer="850" w:gutter="0"/></w:sectPr>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(("rId1", "styles", "styles.xml"), ("rId2", "image", "1.png"), ("rId3", "header", "header.xml"), ("rId4", "footer", "footer.xml")),
        "word/styles.xml": styles(),
        "word/header.xml": f"<w:hdr {NAMESPACES}>{paragraph(run('草稿'))}</w:hdr>",
        "word/footer.xml": f"<w:ftr {NAMESPACES}>{paragraph(field('PAGE', '1'))}</w:ftr>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{content}{page}</w:body></w:document>",
    }
    with zipfile.ZipFile(path, "w") as out:
        for name, text in parts.items():
            out.writestr(name, HEAD + text)
        out.writestr("word/1.png", png())


LINE = "这一页的正文只写到这里，后面是一幅放不下的图。"
DEEP = paragraph(run("封面") + BREAK) + paragraph(run("正文") + BREAK)
TIGHT = '<w:spacing w:line="320" w:lineRule="exact"/>'
LIFTED = '<w:r><w:rPr><w:position w:val="28"/></w:rPr><w:t>另一行文字</w:t></w:r>'
TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8800"/></w:tabs>'
# Folder, file, what stands in it, what measure.py says.
CASES = [
    ("torn", "申报书", table([[run("1,098,760.50"), run("万元")]], [700, 3000]),
     "torn: 1,098,760.50 stands 1 times in the document, 0 times whole on the page"),
    ("lone", "申报书", paragraph(run("表") + BREAK) + paragraph(run("注：没有的填“/”。")), "lone: page 2 begins with its note"),
    ("contents", "典型经验", entry("组织概况", 2) + DEEP + paragraph(run("组织概况"), "Heading1"),
     "contents: “组织概况” says 2, stands on 3"),
    ("missing", "典型经验", entry("实施成效", 1) + paragraph(run("组织概况"), "Heading1"),
     "contents: “实施成效” is not found"),
    ("catalogue", "证实性材料", table([[run("1"), run("认证证书"), field("PAGEREF _Evidence0001 \\h", "2")]], [700, 3000, 900])
     + DEEP + paragraph('<w:bookmarkStart w:id="0" w:name="_Evidence0001"/>' + run("1. 认证证书") + '<w:bookmarkEnd w:id="0"/>', "Heading1"),
     "contents: “1. 认证证书” says 2, stands on 3"),
    ("empty", "典型经验", paragraph(run(LINE * 12)) + paragraph(picture(100, 190), "", "<w:keepNext/>") + paragraph(run("图1 框架"), "Caption"),
     "of page 1 is empty before 图1框架"),
    ("overlap", "申报书", paragraph(run("一行文字"), "", TIGHT) + paragraph(LIFTED, "", TIGHT), "overlap: page 1: 另一行文字 and 一行文字"),
]


def main(folder):
    for name, document, content, said in CASES:
        os.makedirs(os.path.join(folder, name), exist_ok=True)
        path = os.path.join(folder, name, f"{document}.docx")
        write(path, content)
        print(f"{path}\t{said}")


main(sys.argv[1])
