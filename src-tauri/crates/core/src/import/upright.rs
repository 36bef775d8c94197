//! Pictures as their document shows them: what a JPEG says of its own turn is taken out, since Word does not ask it,
//! and the turn that the document gives it is put in where its place in the content has none.

/// The bytes of a picture as the document shows it. Only what stands before a JPEG's picture data is touched; other
/// kinds stay as they are.
pub(super) fn upright(bytes: Vec<u8>, quarters: u8) -> Vec<u8> {
    let Some(cleaned) = without_exif(&bytes) else { return bytes };
    let Some(tag) = [None, Some(6u16), Some(3), Some(8)][usize::from(quarters % 4)] else { return cleaned };
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    exif.extend(tag.to_be_bytes());
    exif.extend([0; 6]);
    let length = (exif.len() as u16 + 2).to_be_bytes();
    [&cleaned[..2], &[0xFF, 0xE1], &length, &exif, &cleaned[2..]].concat()
}

/// Whether the turn of such a picture can be put into it.
pub(super) fn can_turn(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xD8, 0xFF])
}

/// A JPEG without its EXIF segments; none where it is no JPEG or its segments cannot be followed.
fn without_exif(bytes: &[u8]) -> Option<Vec<u8>> {
    if !can_turn(bytes) {
        return None;
    }
    let mut kept = bytes[..2].to_vec();
    let mut rest = &bytes[2..];
    loop {
        let [0xFF, marker, high, low, ..] = *rest else { return None };
        if marker == 0xDA {
            kept.extend(rest);
            return Some(kept);
        }
        let (segment, behind) = rest.split_at_checked(2 + usize::from(u16::from_be_bytes([high, low])))?;
        if !segment.starts_with(&[0xFF, 0xE1, high, low, b'E', b'x', b'i', b'f', 0, 0]) {
            kept.extend(segment);
        }
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jpeg_bears_the_turn_of_its_document_and_no_other() {
        let plain = b"\xFF\xD8\xFF\xDB\x00\x04ab\xFF\xDA\x00\x02data".to_vec();
        let turned = upright(plain.clone(), 1);
        assert!(turned.len() > plain.len() && turned.windows(4).any(|bytes| bytes == b"Exif"));
        assert_eq!(upright(turned, 0), plain);
        assert_eq!(upright(b"\x89PNG".to_vec(), 1), b"\x89PNG");
        for broken in [b"\xFF\xD8\xFF".as_slice(), b"\xFF\xD8\xFF\xE1\0\0\0\0", b"\xFF\xD8\xFF\xE1\0\x09ab"] {
            assert_eq!(upright(broken.to_vec(), 1), broken);
        }
    }
}
