//! Headings, paragraphs, figures and tables of the 典型经验 that answer a criterion.

use super::answers::{AnswerKind, Found};
use super::words::{clause, has_word, topics};
use crate::edition::{Criterion, Section};
use crate::form::Path;
use crate::form::rich_text::{Block, Numbers, plain};
use crate::rules::{Context, Passage, PassageKind};

/// So many of a kind are told of a section.
const TOLD: usize = 3;

pub(super) fn look(context: &Context, criterion: &Criterion, found: &mut Found) {
    let is_blank = |section: &&Section| context.content.experience.section(**section).is_blank();
    for section in criterion.sections.iter().filter(is_blank) {
        found.gap(format!("“{}”还没有写", context.edition.section(*section).title));
    }
    let begin = found.answers.len();
    for section in criterion.sections.iter().filter(|section| !is_blank(section)) {
        let before = found.answers.len();
        headings(context, criterion, *section, found);
        figures(context, criterion, *section, found);
        if found.answers[before..].iter().all(|answer| answer.kind != AnswerKind::Text) {
            paragraphs(context, criterion, *section, found);
        }
    }
    if found.answers.len() == begin && found.gaps.is_empty() && !criterion.sections.is_empty() {
        found.gap(format!("正文没有写到{}等方面", topics(criterion)));
    }
}

fn headings(context: &Context, criterion: &Criterion, section: Section, found: &mut Found) {
    let title = &context.edition.section(section).title;
    let is_heading = |passage: &&Passage| matches!(passage.kind, PassageKind::Heading(_));
    let of_words = |passage: &&Passage| has_word(criterion, &passage.text);
    for passage in context.passages_of(section).filter(is_heading).filter(of_words).take(TOLD) {
        found.answer(AnswerKind::Text, passage.path(), format!("{title}：{}", passage.text.trim()));
    }
}

/// The clauses around the words, where no heading has one.
fn paragraphs(context: &Context, criterion: &Criterion, section: Section, found: &mut Found) {
    /// More characters of a clause are not shown.
    const SHOWN: usize = 24;
    let title = &context.edition.section(section).title;
    let is_text = |passage: &&Passage| matches!(passage.kind, PassageKind::Paragraph | PassageKind::ListItem);
    let mut told = 0;
    for passage in context.passages_of(section).filter(is_text) {
        let Some(clause) = clause(criterion, &passage.text) else { continue };
        let shown: String = clause.chars().take(SHOWN).collect();
        let rest = if clause.chars().count() > SHOWN { "…" } else { "" };
        found.answer(AnswerKind::Text, passage.path(), format!("{title}：{shown}{rest}"));
        told += 1;
        if told == TOLD {
            return;
        }
    }
}

/// Those whose caption has one of the words, or that stand under a heading of this level or a lower one that has.
fn figures(context: &Context, criterion: &Criterion, section: Section, found: &mut Found) {
    let content = context.content;
    let numbers = Numbers::of(&content.experience, &content.evidence);
    let mut under = None;
    let mut told = 0;
    for (index, block) in content.experience.section(section).blocks.iter().enumerate() {
        if let Block::Heading(heading) = block {
            let text = plain(&heading.content);
            if under.is_none_or(|level| heading.level.number() <= level) {
                under = has_word(criterion, &text).then_some(heading.level.number());
            }
        }
        let Some(captioned) = block.captioned() else { continue };
        let fits = under.is_some() || has_word(criterion, captioned.caption);
        let Some(number) = numbers.get(captioned.id).filter(|_| fits) else { continue };
        let label = format!("{} {}", number.printed(context.edition), captioned.caption.trim());
        found.answer(AnswerKind::Figure, Path::block(section, index), label);
        told += 1;
        if told == TOLD {
            return;
        }
    }
}
