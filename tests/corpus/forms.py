"""Writes 申报书 and 典型经验 as people fill them in by hand, and what is expected of each.

    python forms.py FOLDER

Needs nothing but LibreOffice for the files that it saves again; without it they are left out. `expected.json` maps a
file's name to {"values": {path: value}, "unplaced": [text, ...]}: a path is that of the content, a row named by its name
(`benefits[利润总额].values.2024`), a value null where nothing may stand; texts of sections are compared line by line.
"""

import copy
import json
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
expected = {}

NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:pPr>{more}</w:pPr></w:style>'
    for id, name, more in [
        ("1", "heading 1", '<w:outlineLvl w:val="0"/>'),
        ("2", "heading 2", '<w:outlineLvl w:val="1"/>'),
        ("3", "heading 3", '<w:outlineLvl w:val="2"/>'),
        ("4", "caption", ""),
        ("5", "Title", ""),
        ("10", "toc 1", ""),
    ]
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="○"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(200 if (x // 9 + y // 9) % 2 else 255 for x in range(90)) for y in range(60))
    head = struct.pack(">IIBBBBB", 90, 60, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def save(name, body, notes=None):
    """A document of this body with one picture rId9 and, if given, footnotes."""
    leads = [("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"), ("rId9", "image", "media/1.png")]
    parts = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{NUMBERING}</w:numbering>",
    }
    if notes:
        leads.append(("rId3", "footnotes", "footnotes.xml"))
        parts["word/footnotes.xml"] = f"<w:footnotes {NAMES}>{notes}</w:footnotes>"
    lead = "".join(f'<Relationship Id="{id}" Type="{RELATIONSHIPS}/{kind}" Target="{to}"/>' for id, kind, to in leads)
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
        f'{kinds[Path(path).stem]}+xml"/>'
        for path in parts
    )
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{package}/relationships">{lead}</Relationships>'
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" Type="{RELATIONSHIPS}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" '
        f'ContentType="image/png"/>{overrides}</Types>'
    )
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in sorted(parts.items()):
            archive.writestr(path, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
        archive.writestr("word/media/1.png", png())


def run(text, look=""):
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(text="", style="", look="", raw=None, numbered=None):
    number = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else ""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = raw if raw is not None else "<w:r><w:br/></w:r>".join(run(line, look) for line in text.split("\n"))
    return f"<w:p><w:pPr>{style}{number}</w:pPr>{inner}</w:p>"


class Cell:
    def __init__(self, text="", span=1, merge=None, raw=None):
        self.text, self.span, self.merge, self.raw = text, span, merge, raw

    def xml(self, style):
        merge = {"restart": '<w:vMerge w:val="restart"/>', "continue": style["continue"]}.get(self.merge, "")
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        inner = self.raw or "".join(style["paragraph"](line) for line in self.text.split("\n"))
        return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inner}</w:tc>"


def table(rows, style):
    rows = "".join(f'<w:tr>{"".join(cell.xml(style) for cell in row)}</w:tr>' for row in rows)
    # The grid says anything: nobody may rely on it.
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>{rows}</w:tbl>'


def c(text="", span=1, merge=None, raw=None):
    return Cell(text, span, merge, raw)


def split_runs(text):
    """Runs as proofing, bookmarks and tracked changes leave them."""
    half = len(text) // 2
    return p(
        raw=f'<w:proofErr w:type="spellStart"/>{run(text[:half])}<w:bookmarkStart w:id="1" w:name="_x{half}"/>'
        f'<w:del w:id="3"><w:r><w:delText>删去</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{run(text[half:])}</w:ins><w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellEnd"/>'
    )


def control(text, level="run", properties="<w:text/>"):
    inner = {"run": run(text), "block": p(text)}[level]
    sdt = f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    return p(raw=sdt) if level == "run" else sdt


STYLE = {"paragraph": p, "continue": "<w:vMerge/>"}

# ---- what is filled in -------------------------------------------------------------------------------------------

ORGANIZATION = "浙江虚远轴承有限公司"
RATES = ["96.8", "92.5%", "８８．４", "75"]
DECLARATION = {
    "credit_code": "91330100MA2H0XXX6X",
    "industry": "制造业 > 通用设备制造业",
    "organization_type": "民营企业",
    "organization_size": "大型",
    "recommending_unit": "虚远市经济和信息化局",
    "experience_name": "实施全流程数字化质量管控的经验",
    "employees": "1,286",
    "tqm_education_rate": RATES[0],
    "quality_staff_rate": RATES[1],
    "engineering_training_rate": RATES[2],
    "improvement_rate": RATES[3],
    "contact.name": "李质",
    "contact.department": "质量部",
    "contact.position": "部长",
    "contact.telephone": "0571-88888888",
    "contact.mobile": "13800000000",
    "contact.email": "zhi.li@example.com",
    "contact.address": "虚远市质量路1号",
    "contact.postcode": "310000",
}
RECOMMENDATION = {
    "unit": "虚远市经济和信息化局",
    "contact": "王推",
    "telephone": "0571-87777777",
    "mobile": "13900000000",
    "email": "tui@example.com",
}
OPINION = "经审核，材料真实，同意推荐。"
BENEFITS = [
    ("资产总额", "万元", "total_assets", ["98,000", "102,000", "110,500"], ["95000", "150000", "第3名"]),
    ("主营业务收入", "万元", "main_revenue", ["80000", "86000", "91000"], ["70000", "120000", "2"]),
    ("利润总额", "万元", "total_profit", ["6000", "6600", "7200"], ["5000", "9000", "第2名"]),
    ("流动资产周转率", "次", "current_asset_turnover", ["1.8", "1.9", "2.1"], ["1.5", "2.4", "/"]),
    ("全员劳动生产率", "万元/人", "labour_productivity", ["62", "66", "71"], ["55", "80", "4"]),
    ("设备综合效率", "%", "oee", ["81.2%", "83.0%", "85.4%"], ["78%", "90%", "3"]),
    ("质量损失率", "%", "quality_loss_rate", ["0.42", "0.36", "0.31"], ["0.5", "0.2", "—"]),
    ("产品合格率", "%", "pass_rate", ["99.1", "99.3", "99.6"], ["98", "99.8", "2"]),
    ("产品返修率", "%", "rework_rate", ["0.8", "0.6", "0.5"], ["1.0", "0.3", "3"]),
    ("万元总产值综合能耗", "吨/万元", "energy_per_output", ["0.12", "0.11", "0.10"], ["0.2", "0.08", "5"]),
]
PRODUCTS = [
    ("精密轴承", [("21.5", "3.2"), ("22.8", "3.9"), ("24.1", "4.4")], ["95.1", "95.8", "96.4"], ["91", "92", "93"]),
    ("主轴单元", [("12.0", "1.1"), ("12.9", "1.4"), ("13.3", "1.8")], ["94.2", "94.9", "95.5"], ["90", "90.5", "91"]),
    ("检测服务", [("8.0", "/"), ("8.6", "/"), ("9.1", "/")], ["93", "93.6", "94"], ["88", "89", "90"]),
]
# Columns for a third product that are struck out.
NO_PRODUCT = ("/", [("", "")] * 3, [""] * 3, [""] * 3)
SURVEYS = [("self", ""), ("third_party", "虚远质量研究院"), ("third_party", "虚远质量研究院")]
SOCIAL = [
    ("对产业链与供应链发展的贡献情况", ["带动配套企业12家", "带动配套企业15家", "带动配套企业18家"]),
    ("降低环境污染方面的情况", ["废水减排5%", "废水减排8%", "废水减排11%"]),
    ("有效利用资源方面的情况", ["", "节电30万度", "节电42万度"]),
]
BRAND = [
    ("品牌知名度、认知度、美誉度、忠诚度、联想度，品牌价值等指标的实现情况", ["浙江名牌", "品牌价值2亿元", "品牌价值2.6亿元"]),
    ("属于国内首创、国内先进、国内领先、国际先进或国际领先等科技成果情况", ["", "国内先进1项", "国际先进1项"]),
    ("质量提升过程中形成的标准（国标、行标、团标等）、专利、软件著作权、论文和专著等情况", ["专利8件", "专利11件", "国标1项"]),
]
COMPETITORS = [
    ("精密轴承", "虚构轴承股份", "25.0%", "批量大，一致性好"),
    ("精密轴承", "远方轴承", "18%", "交期短"),
    ("主轴单元", "虚构主轴", "15%", "精度高"),
]
DIRECTIONS = ["推动重点产业提质升级", "加快新兴产业发展壮大", "强化未来产业发展布局", "提升产业链自主可控水平"]
DIRECTION_KEYS = ["key_industries", "emerging_industries", "future_industries", "supply_chain"]
LABELS = {
    "credit_code": "统一社会信用代码",
    "industry": "行业分类",
    "organization_type": "组织类型",
    "organization_size": "组织规模",
    "recommending_unit": "推荐单位",
    "experience_name": "经验名称",
    "employees": "员工总数",
    "tqm_education_rate": "员工全面质量管理（TQM）普及教育普及率（%）：接受TQM教育员工数占员工总数的比例",
    "quality_staff_rate": "质量岗位人员能力测评达标率（%）：质量岗位人员能力测评达标人数占质量岗位人员总数比例",
    "engineering_training_rate": "员工质量工程技术专业培训覆盖率（%）：接受质量工程技术专业培训员工数占员工总数的比例",
    "improvement_rate": "质量改进活动参与率（%）：参与QC小组、小改小革等质量改进与创新活动员工数占员工总数比例",
}
NOTES = {
    "declaration": "注：证实性材料中需提供ISO 9001质量管理体系认证证书照片或扫描件。",
    "market": "注：提供顾客满意度、忠诚度调查分析报告的证实性材料。",
    "benefits": "注：相关指标可根据行业实际情况进行删减，并增加本行业常用指标及结果；经济效益需有财务部门出具证明并加盖财务公章。",
    "competitors": "注：按主要产品/服务类别分别提供竞争对手信息，并说明竞争对手的主要优势（包括产品/服务质量水平）。如表格不够可另附页。",
}


class Form:
    """A filled-in 申报书 that a case changes before it is written."""

    def __init__(self, year=2026):
        self.year = year
        self.years = [year - 3, year - 2, year - 1]
        self.style = dict(STYLE)
        self.label = lambda text: text
        self.year_head = lambda year: f"{year}年"
        self.value = lambda text: c(text)
        self.tick = lambda label, on: f'{"☑" if on else "□"}{label}'
        self.choice = None
        self.merges = True
        self.benefits = copy.deepcopy(BENEFITS)
        self.benefit_columns = None
        self.products = copy.deepcopy(PRODUCTS)
        self.sides = True
        self.split_doubles = False
        self.unplaced = []
        self.drop = set()
        self.values = {}
        self.expect = {}
        self.before_tables = ""
        self.order = ["recommendation", "declaration", "market", "benefits", "social", "brand", "competitors"]
        self.titles = True
        self.notes = True

    # -- parts ----------------------------------------------------------------------------------------------------

    def title(self, text):
        return p(text) if self.titles else ""

    def note(self, key):
        return p(NOTES[key]) if self.notes and key in NOTES else ""

    def cover(self):
        return p("附件1") + p(f"{self.year}年质量标杆典型经验申报书") + p(f"组织名称：{ORGANIZATION}") + p(
            f"填表日期：{self.year}年5月8日"
        )

    def pledge(self):
        return (
            p(f"{self.year}年质量标杆典型经验申报承诺书")
            + p("我们在申报质量标杆典型经验过程中做出如下承诺：")
            + p("1.本单位自愿申报质量标杆典型经验。")
            + p(f"组织名称：{ORGANIZATION}（盖章）")
            + p("高层签字：")
            + p(f"签署日期：{self.year}年4月30日")
            + p("注：本页签字盖章后替换成照片或扫描件。")
        )

    def l(self, text, span=1, merge=None):
        return c(self.label(text), span, merge)

    def v(self, text, span=1):
        cell = self.value(text)
        cell.span = span
        return cell

    def ticks(self, options, chosen):
        if self.choice:
            return self.choice(options, chosen)
        return c("　".join(self.tick(option, at == chosen) for at, option in enumerate(options)))

    def recommendation(self):
        given = RECOMMENDATION
        rows = [
            [self.l("推荐单位"), self.v(given["unit"], 3)],
            [self.l("推荐单位联系人"), self.v(given["contact"]), self.l("电话"), self.v(given["telephone"])],
            [self.l("手机"), self.v(given["mobile"]), self.l("电子邮箱"), self.v(given["email"])],
            [c(f"推荐意见：\n{OPINION}\n（推荐单位盖章）\n{self.year}年5月6日", 4)],
        ]
        return [self.title(f"{self.year}年质量标杆典型经验推荐表"), rows, ""]

    def declaration(self):
        d = DECLARATION
        wide = lambda key: [self.l(LABELS[key]), self.v(d[key], 3)]
        directions = self.ticks(DIRECTIONS, 0)
        directions.span = 3
        iso = self.ticks(["是", "否"], 0)
        iso.span = 3
        rate = lambda key: [self.l(LABELS[key], 3), self.v(d[key])]
        pair = lambda a, x, b, y: [self.l(a), self.v(d[x]), self.l(b), self.v(d[y])]
        rows = [
            [self.l("组织名称"), self.v(ORGANIZATION, 3)],
            wide("credit_code"),
            [self.l("是否属于中央企业"), self.ticks(["是", "否"], 1), self.l("所属央企集团全称（非央企不用填）"), self.v("")],
            wide("industry"),
            pair("组织类型", "organization_type", "组织规模", "organization_size"),
            wide("recommending_unit"),
            wide("experience_name"),
            [self.l("申报方向（单选）"), directions],
            [self.l("是否通过ISO 9001质量管理体系认证且证书在有效期内"), iso],
            *[rate(key) for key in ["employees", "tqm_education_rate", "quality_staff_rate", "engineering_training_rate", "improvement_rate"]],
            pair("联系人", "contact.name", "部门", "contact.department"),
            pair("职务", "contact.position", "电话", "contact.telephone"),
            pair("手机", "contact.mobile", "邮箱", "contact.email"),
            pair("通讯地址", "contact.address", "邮编", "contact.postcode"),
        ]
        return [self.title("质量标杆典型经验申报表"), rows, self.note("declaration")]

    def block_label(self, label, index):
        if not self.merges:
            return self.l(label)
        return self.l(label, 1, "restart") if index == 0 else c("", 1, "continue")

    def double(self, text):
        if self.split_doubles:
            return [self.v(text), c("")]
        return [self.v(text, 2 if self.sides else 1)]

    def market(self):
        width = 2 if self.sides else 1
        rows = [[self.l("主导产品/服务", 2)] + [cell for product in self.products for cell in self.double(product[0])] + [c("")]]
        sides = ["国内", "国际"] if self.sides else ["国内"]
        rows.append([self.block_label("市场占有率", 0), self.l("年度")] + [self.l(side) for _ in self.products for side in sides] + [c("/")])
        for at, year in enumerate(self.years):
            values = [self.v(value) for product in self.products for value in product[1][at][:width]]
            rows.append([self.block_label("市场占有率", 1), c(self.year_head(year))] + values + [c("")])
        for label, place in [("顾客满意度", 2), ("顾客忠诚程度", 3)]:
            for at, year in enumerate(self.years):
                method, agency = SURVEYS[at]
                ticks = self.ticks(["自评", "第三方调查"], 0 if method == "self" else 1)
                survey = Cell(f"{ticks.text}\n调查机构名称：{agency}")
                if ticks.raw:
                    survey = Cell(raw=ticks.raw + p(f"调查机构名称：{agency}"))
                row = [self.block_label(label, at), c(self.year_head(year))]
                rows.append(row + [cell for product in self.products for cell in self.double(product[place][at])] + [survey])
        return [self.title("顾客市场绩效统计表"), rows, self.note("market")]

    def benefit_head(self):
        last = self.years[-1]
        return [self.l(text) for text in ["序号", "项目", "单位"]] + [c(self.year_head(year)) for year in self.years] + [
            self.l(f"{last}年行业平均水平"), self.l(f"{last}年行业最佳水平"), self.l(f"{last}年本组织名次")
        ]

    def benefit_rows(self):
        rows = []
        for at, (name, unit, _, values, last) in enumerate(self.benefits):
            rows.append([c(str(at + 1)), self.l(name), c(unit)] + [self.v(value) for value in values + last])
        return rows

    def benefits_table(self):
        rows = [self.benefit_head()] + self.benefit_rows()
        if self.benefit_columns is not None:
            rows = [[cell for at, cell in enumerate(row) if at in self.benefit_columns] for row in rows]
        return [self.title("经济和质量效益统计表"), rows, self.note("benefits")]

    def text_rows(self, given):
        return [[self.l("项目")] + [c(self.year_head(year)) for year in self.years]] + [
            [self.l(item)] + [self.v(text) for text in texts] for item, texts in given
        ]

    def social(self):
        return [self.title("社会效益统计表"), self.text_rows(SOCIAL), ""]

    def brand(self):
        return [self.title("品牌影响与创新成果统计表"), self.text_rows(BRAND), ""]

    def competitors(self):
        head = ["序号", "产品/服务名称", "竞争对手/标杆名称", "市场份额", "主要优势\n（含产品/服务质量水平评价）"]
        rows = [[self.l(text) for text in head]]
        for at, (product, name, share, strengths) in enumerate(COMPETITORS):
            same = at > 0 and COMPETITORS[at - 1][0] == product
            begins = at + 1 < len(COMPETITORS) and COMPETITORS[at + 1][0] == product and not same
            first = self.v(product)
            if self.merges and (same or begins):
                first = c("" if same else product, 1, "continue" if same else "restart")
            rows.append([c(str(at + 1)), first, self.v(name), self.v(share), self.v(strengths)])
        rows += [[c(str(number)), c(), c(), c(), c()] for number in (4, 5)]
        return [self.title("主要竞争对手和标杆名录"), rows, self.note("competitors")]

    def parts(self):
        makers = {"benefits": self.benefits_table}
        return {key: makers.get(key) or getattr(self, key) for key in self.order}

    def built(self):
        body = self.cover() + p("填报说明") + self.pledge() + self.before_tables
        for key, make in self.parts().items():
            if key not in self.drop:
                title, rows, note = make()
                body += title + self.table(key, rows) + note
        return body

    def table(self, key, rows):
        return table(rows, self.style)

    # -- what is expected -----------------------------------------------------------------------------------------

    def outcome(self):
        years = [str(year) for year in self.years]
        values = {
            "edition": str(self.year),
            "organization": ORGANIZATION,
            "filled_on": f"{self.year}-05-08",
            "pledge.signed_on": f"{self.year}-04-30",
            "recommendation.opinion": OPINION,
            "recommendation.signed_on": f"{self.year}-05-06",
            "declaration.central_enterprise": False,
            "declaration.iso9001": True,
            "declaration.direction": DIRECTION_KEYS[0],
            "declaration.central_group": None,
        }
        values |= {f"recommendation.{key}": value for key, value in RECOMMENDATION.items()}
        values |= {f"declaration.{key}": value for key, value in DECLARATION.items()}
        products = [product for product in self.products if product is not NO_PRODUCT]
        for at, product in enumerate(products):
            root = f"market.products[{at}]"
            values[f"{root}.name"] = product[0]
            for index, year in enumerate(years):
                values[f"{root}.share.{year}.domestic"] = product[1][index][0]
                values[f"{root}.share.{year}.international"] = product[1][index][1] if self.sides else None
                values[f"{root}.satisfaction.{year}"] = product[2][index]
                values[f"{root}.loyalty.{year}"] = product[3][index]
        values[f"market.products[{len(products)}]"] = None
        for index, year in enumerate(years):
            for survey in ("satisfaction_survey", "loyalty_survey"):
                values[f"market.{survey}.{year}.method"] = SURVEYS[index][0]
                values[f"market.{survey}.{year}.agency"] = SURVEYS[index][1] or None
        for at, (name, unit, key, by_year, last) in enumerate(self.benefits):
            root = f"benefits[{at}]"
            values |= {f"{root}.key": key, f"{root}.name": name, f"{root}.unit": unit}
            values |= {f"{root}.values.{year}": by_year[index] for index, year in enumerate(years)}
            values |= dict(zip([f"{root}.industry_average", f"{root}.industry_best", f"{root}.rank"], last))
        values[f"benefits[{len(self.benefits)}]"] = None
        for sheet, given in (("social", SOCIAL), ("brand", BRAND)):
            for at, (item, texts) in enumerate(given):
                values[f"{sheet}[{at}].item"] = item
                values |= {f"{sheet}[{at}].values.{year}": texts[index] or None for index, year in enumerate(years)}
            values[f"{sheet}[{len(given)}]"] = None
        for at, row in enumerate(COMPETITORS):
            values |= {f"competitors[{at}].{key}": text for key, text in zip(["product", "name", "market_share", "strengths"], row)}
        values[f"competitors[{len(COMPETITORS)}]"] = None
        for key in self.drop:
            values = {path: value for path, value in values.items() if not path.startswith(key)}
        return {path: value for path, value in (values | self.expect).items() if value is not ...}


def form(name, change=None, year=2026, after=None):
    made = Form(year)
    if change:
        change(made)
    body = made.built()
    save(name, after(body) if after else body)
    expected[name] = {"values": made.outcome(), "unplaced": made.unplaced}
    return name


def setting(**changes):
    def change(made):
        for key, value in changes.items():
            setattr(made, key, value)

    return change


# ---- the cases -----------------------------------------------------------------------------------------------------

form("plain.docx")
form("last-year.docx", year=2025)
form("runs-split.docx", setting(style=STYLE | {"paragraph": split_runs}))
form("controls-in-line.docx", setting(value=lambda text: Cell(text, raw=control(text))))
form("controls-block.docx", setting(value=lambda text: Cell(text, raw=control(text, "block") + p())))
form("merge-continue.docx", setting(style=STYLE | {"continue": '<w:vMerge w:val="continue"/>'}))
form("merges-undone.docx", setting(merges=False))
form("doubles-split.docx", setting(split_doubles=True))
form("labels-blank.docx", setting(label=lambda text: " ".join(text)))
form("labels-broken.docx", setting(label=lambda text: text[: len(text) // 2] + "\n" + text[len(text) // 2 :]))
form("labels-half-width.docx", setting(label=lambda text: text.replace("（", "(").replace("）", ")").replace("：", ":")))
form("years-blank.docx", setting(year_head=lambda year: f"{year} 年"))
form("years-duration.docx", setting(year_head=lambda year: f"{year}年度"))
form("years-wide.docx", setting(year_head=lambda year: "".join(chr(ord(c) + 0xFEE0) for c in str(year)) + "年"))
form("years-bare.docx", setting(year_head=str))

for name, sign in [("check", "√"), ("heavy", "✔"), ("square", "■"), ("cross", "☒"), ("disc", "●")]:
    form(f"ticks-{name}.docx", setting(tick=lambda label, on, sign=sign: f'{sign if on else "□"}{label}'))
form("ticks-behind.docx", setting(tick=lambda label, on: f'{label}{"√" if on else "　"}'))
form("ticks-brackets.docx", setting(tick=lambda label, on: f'{label}（{"√" if on else "　"}）'))
form("ticks-brackets-before.docx", setting(tick=lambda label, on: f'（{"√" if on else " "}）{label}'))
form("ticks-added.docx", setting(tick=lambda label, on: f'□{label}{"√" if on else ""}'))


def drawn(sign):
    def choice(options, chosen):
        raw = "".join(sign(at == chosen) + run(option + "　") for at, option in enumerate(options))
        return Cell(raw=p(raw=raw))

    return choice


def symbol(on):
    return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if on else "F0A8"}"/></w:r>'


def letters(on):
    return run("R" if on else "£", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>')


def bordered(on):
    return run("√", '<w:bdr w:val="single" w:sz="4"/>') if on else run("□")


def field(code, begin=""):
    mark = lambda kind, inner="": f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'
    return f'{mark("begin", begin)}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{mark("end")}'


def circled(on):
    return field("eq \\o\\ac(□,√)") if on else run("□")


def form_check(on):
    return field("FORMCHECKBOX", f'<w:ffData><w:checkBox><w:default w:val="{int(on)}"/></w:checkBox></w:ffData>')


def extended(on):
    code, text = ("2611", "☑") if on else ("2610", "☐")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="{code}"/>'
        f"</mc:Choice><mc:Fallback><w:t>{text}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def check_box(on):
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(on)}"/></w14:checkbox></w:sdtPr>'
        f'<w:sdtContent>{run("☒" if on else "☐")}</w:sdtContent></w:sdt>'
    )


for sign in (symbol, letters, bordered, circled, form_check, extended, check_box):
    form(f"ticks-{sign.__name__}.docx", setting(choice=drawn(sign)))


def placeholders(made):
    chosen = Cell(raw=control("选择一项。", properties="<w:showingPlcHdr/><w:dropDownList/>"))
    made.value = lambda text: chosen if text in ("民营企业", "大型") else c("选择一项。") if text.startswith("制造业") else c(text)
    made.expect = {f"declaration.{key}": None for key in ("organization_type", "organization_size", "industry")}


form("nothing-chosen.docx", placeholders)


def rows_changed(made):
    renamed = ("单位产值废品损失", "元/万元", "own1", ["12", "10", "9"], ["15", "8", "2"])
    made.benefits = [made.benefits[7], made.benefits[2], renamed, made.benefits[0], ("客诉率", "ppm", "own2", ["35", "28", "20"], ["40", "10", "1"])]


form("rows-changed.docx", rows_changed)
form("columns-deleted.docx", setting(benefit_columns={1, 3, 4, 5, 6}, expect={
    f"benefits[{at}].{key}": None for at in range(10) for key in ("unit", "industry_best", "rank")
}))
form("international-deleted.docx", setting(sides=False))
form("two-products.docx", setting(products=PRODUCTS[:2]))
form("product-struck-out.docx", setting(products=PRODUCTS[:2] + [NO_PRODUCT]))
form("tables-reordered.docx", setting(order=["declaration", "competitors", "brand", "social", "benefits", "market", "recommendation"]))
form("no-titles.docx", setting(titles=False, notes=False))


def cut(key, at, head, title):
    def change(made):
        plain = made.table

        def cut_table(name, rows):
            if name != key:
                return plain(name, rows)
            again = [made.benefit_head() if key == "benefits" else rows[0]] if head else []
            return plain(name, rows[:at]) + (p(title) if title else p()) + plain(name, again + rows[at:])

        made.table = cut_table

    return change


form("benefits-cut.docx", cut("benefits", 6, True, "经济和质量效益统计表（续）"))
form("benefits-cut-without-head.docx", cut("benefits", 6, False, None))
form("benefits-added-page.docx", cut("benefits", 8, True, "附页：经济和质量效益统计表"))
form("social-cut.docx", cut("social", 3, True, "社会效益统计表（续）"))


def joined(made):
    """社会效益 and 品牌影响 in one table, as where the paragraph between was deleted."""
    social, brand = made.social, made.brand

    def both():
        title, rows, _ = social()
        return [title, rows + [[c("品牌影响与创新成果统计表", 4)]] + brand()[1], ""]

    made.social = both
    made.order = [key for key in made.order if key != "brand"]


form("tables-joined.docx", joined)


def nested(made):
    plain = made.table
    made.table = lambda name, rows: table([[Cell(raw=plain(name, rows) + p())]], made.style) if name == "declaration" else plain(name, rows)


form("table-in-cell.docx", nested)


def inline_values(made):
    """Labels with their values in one cell."""

    def recommendation():
        given = RECOMMENDATION
        rows = [[c(f"推荐单位：{given['unit']}", 2)], [c(f"推荐单位联系人：{given['contact']}"), c(f"电话: {given['telephone']}")],
                [c(f"手机：{given['mobile']}"), c(f"电子邮箱：{given['email']}")],
                [c(f"推荐意见：{OPINION}\n（推荐单位盖章）\n{made.year}年5月6日", 2)]]
        return [made.title(f"{made.year}年质量标杆典型经验推荐表"), rows, ""]

    made.recommendation = recommendation


form("value-behind-label.docx", inline_values)


def added_text(made):
    made.before_tables = p("我公司另有专题片一部，请联系质量部索取。")
    made.unplaced = ["我公司另有专题片一部，请联系质量部索取。"]


form("text-added.docx", added_text)


def scans(made):
    picture = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="2400000"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    made.pledge = lambda: p(raw=picture)
    made.before_tables = p(raw=picture)
    made.drop = {"recommendation"}
    made.expect = {"pledge.signed_on": None, "signed_pages.pledge[0]": "a1", "signed_pages.recommendation[0]": "a2"}


form("signed-pages-scanned.docx", scans)

# ---- 典型经验 ------------------------------------------------------------------------------------------------------

TITLES = ["组织概况", "实施背景", "实施过程", "实施成效"]
TEXTS = [
    ["公司成立于1998年，主要生产精密轴承。", "市场地位居行业前列。"],
    ["行业质量瓶颈突出，客户要求持续提高。"],
    ["公司建立全流程质量管控体系。", "关键工序能力指数达到1.67以上。", "持续改进形成闭环。"],
    ["三年来合格率由99.1%提升到99.6%。", "顾客满意度稳步提高。"],
]
KEYS = ["overview", "background", "process", "results"]


def narrative(name, headings, extra="", title="实施全流程数字化质量管控的经验", style="", look="", body=None, notes=None, sections=None, unplaced=(), under=""):
    made = p(title, style="5") + (p(under) if under else "")
    lines = {key: list(texts) for key, texts in zip(KEYS, TEXTS)}
    if body:
        made += body(lines)
    else:
        for heading, key in zip(headings, KEYS):
            made += p(heading, style=style, look=look) + "".join(p(line) for line in lines[key])
    save(name, made + extra, notes)
    values = {"declaration.experience_name": title}
    values |= {f"sections.{key}": lines for key, lines in (sections or lines).items()}
    expected[name] = {"values": values, "unplaced": list(unplaced)}


def numbered(numbers):
    return [f"{number}{title}" for number, title in zip(numbers, TITLES)]


narrative("n-style.docx", TITLES, style="1")
narrative("n-outline-level-two.docx", TITLES, style="2")
narrative("n-chinese.docx", numbered(["一、", "二、", "三、", "四、"]))
narrative("n-comma.docx", numbered(["一，", "二，", "三，", "四，"]))
narrative("n-formal.docx", numbered(["壹、", "贰、", "叁、", "肆、"]))
narrative("n-roman.docx", numbered(["Ⅰ、", "Ⅱ、", "Ⅲ、", "Ⅳ、"]))
narrative("n-circled.docx", numbered(["①", "②", "③", "④"]))
narrative("n-part.docx", numbered([f"第{n}部分 " for n in "一二三四"]))
narrative("n-lenticular.docx", [f"【{title}】" for title in TITLES])
narrative("n-bare.docx", TITLES, look="<w:b/>")
narrative("n-subtitle.docx", numbered(["一、", "二、", "三、", "四、"]), under="（内部资料）", unplaced=["（内部资料）"])
narrative("n-longer.docx", ["一、组织概况简介", "二、实施背景与意义", "三、实施过程及主要做法", "四、实施成效与推广"])


def shift_enter(lines):
    text = ""
    for number, title, key in zip("一二三四", TITLES, KEYS):
        first, *rest = lines[key]
        text += p(f"{number}、{title}\n{first}") + "".join(p(line) for line in rest)
    return text


narrative("n-shift-enter.docx", [], body=shift_enter)


def run_in(lines):
    text = ""
    for number, title, key in zip("一二三四", TITLES, KEYS):
        first, *rest = lines[key]
        text += p(raw=run(f"{number}、{title}", "<w:b/>") + run(f"。{first}")) + "".join(p(line) for line in rest)
    return text


narrative("n-run-in.docx", [], body=run_in)


def framed(lines):
    rows = [[Cell(raw=p(f"{n}、{title}") + "".join(p(line) for line in lines[key]))] for n, title, key in zip("一二三四", TITLES, KEYS)]
    return table(rows, STYLE)


narrative("n-frame.docx", [], body=framed)


def beside(lines):
    rows = [[c(title), Cell(raw="".join(p(line) for line in lines[key]))] for title, key in zip(TITLES, KEYS)]
    return table(rows, STYLE)


narrative("n-heading-cell.docx", [], body=beside)

PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="2400000"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill>'
    "<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def illustrated(above, reference):
    def body(lines):
        text = ""
        for number, title, key in zip("一二三四", TITLES, KEYS):
            text += p(f"{number}、{title}")
            if key != "process":
                text += "".join(p(line) for line in lines[key])
                continue
            caption, picture = p("图1 质量管控框架", style="4"), p(raw=PICTURE)
            grid = table([[c("年份"), c("合格率")], [c("2024"), c("99.3")]], STYLE)
            text += p("（一）总体框架") + p(f"框架{reference}所示。") + (caption + picture if above else picture + caption)
            text += p("（二）关键措施") + p("1.过程控制") + p("过程控制到位。") + p("表1：合格率") + grid
            text += p("要点一", numbered=(1, 0)) + p("要点二", numbered=(1, 0)) + p(raw=run("面积10m") + run("2", '<w:vertAlign w:val="superscript"/>'))
        return text

    return body


FIGURES = {
    "overview": TEXTS[0],
    "background": TEXTS[1],
    "process": [
        "## 总体框架", "框架如[f1]所示。", "[figure f1: 质量管控框架]", "## 关键措施", "### 过程控制", "过程控制到位。",
        "[table t1: 合格率 | 年份 | 合格率 | 2024 | 99.3]", "- 要点一", "- 要点二", "面积10m^2",
    ],
    "results": TEXTS[3],
}
narrative("n-figures.docx", [], body=illustrated(False, "如图1"), sections=FIGURES)
narrative("n-captions-above.docx", [], body=illustrated(True, "如图1"), sections=FIGURES)


def apart(lines):
    box = (
        '<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的文字。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    )
    text = ""
    for number, title, key in zip("一二三四", TITLES, KEYS):
        text += p(f"{number}、{title}") + "".join(p(line) for line in lines[key])
        if key == "process":
            text += p(raw=run("有脚注") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("的句子。")) + p(raw=box)
            text += p(raw=run("公式为") + "<m:oMath><m:r><m:t>y=kx</m:t></m:r></m:oMath>" + run("。"))
    return text


narrative(
    "n-apart.docx",
    [],
    body=apart,
    notes=f'<w:footnote w:id="2">{p("脚注文字")}</w:footnote>',
    sections=dict(zip(KEYS, TEXTS)) | {"process": TEXTS[2] + ["有脚注（注：脚注文字）的句子。", "框里的文字。", "公式为y=kx。"]},
)


def mentioned(lines):
    text = "".join(p(f"{n}、{title}") + "".join(p(line) for line in lines[key]) for n, title, key in zip("一二三四", TITLES, KEYS))
    return text + p("实施过程") + p("另见图册。")


narrative("n-mentioned-later.docx", [], body=mentioned,
          sections=dict(zip(KEYS, TEXTS)) | {"results": TEXTS[3] + ["实施过程", "另见图册。"]})
narrative("n-typed-contents.docx", [], body=lambda lines: p("目录") + "".join(
    p(f"{n}、{title}……{at}") for at, (n, title) in enumerate(zip("一二三四", TITLES), 1)
) + mentioned(lines).replace(p("实施过程") + p("另见图册。"), ""))

# ---- saved again ---------------------------------------------------------------------------------------------------


def again(names, through=("docx",)):
    """The same files as LibreOffice saves them, or out of an old format."""
    office = shutil.which("soffice")
    if not office:
        return
    for kind in through:
        work = folder / f"again-{kind}"
        work.mkdir()
        convert = lambda what, to, files: subprocess.run(
            [office, f"-env:UserInstallation=file://{work.resolve()}/profile", "--headless", "--convert-to", what, "--outdir", str(to)]
            + [str(file) for file in files], check=True, capture_output=True, timeout=300)
        sources = [folder / name for name in names]
        if kind != "docx":
            convert(kind, work, sources)
            sources = [(work / name).with_suffix(f".{kind}") for name in names]
        convert("docx", work / "out", sources)
        for name in names:
            saved = f"{Path(name).stem}-through-{kind}.docx"
            shutil.move(work / "out" / name, folder / saved)
            expected[saved] = expected[name]
        shutil.rmtree(work)


again(["plain.docx", "last-year.docx", "merges-undone.docx", "doubles-split.docx", "ticks-check_box.docx", "rows-changed.docx",
       "n-chinese.docx", "n-figures.docx", "n-style.docx", "n-frame.docx"])
again(["plain.docx", "benefits-cut.docx", "n-figures.docx"], ["doc"])

(folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1))
