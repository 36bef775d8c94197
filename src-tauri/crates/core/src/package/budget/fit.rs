//! Downscaling the pictures of a package to its limit: not at all where they fit, else just as far as needed, and
//! those that are alike alike.

use super::alike::Alike;
use super::pictures::{PackedPicture, packed_pictures};
use super::reduction::Reduction;
use super::spool::{Pictures, Spool};
use super::without_pictures;
use super::workers::{Job, Limits, in_order};
use crate::documents::Sources;
use crate::draft::Draft;
use crate::evidence::budget::{Load, Plan, ROUNDS, Round, Verdict};
use crate::evidence::reduce::{Original, Reduced, memory, reduce};
use crate::evidence::{Page, PictureFormat};
use crate::package::Stage;
use crate::package::error::Error;
use crate::package::item_bytes::by_item;
use crate::package::progress::{ExportStep, Watch};
use std::collections::BTreeMap;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Kept free for what is not estimated to the byte: the outer zip, and `.jpeg` where `.png` was.
const MARGIN: u64 = 20_000;

/// The pictures as they go into the package.
pub(in crate::package) struct Fitted<'a> {
    /// The pages of the attached files by attachment id; their sizes in pixels stay those of the originals, so that
    /// they are printed as large as before.
    pub pages: BTreeMap<String, Vec<Page>>,
    /// Their bytes.
    pub pictures: Pictures<'a>,
    /// What was done, in the order of the documents.
    pub reductions: Vec<Reduction>,
}

/// Downscales what must be; `watch` hears how many of the bytes too many are gone.
///
/// # Errors
/// [`Error::CannotFit`] for a final package; a draft's pictures are then as small as they get.
pub(in crate::package) fn fit<'a>(
    draft: &'a Draft,
    sources: &Sources,
    watch: &mut Watch,
) -> Result<Fitted<'a>, Error> {
    let stored = packed_pictures(sources);
    let plan = plan(&stored, sources)?;
    if plan.fits() {
        let pictures = Pictures { draft, spool: None };
        return Ok(Fitted { pages: sources.pages.clone(), pictures, reductions: Vec::new() });
    }
    let spool = Spool::new().map_err(Error::Spool)?;
    let mut fitting =
        Fitting { draft, stored: &stored, plan, spool, alike: Arc::default(), made: BTreeMap::new() };
    fitting.run(watch)?;
    if sources.stage == Stage::Final && !fitting.plan.fits() {
        return Err(fitting.too_large(sources));
    }
    Ok(fitting.finish(sources))
}

fn plan(stored: &[PackedPicture], sources: &Sources) -> Result<Plan, Error> {
    let loads: Vec<Load> = stored.iter().map(PackedPicture::load).collect();
    let limit = sources.edition.package.limit_bytes;
    let total: u64 = loads.iter().map(|load| load.bytes).sum();
    // Text and charts never come near half the limit, so there is no need to make the documents twice.
    let others = if total <= limit / 2 { 0 } else { without_pictures::bytes(sources)? + MARGIN };
    Ok(Plan::new(loads, limit.saturating_sub(others)))
}

/// A package whose pictures are being downscaled.
struct Fitting<'a, 's> {
    draft: &'a Draft,
    stored: &'s [PackedPicture<'s>],
    plan: Plan,
    spool: Spool,
    alike: Arc<Alike>,
    /// What was made of a picture last.
    made: BTreeMap<usize, (PictureFormat, Reduction)>,
}

/// A picture on its way to a smaller one.
struct Task {
    index: usize,
    format: PictureFormat,
    bytes: Vec<u8>,
    printed: u64,
}

impl<'a> Fitting<'a, '_> {
    fn run(&mut self, watch: &mut Watch) -> Result<(), Error> {
        let excess = self.plan.excess();
        for round in ROUNDS {
            if self.plan.fits() {
                break;
            }
            self.round(round, &mut |left| {
                let told = watch.tell(ExportStep::Reducing, excess - left, Some(excess));
                told.map_err(|_| Error::Cancelled)
            })?;
        }
        Ok(())
    }

    fn round(&mut self, round: Round, tell: &mut dyn FnMut(u64) -> Result<(), Error>) -> Result<(), Error> {
        let (draft, stored, alike) = (self.draft, self.stored, Arc::clone(&self.alike));
        let mut order = self.plan.begin(round).into_iter();
        let mut next = || order.next().map(|index| task(draft, &stored[index], index)).transpose();
        let work = |Task { index, format, bytes, printed }| {
            let original = Original { format, bytes: &bytes, printed };
            let reduced = reduce(&original, round.grade).ok();
            (index, reduced.filter(|reduced| alike.is_kept(index, &original, reduced)))
        };
        let mut take = |(index, reduced): (usize, Option<Reduced>)| {
            tell(self.plan.excess())?;
            if self.plan.is_done(index) {
                return Ok(ControlFlow::Break(()));
            }
            // What cannot be decoded again, or came out as another picture, goes in as it is.
            if let Some(reduced) = reduced {
                self.offer(index, &reduced).map_err(Error::Spool)?;
            }
            Ok(ControlFlow::Continue(()))
        };
        in_order(Limits::of_this_machine(), &mut next, &work, &mut take)
    }

    fn offer(&mut self, index: usize, reduced: &Reduced) -> io::Result<()> {
        let picture = &self.stored[index];
        let bytes = reduced.bytes.len() as u64 * picture.copies();
        if self.plan.offer(index, bytes) == Verdict::Taken {
            self.spool.put(&picture.page.source, &reduced.bytes)?;
            self.made.insert(index, (reduced.format, Reduction::of(picture, reduced)));
        }
        Ok(())
    }

    fn too_large(&self, sources: &Sources) -> Error {
        let labels = &sources.edition.package;
        let now =
            |(index, picture): (usize, &'_ PackedPicture)| (picture.item.clone(), self.plan.bytes(index));
        let sizes: Vec<(String, u64)> = self.stored.iter().enumerate().map(now).collect();
        Error::CannotFit {
            excess: self.plan.excess(),
            label: labels.limit_label.clone(),
            clause: labels.clause.clone(),
            items: by_item(sizes.iter().map(|(item, bytes)| (item.as_str(), *bytes))),
        }
    }

    fn finish(self, sources: &Sources) -> Fitted<'a> {
        let format = |(index, (format, _)): (&usize, &(PictureFormat, Reduction))| {
            (self.stored[*index].page.source.as_str(), *format)
        };
        let formats: BTreeMap<&str, PictureFormat> = self.made.iter().map(format).collect();
        let mut pages = sources.pages.clone();
        for page in pages.values_mut().flatten() {
            page.format = formats.get(page.source.as_str()).copied().unwrap_or(page.format);
        }
        let pictures = Pictures { draft: self.draft, spool: Some(self.spool) };
        let reductions = self.made.into_values().map(|(_, reduction)| reduction).collect();
        Fitted { pages, pictures, reductions }
    }
}

/// Reads a picture out of the draft.
fn task(draft: &Draft, picture: &PackedPicture, index: usize) -> Result<Job<Task>, Error> {
    let page = picture.page;
    let bytes = draft.picture_in_memory(&page.source).map_err(Error::Spool)?;
    let memory = memory(page.format, &bytes);
    Ok(Job { memory, job: Task { index, format: page.format, bytes, printed: picture.printed } })
}
