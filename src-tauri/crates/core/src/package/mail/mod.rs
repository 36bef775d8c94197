//! The mail draft (邮件草稿): an .eml that a mail program opens ready to send.

mod base64;
mod body;
mod header;

use super::Stage;
use super::archive::FileDigest;
use super::mail_tier::MailTier;
use super::shipment::Shipment;
use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::Path;

/// The text of the mail, as it is to be sent.
pub(super) fn letter(shipment: &Shipment) -> String {
    body::sent(shipment)
}

/// Writes the mail (RFC 5322, MIME by RFC 2045), with the zip at `zip` attached if it is small enough.
///
/// `X-Unsent: 1` makes Outlook and Foxmail open it as a draft. Date, From and Message-ID are left to the mail program
/// that sends it (RFC 6409 §8), so the same package gives the same bytes.
pub(super) fn write(shipment: &Shipment, zip: &Path, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"X-Unsent: 1\r\n")?;
    // A draft has no receiver: one click must not send it to the authority.
    if shipment.stage == Stage::Final {
        let known = shipment.receivers().into_iter().filter(|to| !to.mail_to.is_empty());
        let to: Vec<_> = known.map(|to| header::address(&to.mail_to)).collect();
        if !to.is_empty() {
            write!(out, "To: {}\r\n", to.join(",\r\n "))?;
        }
    }
    write!(out, "Subject: {}\r\n", header::encoded(&subject(shipment)))?;
    out.write_all(b"MIME-Version: 1.0\r\n")?;
    match shipment.tier() {
        MailTier::Attached => write_with_zip(shipment, zip, out),
        MailTier::Ordinary | MailTier::Cloud => write_text(&body::text(shipment), out),
    }
}

fn subject(shipment: &Shipment) -> String {
    match shipment.stage {
        Stage::Draft => format!("【草稿，不得报送】{}", shipment.subject()),
        Stage::Final => shipment.subject(),
    }
}

fn write_with_zip(shipment: &Shipment, zip: &Path, out: &mut dyn Write) -> io::Result<()> {
    let boundary = boundary(shipment.zip);
    write!(out, "Content-Type: multipart/mixed;\r\n boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n")?;
    write_text(&body::text(shipment), out)?;
    write!(out, "--{boundary}\r\n")?;
    write!(out, "Content-Type: application/zip;\r\n name=\"{}\"\r\n", header::encoded(&shipment.names.zip))?;
    out.write_all(b"Content-Transfer-Encoding: base64\r\n")?;
    write!(
        out,
        "Content-Disposition: attachment;\r\n {}\r\n\r\n",
        header::extended("filename", &shipment.names.zip)
    )?;
    base64::write(&mut BufReader::new(File::open(zip)?), out)?;
    write!(out, "--{boundary}--\r\n")
}

fn write_text(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")?;
    base64::write(&mut text.replace('\n', "\r\n").as_bytes(), out)
}

/// A line that no base64 line can be (it holds `_`), the same for the same zip.
fn boundary(zip: &FileDigest) -> String {
    format!("=_biaogan_{}", &zip.sha256[..32])
}
