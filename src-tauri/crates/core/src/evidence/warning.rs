//! What the user should look at in a file that is accepted.

use serde::{Deserialize, Serialize};

/// What the user should look at in a file that is accepted. Pages are numbered from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Warning {
    /// A PDF names a Chinese font that it does not carry, and the system has none to draw it with.
    NoChineseFont,
    /// A font could not be read.
    UnknownFont(usize),
    /// Text in a font that is not there, and nothing says which characters its numbers stand for.
    UnknownText(usize),
    /// Characters that the font in place of the file's own does not have.
    MissingText(usize),
    /// A picture could not be decoded.
    LostPicture(usize),
    /// A picture is cut off or damaged, and was drawn as far as it goes.
    DamagedPicture(usize),
    /// Something that lies on a page cannot be drawn.
    LostMark(usize, Thing),
    /// Something could not be drawn, and the renderer does not say what.
    Incomplete(usize),
    /// A page is so long that little is read of it in print.
    LongPage(usize),
    /// Nothing is to be seen on a page.
    BlankPage(usize),
}

/// What may lie on a page besides its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Thing {
    /// A stamp, as seals are.
    Stamp,
    /// A signature, which may be a seal as well.
    Signature,
    /// A field that is filled in.
    Field,
    /// A sticky note.
    Note,
    /// A file.
    File,
    /// Sound, film, three dimensions.
    Media,
    /// Any other mark.
    Mark,
}

impl Warning {
    /// Warnings in words, those of one kind in one line with all their pages.
    pub fn told_together(warnings: &[Warning]) -> Vec<String> {
        let mut kinds: Vec<Warning> = Vec::new();
        for kind in warnings.iter().map(|warning| warning.on(0)) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let pages = |kind: &Warning| {
            let of_kind = warnings.iter().filter(|warning| warning.on(0) == *kind);
            numbers(of_kind.filter_map(|warning| warning.page()).collect())
        };
        kinds.iter().map(|kind| kind.words(&pages(kind))).collect()
    }

    /// The page it is about.
    fn page(self) -> Option<usize> {
        use Warning::*;
        match self {
            NoChineseFont => None,
            UnknownFont(page) | UnknownText(page) | MissingText(page) | LostPicture(page) => Some(page),
            DamagedPicture(page) | LostMark(page, _) | Incomplete(page) => Some(page),
            LongPage(page) | BlankPage(page) => Some(page),
        }
    }

    /// The same about another page.
    fn on(self, page: usize) -> Warning {
        use Warning::*;
        match self {
            NoChineseFont => NoChineseFont,
            UnknownFont(_) => UnknownFont(page),
            UnknownText(_) => UnknownText(page),
            MissingText(_) => MissingText(page),
            LostPicture(_) => LostPicture(page),
            DamagedPicture(_) => DamagedPicture(page),
            LostMark(_, thing) => LostMark(page, thing),
            Incomplete(_) => Incomplete(page),
            LongPage(_) => LongPage(page),
            BlankPage(_) => BlankPage(page),
        }
    }

    fn words(self, pages: &str) -> String {
        let page = format!("第 {pages} 页");
        match self {
            Warning::NoChineseFont => {
                "PDF 没有嵌入中文字体，本机也没有找到可用的中文字体，文字可能显示为空白，\
                                       请在原来的电脑上打印为 PDF（嵌入字体）或扫描后再添加"
                    .into()
            }
            Warning::UnknownFont(_) => {
                format!(
                    "{page}有字体无法识别，部分文字可能显示不出来，请核对页面，必要时打印为新的 PDF 后再添加"
                )
            }
            Warning::UnknownText(_) => format!(
                "{page}的字体没有嵌入，文字可能缺失或变成别的字，请逐字核对，或在原来的电脑上打印为 PDF（嵌入字体）后再添加"
            ),
            Warning::MissingText(_) => {
                format!(
                    "{page}的字体没有嵌入，有文字显示不出来，请核对，或在原来的电脑上打印为 PDF（嵌入字体）后再添加"
                )
            }
            Warning::LostPicture(_) => {
                format!("{page}有一幅图片无法解码，页面上缺这幅图，请核对，必要时重新导出后再添加")
            }
            Warning::DamagedPicture(_) => {
                format!("{page}有一幅图片不完整或已损坏，可能缺一部分，请核对，必要时重新扫描后再添加")
            }
            Warning::LostMark(_, thing) => format!("{page}有{}显示不出来，{}", thing.name(), thing.advice()),
            Warning::Incomplete(_) => {
                format!("{page}有内容可能没有画出来，请与原件核对，必要时打印为新的 PDF 后再添加")
            }
            Warning::LongPage(_) => {
                format!("{page}很长，缩印到 A4 上可能看不清，请核对，必要时裁成几页后再添加")
            }
            Warning::BlankPage(_) => format!("{page}是空白页，请核对"),
        }
    }
}

impl Thing {
    fn name(self) -> &'static str {
        match self {
            Thing::Stamp => "印章（图章）",
            Thing::Signature => "签名或电子印章",
            Thing::Field => "表单内容",
            Thing::Note => "批注便笺",
            Thing::File => "附带的文件",
            Thing::Media => "音视频等内容",
            Thing::Mark => "批注",
        }
    }

    fn advice(self) -> &'static str {
        match self {
            Thing::File => "如是证明材料，请另存后单独添加",
            Thing::Note | Thing::Media => "如需要，请打印为新的 PDF 并核对后再添加",
            _ => "请在 Acrobat、WPS 等中打印为新的 PDF，核对无误后再添加",
        }
    }
}

/// Page numbers from 1, runs of three and more as one: 1、3—5.
fn numbers(mut pages: Vec<usize>) -> String {
    pages.sort_unstable();
    pages.dedup();
    let runs = pages.chunk_by(|one, next| one + 1 == *next);
    let written = runs.map(|run| match run {
        [first, .., last] if run.len() > 2 => format!("{}—{}", first + 1, last + 1),
        run => run.iter().map(|page| (page + 1).to_string()).collect::<Vec<_>>().join("、"),
    });
    written.collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_of_one_kind_are_one_line() {
        let blank = [0, 2, 3, 4, 8, 9].map(Warning::BlankPage);
        let stamps = [1, 1].map(|page| Warning::LostMark(page, Thing::Stamp));
        let told =
            Warning::told_together(&[&blank[..], &stamps, &[Warning::LostMark(1, Thing::Note)]].concat());
        assert_eq!(told.len(), 3);
        assert_eq!(told[0], "第 1、3—5、9、10 页是空白页，请核对");
        assert!(told[1].starts_with("第 2 页有印章") && told[2].starts_with("第 2 页有批注便笺"));
        assert!(Warning::told_together(&[]).is_empty());
    }
}
