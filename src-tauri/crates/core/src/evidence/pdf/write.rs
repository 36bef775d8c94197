//! PDF syntax (ISO 32000-1, 7.3 and 7.5), written.

/// A number, never with an exponent.
pub(super) fn number(value: f64) -> String {
    if value.is_finite() { format!("{value}") } else { "0".into() }
}

/// A string, as hexadecimal digits.
pub(super) fn string(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'<');
    out.extend(hex::encode(bytes).bytes());
    out.push(b'>');
}

/// A name, whatever bytes it has.
pub(super) fn name(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'+' | b'*' | b',' => {
                out.push(*byte);
            }
            other => out.extend(format!("#{other:02X}").bytes()),
        }
    }
}

/// The end of a stream's dictionary, and its data.
pub(super) fn stream_data(data: &[u8], out: &mut Vec<u8>) {
    out.extend(format!("/Length {}>>\nstream\n", data.len()).bytes());
    out.extend(data);
    out.extend(b"\nendstream");
}

/// A file of these objects, numbered from 1.
pub(super) fn file(objects: &[Vec<u8>], catalog: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::with_capacity(objects.len());
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", at + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let (start, size) = (bytes.len(), objects.len() + 1);
    bytes.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    let trailer = format!("trailer\n<</Root {catalog} 0 R/Size {size}>>\nstartxref\n{start}\n%%EOF\n");
    bytes.extend(trailer.bytes());
    bytes
}
