//! The editions at hand: those built in and those installed.

use super::contents::Edition;
use super::error::EditionError;
use super::file::EditionFile;
use super::preliminary;
use crate::date::Date;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const BUILT_IN: &[(&str, &str)] = &[
    ("assets/editions/2025.toml", include_str!("../../../../../assets/editions/2025.toml")),
    ("assets/editions/2026.toml", include_str!("../../../../../assets/editions/2026.toml")),
];

static SOURCES: LazyLock<Vec<EditionFile>> = LazyLock::new(|| {
    let parse = |(file, text): &(&str, &str)| EditionFile::parse(text, Path::new(file));
    BUILT_IN.iter().map(|file| parse(file).unwrap_or_else(|error| panic!("{error}"))).collect()
});

/// The editions at hand, oldest first.
#[derive(Debug, Clone)]
pub struct Editions(Vec<Edition>);

/// The editions at hand, with what was found in the folder of installed ones.
#[derive(Debug, Clone)]
pub struct Installed {
    /// Those built in and those installed; an installed one stands in for the built-in one of its id.
    pub editions: Editions,
    /// The files of the installed ones, by id.
    pub files: BTreeMap<String, PathBuf>,
    /// The files that are no editions, and why; and the addresses of others that were left out.
    pub refused: Vec<EditionError>,
}

impl Editions {
    /// The editions the program comes with.
    pub fn built_in() -> Editions {
        let bases: Vec<&EditionFile> = SOURCES.iter().collect();
        let read = |source| Edition::complete(source, &bases).unwrap_or_else(|error| panic!("{error}"));
        Editions(SOURCES.iter().map(read).collect())
    }

    /// Those built in, every valid `*.toml` of a folder, which need not exist, and the preliminary ones (预备版) of the
    /// years up to the one after `today`'s. A wrong file is reported and passed over.
    pub fn installed(folder: &Path, today: Date) -> Installed {
        let FilesFound { sources, mut refused } = found(folder);
        let (mut editions, mut files) = (Editions::built_in(), BTreeMap::new());
        let bases = bases(sources.iter());
        for source in &sources {
            match Edition::installed(source, &bases) {
                Ok((edition, left_out)) => {
                    refused.extend(left_out);
                    files.insert(edition.id.clone(), source.file.clone());
                    editions.add(edition);
                }
                Err(error) => refused.push(error),
            }
        }
        preliminary::editions(&editions.0, &bases, today)
            .into_iter()
            .for_each(|edition| editions.add(edition));
        Installed { editions, files, refused }
    }

    /// Adds an edition; one of the same id gives way.
    pub fn add(&mut self, edition: Edition) {
        self.0.retain(|known| known.id != edition.id);
        self.0.push(edition);
        self.0.sort_by_key(|edition| (edition.year, !edition.preliminary));
    }

    /// The edition of this id.
    pub fn get(&self, id: &str) -> Option<&Edition> {
        self.0.iter().find(|edition| edition.id == id)
    }

    /// The edition of the latest notice that is out.
    pub fn latest(&self) -> &Edition {
        self.of_notices().last().expect("the program comes with an edition")
    }

    /// Those a new application can be written for, oldest first: every notice that is out and, once the latest has
    /// closed, the preliminary editions up to the one that is suggested.
    pub fn offered(&self, today: Date) -> impl Iterator<Item = &Edition> {
        let years = self.latest().year + 1..=self.suggested(today).year;
        self.0.iter().filter(move |edition| !edition.preliminary || years.contains(&edition.year))
    }

    /// The one that a new application is most likely for: the latest notice while it is open, then the preliminary
    /// edition of the first year whose call has not closed if it closes on the same day of its year.
    pub fn suggested(&self, today: Date) -> &Edition {
        let latest = self.latest();
        let closes = |year: u16| latest.deadline.and_then(|deadline| deadline.in_year(year.into()));
        let open = |edition: &&Edition| closes(edition.year).is_some_and(|deadline| today <= deadline);
        let to_come = self.0.iter().filter(|edition| edition.preliminary && edition.year > latest.year);
        std::iter::once(latest).chain(to_come).find(open).unwrap_or(latest)
    }

    /// What a new edition is to be compared with: the one of its id, else the latest notice.
    pub fn known_before(&self, new: &Edition) -> &Edition {
        self.get(&new.id).unwrap_or_else(|| self.latest())
    }

    /// The edition that drafts of this preliminary one move over to: the notice of its year, once it is at hand.
    pub fn notice_of(&self, preliminary: &Edition) -> Option<&Edition> {
        let of_its_year = |edition: &&Edition| preliminary.preliminary && edition.year == preliminary.year;
        self.of_notices().find(of_its_year)
    }

    /// All of them, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Edition> {
        self.0.iter()
    }

    fn of_notices(&self) -> impl DoubleEndedIterator<Item = &Edition> {
        self.0.iter().filter(|edition| !edition.preliminary)
    }
}

/// Whether the program comes with an edition of this id.
pub(super) fn is_built_in(id: &str) -> bool {
    SOURCES.iter().any(|source| source.id() == id)
}

/// The files of the editions that the program comes with.
pub(super) fn built_in_files() -> impl Iterator<Item = &'static EditionFile> {
    SOURCES.iter()
}

/// What an edition may be based on: installed ones before those built in.
pub(super) fn bases<'a>(installed: impl Iterator<Item = &'a EditionFile>) -> Vec<&'a EditionFile> {
    installed.chain(SOURCES.iter()).collect()
}

/// The edition files of a folder that are TOML, and those that are not.
#[derive(Debug, Default)]
pub(super) struct FilesFound {
    pub sources: Vec<EditionFile>,
    pub refused: Vec<EditionError>,
}

/// Reads the edition files of a folder, by name. Of two with one id the first counts.
pub(super) fn found(folder: &Path) -> FilesFound {
    let mut found = FilesFound::default();
    let paths = match toml_files(folder) {
        Ok(paths) => paths,
        Err(error) => {
            let reason = format!("读不出来（{error}），请检查权限");
            found.refused.push(EditionError { file: folder.into(), key: "文件夹".into(), reason });
            return found;
        }
    };
    for path in paths {
        match EditionFile::read(&path) {
            Err(error) => found.refused.push(error),
            Ok(source) => match found.sources.iter().find(|other| other.id() == source.id()) {
                Some(other) => {
                    let reason = format!("与 {} 的编号相同，请删去其中一个", other.file.display());
                    found.refused.push(source.fault("id", reason));
                }
                None => found.sources.push(source),
            },
        }
    }
    found
}

fn toml_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let toml = |path: &Path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    let mut files: Vec<PathBuf> = paths.into_iter().filter(|path| toml(path) && !hidden(path)).collect();
    files.sort();
    Ok(files)
}
