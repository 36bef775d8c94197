//! From tokens to what a sentence plainly says.
//!
//! A chain of known words must lead from the measure over the year to the number: anything else breaks it, and after
//! a word for a target, a competitor or a part of the whole the rest of the sentence is passed over.

use super::lexicon::{Lexicon, OfProduct, Word};
use super::tokens::{Number, Token, read};
use crate::rules::Context;
use crate::text::sentences;

/// That a series had a number in a year.
#[derive(Debug, PartialEq)]
pub(in crate::rules::consistency) struct Statement {
    pub series: usize,
    pub year: u16,
    pub number: Number,
}

/// What a passage plainly says of the series.
pub(in crate::rules::consistency) fn statements_in(
    text: &str,
    lexicon: &Lexicon,
    context: &Context,
) -> Vec<Statement> {
    let mut reader = SentenceReader::of(context);
    // what names no year states nothing
    for sentence in sentences(text).filter(|sentence| sentence.contains('年')) {
        read(sentence, lexicon).into_iter().for_each(|token| reader.take(token));
        reader.take(Token::Stop);
    }
    reader.said
}

/// Reads the tokens of a passage and keeps what it is sure of.
struct SentenceReader<'c, 'a> {
    context: &'c Context<'a>,
    /// What was said.
    said: Vec<Statement>,
    /// The year or years last named.
    years: Vec<u16>,
    /// How often the sentence named a year.
    named: usize,
    /// The measures whose numbers are awaited; empty once a word breaks the chain.
    chain: Vec<usize>,
    /// The years those numbers are of.
    of_years: Vec<u16>,
    /// The numbers, joined by 、 or 和.
    run: Vec<Number>,
    /// The products a measure may be of.
    products: Vec<usize>,
    /// Whether what stands before is understood, so that a measure here is the whole of its name.
    clean: bool,
    /// Whether something in the clause is not understood: a year behind it may be of 出口产品.
    foreign: bool,
    joined: bool,
    from: bool,
    comparing: bool,
    unsure: bool,
}

impl<'c, 'a> SentenceReader<'c, 'a> {
    /// At the beginning of a sentence.
    fn of(context: &'c Context<'a>) -> SentenceReader<'c, 'a> {
        SentenceReader {
            context,
            said: Vec::new(),
            years: Vec::new(),
            named: 0,
            chain: Vec::new(),
            of_years: Vec::new(),
            run: Vec::new(),
            products: Vec::new(),
            clean: true,
            foreign: false,
            joined: false,
            from: false,
            comparing: false,
            unsure: false,
        }
    }

    /// Takes the next token; [`Token::Stop`] ends a sentence.
    fn take(&mut self, token: Token) {
        let goes_on = matches!(token, Token::Number(_) | Token::Word(Word::Joiner));
        if !goes_on {
            self.settle();
        }
        match token {
            Token::Number(number) => self.number(number),
            Token::Years(years) => self.year(years),
            Token::Word(word) => self.word(word),
            Token::Comma => (self.comparing, self.clean, self.foreign) = (false, true, false),
            Token::Semicolon => self.semicolon(),
            Token::Stop => {
                *self = SentenceReader {
                    said: std::mem::take(&mut self.said),
                    ..SentenceReader::of(self.context)
                }
            }
            Token::Other => {
                self.lose();
                self.foreign = true;
            }
        }
        self.joined &= goes_on;
    }

    fn number(&mut self, number: Number) {
        if !self.run.is_empty() && !self.joined {
            self.settle();
        }
        if self.from || self.comparing || self.unsure {
            self.chain.clear();
        }
        if !self.chain.is_empty() {
            self.run.push(number);
        }
        (self.joined, self.clean) = (false, false);
    }

    fn year(&mut self, years: Vec<u16>) {
        if self.comparing {
            return;
        }
        self.named += 1;
        self.from = false;
        self.years.clone_from(&years);
        self.of_years = years;
        self.clean = !self.foreign;
    }

    fn semicolon(&mut self) {
        self.lose();
        if self.named != 1 {
            self.years.clear();
        }
        (self.comparing, self.clean, self.foreign) = (false, true, false);
    }

    /// Something that is not understood: numbers that follow belong to nothing.
    fn lose(&mut self) {
        self.chain.clear();
        self.products.clear();
        (self.clean, self.from) = (false, false);
    }

    fn word(&mut self, word: Word) {
        match word {
            Word::Link | Word::Respectively => {}
            Word::Joiner => self.joined = true,
            Word::From => self.from = true,
            Word::Own if self.clean => self.unsure = false,
            Word::ThreeYears if self.is_now() => {
                self.year(self.context.edition.years().map(|year| year.number()).to_vec());
            }
            Word::ThreeYears | Word::SomeYear => {
                self.lose();
                self.years.clear();
            }
            Word::Compare => {
                self.lose();
                self.comparing = true;
            }
            Word::Unsure => {
                self.lose();
                self.unsure |= !self.comparing;
            }
            Word::Product(product) if self.clean => self.product(product),
            Word::Products(count) if self.clean && count == self.context.content.market.products.len() => {
                self.chain.clear();
                self.products = (0..count).collect();
            }
            Word::OfProduct(measure) if self.clean => self.of_product(measure),
            Word::Row(series) if self.clean => self.row(series),
            Word::Own | Word::Product(_) | Word::Products(_) | Word::OfProduct(_) | Word::Row(_) => {
                self.lose()
            }
        }
    }

    /// Whether the three years that are spoken of are the table's: 2021年复盘近三年 means those before 2021.
    fn is_now(&self) -> bool {
        let last = self.context.edition.last_year().number();
        self.named == 0 || self.years.iter().any(|year| *year >= last)
    }

    fn product(&mut self, product: usize) {
        self.chain.clear();
        if !self.joined {
            self.products.clear();
        }
        self.products.push(product);
    }

    fn of_product(&mut self, measure: OfProduct) {
        let products = std::mem::take(&mut self.products);
        let only = self.context.content.market.products.len() == 1;
        let products = if products.is_empty() && only { vec![0] } else { products };
        self.chain = products.into_iter().map(|product| product * 4 + measure as usize).collect();
        self.of_years.clone_from(&self.years);
        self.from = false;
    }

    fn row(&mut self, series: usize) {
        // 智能水表2025年产品合格率 is that of one product, the table's is of all.
        if !self.products.is_empty() {
            return self.lose();
        }
        if !(self.joined && self.run.is_empty()) {
            self.settle();
            self.chain.clear();
        }
        self.chain.push(series);
        self.products.clear();
        self.of_years.clone_from(&self.years);
        self.from = false;
    }

    /// Gives the numbers read to measures and years, where it is plain which is whose.
    fn settle(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let numbers = std::mem::take(&mut self.run);
        let years = std::mem::take(&mut self.of_years);
        let pairs: Vec<(usize, u16)> = match (self.chain.as_slice(), years.as_slice()) {
            ([series], years) if years.len() == numbers.len() => {
                years.iter().map(|year| (*series, *year)).collect()
            }
            (chain, [year]) if chain.len() == numbers.len() => {
                chain.iter().map(|series| (*series, *year)).collect()
            }
            _ => return,
        };
        let said = pairs.into_iter().zip(numbers);
        self.said.extend(said.map(|((series, year), number)| Statement { series, year, number }));
    }
}
