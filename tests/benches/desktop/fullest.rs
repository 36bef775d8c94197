//! The fullest draft in a library, and the program before it.

use super::{made, painting};
use end_to_end::desktop::{By, Desk, Options};
use jpeg_encoder::{ColorType, Encoder};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Bytes of all attached files together.
const ATTACHED: u64 = 200_000_000;
/// An A4 scan of 200 dpi, in pixels.
pub const PAGE: (u16, u16) = (1654, 2339);

/// A home whose library holds one draft, the fullest.
pub struct Home {
    pub folder: TempDir,
    pub draft: PathBuf,
}

impl Home {
    /// With files attached besides the sample's, or without.
    pub fn new(files: &[PathBuf]) -> Home {
        let home = Home::empty();
        made::fullest(&home.draft, files);
        home
    }

    /// With no draft yet.
    pub fn empty() -> Home {
        let folder = tempfile::tempdir().expect("a folder");
        let library = folder.path().join("drafts");
        let data = folder.path().join(".local/share/biaogan");
        fs::create_dir_all(&library).expect("the library");
        fs::create_dir_all(&data).expect("the program's data");
        let settings = serde_json::json!({ "library": library, "welcomed": true });
        fs::write(data.join("settings.json"), settings.to_string()).expect("written");
        let draft = library.join("最满的申报.biaogan");
        Home { folder, draft }
    }

    /// The release program in this home.
    pub fn desk(&self) -> Desk {
        let variables = painting::by_itself();
        Desk::start(&Options { size: (1366, 768), variables, ..Options::at(self.folder.path()) })
    }
}

/// Opens the only draft of the list.
pub fn open(desk: &Desk) {
    desk.click(By::Css(".drafts .name"));
    desk.find(By::Css("[data-path='declaration.credit_code']"));
}

/// Waits for the list of drafts.
pub fn listed(desk: &Desk) {
    desk.find(By::Css(".drafts .name"));
}

/// Goes to a part of the draft by the list on the left.
pub fn part(desk: &Desk, title: &str) {
    desk.click(By::Css(&format!("nav.parts button[aria-label^='{title} ']")));
}

/// Scans that together have two hundred megabytes.
pub fn scans(folder: &Path) -> Vec<PathBuf> {
    scans_of(folder, ATTACHED, PAGE, 90)
}

/// Scans of so many pixels and this JPEG quality that together have so many bytes.
pub fn scans_of(folder: &Path, wanted: u64, size: (u16, u16), quality: u8) -> Vec<PathBuf> {
    let (mut scans, mut bytes, mut noise) = (Vec::new(), 0, 1);
    while bytes < wanted {
        let path = folder.join(format!("{}.jpg", scans.len()));
        let encoder = Encoder::new_file(&path, quality).expect("a file");
        encoder.encode(&scan(&mut noise, size), size.0, size.1, ColorType::Luma).expect("a picture");
        bytes += fs::metadata(&path).expect("the picture").len();
        scans.push(path);
    }
    scans
}

/// A page of noise: as hard to compress as a scan, no two alike.
fn scan(noise: &mut u64, size: (u16, u16)) -> Vec<u8> {
    let mut shade = || {
        *noise = noise.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407); // Knuth's MMIX generator
        (*noise >> 56) as u8
    };
    (0..usize::from(size.0) * usize::from(size.1)).map(|_| shade()).collect()
}
