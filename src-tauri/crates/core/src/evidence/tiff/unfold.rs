//! The data of a strip or tile, unfolded to rows of samples.

use super::chunks::Chunk;
use super::directory::Directory;
use super::layout::{Compression, Layout};
use super::refusals::DAMAGED;
use super::{fax, jpeg};
use crate::evidence::Refusal;
use flate2::read::ZlibDecoder;
use std::borrow::Cow;
use std::io::Read;
use weezl::{BitOrder, LzwStatus};

/// Unfolds a strip or tile; all of its rows must be there.
pub(super) fn unfold(directory: &Directory, layout: &Layout, chunk: &Chunk) -> Result<Vec<u8>, Refusal> {
    let size = size(layout, chunk.rows);
    match layout.compression {
        Compression::Jpeg => return jpeg::decode(directory, layout, chunk),
        Compression::OldJpeg => return jpeg::decode_old(directory, layout, chunk),
        _ => {}
    }
    let data = match layout.is_turned {
        true => Cow::Owned(chunk.data.iter().map(|byte| byte.reverse_bits()).collect()),
        false => Cow::Borrowed(chunk.data),
    };
    match layout.compression {
        Compression::Fax(kind) => {
            fax::decode(&data, fax::coding(directory, kind), layout.chunk.0, chunk.rows)
        }
        Compression::PackBits => pack_bits(&data, size),
        Compression::Lzw => lzw(&data, size),
        Compression::Deflate => deflate(&data, size),
        _ => data.get(..size).map(<[u8]>::to_vec).ok_or(DAMAGED),
    }
}

/// How many bytes so many rows have.
fn size(layout: &Layout, rows: u32) -> usize {
    match layout.subsampling {
        (1, 1) => layout.stride() * rows as usize,
        (across, down) => {
            let unit = (across * down + 2) as usize;
            layout.chunk.0.div_ceil(across) as usize * rows.div_ceil(down) as usize * unit
        }
    }
}

/// Runs of bytes (TIFF 6.0, section 9).
fn pack_bits(mut data: &[u8], size: usize) -> Result<Vec<u8>, Refusal> {
    let mut unfolded = Vec::with_capacity(size);
    while unfolded.len() < size {
        let (head, rest) = data.split_first().ok_or(DAMAGED)?;
        let count = usize::from(*head);
        data = match count {
            0..128 => {
                unfolded.extend(rest.get(..=count).ok_or(DAMAGED)?);
                &rest[count + 1..]
            }
            128 => rest,
            _ => {
                let (value, rest) = rest.split_first().ok_or(DAMAGED)?;
                unfolded.extend(std::iter::repeat_n(*value, 257 - count));
                rest
            }
        };
    }
    unfolded.truncate(size);
    Ok(unfolded)
}

/// LZW as TIFF has it (section 13); before version 6 its codes came from the lowest bit.
fn lzw(mut data: &[u8], size: usize) -> Result<Vec<u8>, Refusal> {
    let mut decoder = match data {
        [0, next, ..] if next & 1 == 1 => weezl::decode::Decoder::with_tiff_size_switch(BitOrder::Lsb, 8),
        _ => weezl::decode::Decoder::with_tiff_size_switch(BitOrder::Msb, 8),
    };
    let (mut unfolded, mut done) = (vec![0; size], 0);
    while done < size {
        let step = decoder.decode_bytes(data, &mut unfolded[done..]);
        done += step.consumed_out;
        data = &data[step.consumed_in..];
        match step.status {
            Ok(LzwStatus::Ok) if step.consumed_in + step.consumed_out > 0 => {}
            _ if done < size => return Err(DAMAGED),
            _ => break,
        }
    }
    Ok(unfolded)
}

fn deflate(data: &[u8], size: usize) -> Result<Vec<u8>, Refusal> {
    let mut unfolded = vec![0; size];
    ZlibDecoder::new(data).read_exact(&mut unfolded).map_err(|_| DAMAGED)?;
    Ok(unfolded)
}
