//! The list and the letters as one page that needs nothing else. Letters are written as they come: what is kept of a
//! package is its line of the list.

use super::letter::letter;
use super::line::Line;
use crate::rules::Severity;
use crate::verify::verdict::Verdict;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};

const STYLE: &str = include_str!("page.css");
const SORTING: &str = include_str!("sort.js");

/// The page in the making.
pub(super) struct Page {
    rows: String,
    letters: BufWriter<File>,
    packages: usize,
    without: usize,
    /// What was not looked into, and why.
    unchecked: Vec<String>,
}

impl Page {
    /// An empty page.
    ///
    /// # Errors
    /// Where no temporary file can be made.
    pub fn begin() -> io::Result<Page> {
        let letters = BufWriter::new(tempfile::tempfile()?);
        Ok(Page { rows: String::new(), letters, packages: 0, without: 0, unchecked: Vec::new() })
    }

    /// Adds a package.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn add(&mut self, verdict: &Verdict) -> io::Result<()> {
        self.packages += 1;
        self.unchecked.extend(verdict.unchecked().map(|why| format!("{}（{why}）", verdict.file)));
        let letter = letter(verdict);
        self.rows.push_str(&row(self.packages, verdict, letter.is_some()));
        match letter {
            Some(letter) => self.letter(self.packages, verdict, &letter),
            None => {
                self.without += 1;
                Ok(())
            }
        }
    }

    fn letter(&mut self, at: usize, verdict: &Verdict, letter: &str) -> io::Result<()> {
        write!(self.letters, "<article id=\"p{at}\"><h2>{}</h2>", escape(verdict.name()))?;
        for line in letter.lines() {
            let is_error = line.contains(&format!("【{}】", Severity::Error));
            let class = if is_error { " class=\"error\"" } else { "" };
            write!(self.letters, "<p{class}>{}</p>", escape(line))?;
        }
        writeln!(self.letters, "</article>")
    }

    /// Writes the page.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(self, to: &mut impl Write) -> io::Result<()> {
        let heads = ["申报组织", "申报方向", "错误", "警告", "大小（MB）", "文件"];
        let heads: String = heads.iter().map(|head| format!("<th><button>{head}</button></th>")).collect();
        write!(
            to,
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>申报材料初核</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>申报材料初核</h1>\n\
             <p>共{}份，没有问题的{}份。点表头排序，点组织名称看给该单位的意见。</p>\n{}\
             <table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n",
            self.packages,
            self.without,
            unchecked(&self.unchecked),
            self.rows
        )?;
        let mut letters = self.letters.into_inner().map_err(io::IntoInnerError::into_error)?;
        letters.seek(SeekFrom::Start(0))?;
        io::copy(&mut letters, to)?;
        write!(to, "</main>\n<script>\n{SORTING}</script>\n</body>\n</html>\n")
    }
}

fn unchecked(names: &[String]) -> String {
    match names.is_empty() {
        true => String::new(),
        false => format!("<p>没有检查：{}</p>\n", escape(&names.join("；"))),
    }
}

fn row(at: usize, verdict: &Verdict, has_letter: bool) -> String {
    let Line { applicant, file, direction, errors, warnings, megabytes } = Line::of(verdict);
    let applicant = escape(if applicant.is_empty() { "（没有读出）" } else { applicant });
    let name = if has_letter { format!("<a href=\"#p{at}\">{applicant}</a>") } else { applicant };
    let grave = if errors > 0 { "n error" } else { "n" };
    format!(
        "<tr><td>{name}</td><td>{}</td><td class=\"{grave}\">{errors}</td><td class=\"n\">{warnings}</td>\
         <td class=\"n\">{megabytes:.1}</td><td>{}</td></tr>\n",
        escape(direction),
        escape(file)
    )
}

fn escape(text: &str) -> String {
    quick_xml::escape::escape(text).replace("&apos;", "&#39;")
}
