//! The one thing that is read from EXIF: which way is up.

use super::Orientation;

/// Tag 0x0112, Orientation (EXIF 2.3, 4.6.4).
const ORIENTATION: u16 = 0x0112;

/// The orientation in an EXIF block, which is a TIFF file without the picture, if it says one.
pub(super) fn orientation(tiff: &[u8]) -> Option<Orientation> {
    entry(tiff).filter(|value| (1..=8).contains(value)).map(from_tag)
}

/// The orientation in an XMP packet (XMP part 2, 3.2: `tiff:Orientation`), as an attribute or as an element.
pub(super) fn orientation_in_xmp(packet: &[u8]) -> Option<Orientation> {
    const NAME: &[u8] = b"tiff:Orientation";
    let rest = &packet[memchr::memmem::find(packet, NAME)? + NAME.len()..];
    let between =
        rest.iter().take_while(|byte| matches!(byte, b'=' | b'>' | b'"' | b'\'' | b' ' | b'\n')).count();
    let [value @ b'1'..=b'8', end, ..] = rest.get(between..)? else { return None };
    (between > 0 && !end.is_ascii_digit()).then(|| from_tag(u16::from(value - b'0')))
}

/// What the tag's values mean as a mirror left to right, then quarter turns clockwise.
pub(super) fn from_tag(value: u16) -> Orientation {
    let (mirrored, quarters) = match value {
        2 => (true, 0),
        3 => (false, 2),
        4 => (true, 2),
        5 => (true, 3),
        6 => (false, 1),
        7 => (true, 1),
        8 => (false, 3),
        _ => (false, 0),
    };
    Orientation { mirrored, quarters }
}

fn entry(tiff: &[u8]) -> Option<u16> {
    let short: fn([u8; 2]) -> u16 = match tiff.get(..4)? {
        b"II*\0" => u16::from_le_bytes,
        b"MM\0*" => u16::from_be_bytes,
        _ => return None,
    };
    let long: fn([u8; 4]) -> u32 = if tiff[0] == b'I' { u32::from_le_bytes } else { u32::from_be_bytes };
    let directory = long(*tiff.get(4..)?.first_chunk()?) as usize;
    let count = short(*tiff.get(directory..)?.first_chunk()?);
    let entries = tiff.get(directory + 2..)?.chunks_exact(12).take(count.into());
    for entry in entries {
        let [tag, kind] = [0, 2].map(|at| short([entry[at], entry[at + 1]]));
        // Type 3 is SHORT; a single one stands at the front of the value field in either byte order. Some write LONG.
        match kind {
            3 if tag == ORIENTATION => return Some(short([entry[8], entry[9]])),
            4 if tag == ORIENTATION => {
                return long([entry[8], entry[9], entry[10], entry[11]]).try_into().ok();
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
pub(super) fn block(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    tiff.extend(orientation.to_be_bytes());
    tiff.extend([0; 6]);
    tiff
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the pixel at the top left of a stored 2×3 picture is seen, and where the one right of it,
    /// according to [`Orientation`]: mirrored first, then turned.
    fn seen(orientation: Orientation, (mut x, mut y): (i32, i32)) -> (i32, i32) {
        let (mut width, mut height) = (2, 3);
        if orientation.mirrored {
            x = width - 1 - x;
        }
        for _ in 0..orientation.quarters {
            (x, y) = (height - 1 - y, x);
            (width, height) = (height, width);
        }
        (x, y)
    }

    /// The EXIF definition: the corner where the 0th row meets the 0th column, and the one at the row's end.
    fn check(tag: u16, first: (i32, i32), end_of_row: (i32, i32)) {
        let found = orientation(&block(tag)).unwrap();
        assert_eq!((seen(found, (0, 0)), seen(found, (1, 0))), (first, end_of_row), "{tag}");
    }

    #[test]
    fn all_eight_orientations_are_seen_as_exif_defines_them() {
        check(1, (0, 0), (1, 0)); // 0th row at the top, 0th column at the left
        check(2, (1, 0), (0, 0)); // top, right
        check(3, (1, 2), (0, 2)); // bottom, right
        check(4, (0, 2), (1, 2)); // bottom, left
        check(5, (0, 0), (0, 1)); // left, top
        check(6, (2, 0), (2, 1)); // right, top
        check(7, (2, 1), (2, 0)); // right, bottom
        check(8, (0, 1), (0, 0)); // left, bottom
    }

    #[test]
    fn what_is_no_orientation_is_upright() {
        for tag in [0, 9, 0xFFFF] {
            assert_eq!(orientation(&block(tag)), None);
        }
        for cut in 0..block(6).len() - 6 {
            assert_eq!(orientation(&block(6)[..cut]), None, "{cut}");
        }
    }

    #[test]
    fn little_endian_is_read_as_well() {
        let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(orientation(tiff), Some(Orientation { mirrored: false, quarters: 1 }));
    }

    #[test]
    fn one_that_is_written_as_long_counts() {
        let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x04\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(orientation(tiff), Some(from_tag(6)));
        let tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x04\0\0\0\x01\0\0\0\x03\0\0\0\0";
        assert_eq!(orientation(tiff), Some(from_tag(3)));
    }

    #[test]
    fn xmp_says_it_as_an_attribute_or_an_element() {
        let says = |packet: &[u8]| orientation_in_xmp(packet);
        assert_eq!(says(b"<rdf:Description tiff:Orientation=\"6\"/>"), Some(from_tag(6)));
        assert_eq!(says(b"<tiff:Orientation>8</tiff:Orientation>"), Some(from_tag(8)));
        for nothing in [&b"<tiff:Orientation>9</"[..], b"tiff:Orientation=\"12\"", b"tiff:Orientation", b"x"]
        {
            assert_eq!(says(nothing), None);
        }
    }

    /// A little-endian directory of these tags, all SHORT, that claims to have `count` of them.
    fn directory(tags: &[(u16, u16)], count: u16) -> Vec<u8> {
        let entry = |(tag, value): &(u16, u16)| {
            [tag.to_le_bytes(), [3, 0], [1, 0], [0, 0], value.to_le_bytes(), [0, 0]].concat()
        };
        [b"II*\0\x08\0\0\0".to_vec(), count.to_le_bytes().to_vec(), tags.iter().flat_map(entry).collect()]
            .concat()
    }

    #[test]
    fn the_orientation_is_found_behind_other_tags_but_not_behind_the_last() {
        let tags = [(0x010F, 1), (0x0110, 8), (0x0112, 3)];
        assert_eq!(orientation(&directory(&tags, 3)), Some(from_tag(3)));
        assert_eq!(orientation(&directory(&tags, 2)), None);
    }
}
