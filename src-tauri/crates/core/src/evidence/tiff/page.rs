//! A page put together from its strips or tiles.

use super::chunks::{Chunk, chunks};
use super::colours::{bilevel, colours};
use super::directory::Directory;
use super::layout::{Compression, Layout};
use super::old_jpeg;
use super::rows::samples;
use super::unfold::unfold;
use crate::evidence::Refusal;
use crate::evidence::bitmap::Bitmap;

/// Decodes a page.
pub(super) fn decode(directory: &Directory) -> Result<Bitmap, Refusal> {
    let layout = Layout::of(directory)?;
    let whole = old_jpeg::whole(directory, &layout).filter(|_| layout.compression == Compression::OldJpeg);
    if whole.is_some() {
        layout.uncut().weigh()?;
    }
    let (layout, chunks) = match whole {
        Some(file) => (layout.uncut(), vec![Chunk { data: file, plane: 0, x: 0, y: 0, rows: layout.height }]),
        None => (layout.clone(), chunks(directory, &layout)?),
    };
    let samples = match layout.is_bilevel() {
        true => bilevel(&layout, bits(directory, &layout, &chunks)?),
        false => colours(directory, &layout, bytes(directory, &layout, &chunks)?)?,
    };
    Ok(Bitmap { width: layout.width, height: layout.height, samples })
}

/// A black-and-white page, a bit a pixel. The width of a tile is a multiple of 16.
fn bits(directory: &Directory, layout: &Layout, chunks: &[Chunk]) -> Result<Vec<u8>, Refusal> {
    let stride = layout.width.div_ceil(8) as usize;
    let mut page = vec![0; stride * layout.height as usize];
    for chunk in chunks {
        let unfolded = unfold(directory, layout, chunk)?;
        let left = chunk.x as usize / 8;
        let rows = unfolded.chunks_exact(layout.stride());
        for (row, target) in rows.zip(page.chunks_exact_mut(stride).skip(chunk.y as usize)) {
            let room = (stride - left).min(row.len());
            target[left..left + room].copy_from_slice(&row[..room]);
        }
    }
    Ok(page)
}

/// Any other page, a byte a sample: of each pixel those that say something.
fn bytes(directory: &Directory, layout: &Layout, chunks: &[Chunk]) -> Result<Vec<u8>, Refusal> {
    let (width, kept) = (layout.width as usize, layout.kept_samples());
    let mut page = vec![0; width * layout.height as usize * kept];
    let each = layout.chunk_samples();
    for chunk in chunks.iter().filter(|chunk| chunk.plane < kept) {
        let samples = samples(layout, unfold(directory, layout, chunk)?, chunk.rows);
        let (left, room) = (chunk.x as usize, (width - chunk.x as usize).min(layout.chunk.0 as usize));
        let rows = samples.chunks_exact(layout.chunk.0 as usize * each);
        for (row, target) in rows.zip(page.chunks_exact_mut(width * kept).skip(chunk.y as usize)) {
            let target = target[left * kept..(left + room) * kept].chunks_exact_mut(kept);
            for (pixel, own) in target.zip(row.chunks_exact(each)) {
                let count = each.min(kept - chunk.plane);
                pixel[chunk.plane..chunk.plane + count].copy_from_slice(&own[..count]);
            }
        }
    }
    Ok(page)
}
