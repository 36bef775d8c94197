//! Fonts for text whose font the PDF does not carry.

use hayro::hayro_interpret::font::{FallbackFontQuery, FontData};
use hayro::hayro_interpret::hayro_cmap::CidFamily;
use hayro::hayro_syntax::object::{Array, Dict, String as Text};
use hayro::hayro_syntax::page::Resources;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

/// A file of a font, and which font of a collection it is.
type FontFile = (&'static str, u32);

/// 宋体 and what is like it, in the usual places of Windows and Debian.
const SONG: &[FontFile] = &[
    ("simsun.ttc", 0),
    ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    ("/usr/share/fonts/truetype/arphic/uming.ttc", 0),
];

/// 黑体 and what is like it.
const HEI: &[FontFile] = &[
    ("simhei.ttf", 0),
    ("msyh.ttc", 0),
    ("msyh.ttf", 0),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
    ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
];

/// 楷体, and 仿宋, which is nearer to it than to 宋体.
const KAI: &[FontFile] =
    &[("simkai.ttf", 0), ("simfang.ttf", 0), ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0)];

/// Parts of names, in lower case, that tell a Chinese font where nothing else does.
const NAMES: &[&str] = &[
    "simsun", "song", "宋", "simhei", "hei", "黑", "kai", "楷", "fang", "仿", "yahei", "雅黑", "dengxian",
    "等线", "mingliu", "pmingliu", "cjk", "hanyi", "founder", "fz",
];

/// A font's bytes, and which font of a collection it is.
type Font = (FontData, u32);

/// What Chinese text is drawn with.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Hand {
    Song,
    Hei,
    Kai,
}

/// The fonts asked for so far.
#[derive(Default)]
pub(super) struct Fonts {
    loaded: Mutex<HashMap<Hand, Option<Font>>>,
}

impl Fonts {
    /// The font to draw a text with whose own font is not there; says so in `missing` where the system has none.
    pub fn find(&self, query: &FallbackFontQuery, missing: &AtomicBool) -> Option<Font> {
        let Some(hand) = hand(query) else { return Some(query.pick_standard_font().get_font_data()) };
        let mut loaded = self.loaded.lock().ok()?;
        let found = loaded.entry(hand).or_insert_with(|| load(hand)).clone();
        if found.is_none() {
            missing.store(true, Relaxed);
        }
        found
    }
}

/// Whether what is named has a font of which only glyph numbers are known: it is not carried, and nothing says which
/// characters it has.
pub(super) fn has_unmapped(resources: &Resources<'_>) -> bool {
    let (mut waiting, mut seen) = (vec![resources.clone()], HashSet::new());
    while let Some(resources) = waiting.pop() {
        let mut fonts = resources.fonts.keys().filter_map(|name| resources.get_font(&name));
        if fonts.any(|font| is_unmapped(&font)) {
            return true;
        }
        // Forms are drawn within forms, each as often as it is named; one look at it is enough.
        let forms = resources.x_objects.keys().filter_map(|name| resources.get_x_object(&name));
        let new = forms.filter(|form| seen.insert(form.obj_id())).collect::<Vec<_>>();
        let inner = new.iter().filter_map(|form| form.dict().get::<Dict<'_>>("Resources"));
        waiting.extend(inner.map(Resources::new));
    }
    false
}

fn is_unmapped(font: &Dict<'_>) -> bool {
    const PROGRAMS: [&str; 3] = ["FontFile", "FontFile2", "FontFile3"];
    const COLLECTIONS: [&[u8]; 5] = [b"GB1", b"CNS1", b"Japan1", b"Korea1", b"KR"];
    let Some(below) =
        font.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next())
    else {
        return false;
    };
    let descriptor = below.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    let collection = below.get::<Dict<'_>>("CIDSystemInfo").and_then(|info| info.get::<Text<'_>>("Ordering"));
    let is_known = collection.is_some_and(|ordering| COLLECTIONS.contains(&ordering.as_bytes()));
    !is_known && !font.contains_key("ToUnicode") && !PROGRAMS.iter().any(|key| descriptor.contains_key(key))
}

/// How the text is to be drawn if it is Chinese (or Japanese or Korean).
fn hand(query: &FallbackFontQuery) -> Option<Hand> {
    let names = [&query.post_script_name, &query.font_name, &query.font_family];
    let name: String = names.into_iter().flatten().map(|name| name.to_lowercase()).collect();
    let family = query.character_collection.as_ref().map(|collection| &collection.family);
    let named = NAMES.iter().any(|part| name.contains(part));
    match family {
        Some(CidFamily::AdobeGB1 | CidFamily::AdobeCNS1) => {}
        Some(CidFamily::AdobeJapan1 | CidFamily::AdobeKorea1) => {}
        Some(_) if named => {}
        _ => return None,
    }
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    match () {
        _ if has(&["kai", "楷", "fang", "仿"]) => Some(Hand::Kai),
        _ if has(&["hei", "黑", "dengxian", "等线", "gothic", "sans"]) => Some(Hand::Hei),
        _ => Some(Hand::Song),
    }
}

/// The first font there is: of the hand asked for, or else of any.
fn load(hand: Hand) -> Option<Font> {
    let places = match hand {
        Hand::Song => [SONG, HEI, KAI],
        Hand::Hei => [HEI, SONG, KAI],
        Hand::Kai => [KAI, SONG, HEI],
    };
    places.into_iter().flatten().find_map(|(file, index)| open(file, *index))
}

fn open(file: &str, index: u32) -> Option<Font> {
    let bytes = folders().into_iter().find_map(|folder| std::fs::read(folder.join(file)).ok())?;
    Some((Arc::new(bytes), index))
}

/// Where fonts given by name alone lie; one given by its whole path is found under any of them.
fn folders() -> Vec<PathBuf> {
    let windows = std::env::var_os("SystemRoot").unwrap_or_else(|| r"C:\Windows".into());
    let own =
        std::env::var_os("LOCALAPPDATA").map(|local| Path::new(&local).join(r"Microsoft\Windows\Fonts"));
    std::iter::once(Path::new(&windows).join("Fonts")).chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_fonts_are_told_by_collection_and_name() {
        let check = |name: &str, family: Option<CidFamily>, expected: Option<Hand>| {
            let collection =
                |family| hayro::hayro_interpret::hayro_cmap::CharacterCollection { family, supplement: 0 };
            let query = FallbackFontQuery {
                post_script_name: Some(name.into()),
                character_collection: family.map(collection),
                ..Default::default()
            };
            assert!(hand(&query) == expected, "{name}");
        };
        check("STSong-Light", Some(CidFamily::AdobeGB1), Some(Hand::Song));
        check("SimHei", Some(CidFamily::AdobeIdentity), Some(Hand::Hei));
        check("KaiTi_GB2312", Some(CidFamily::AdobeGB1), Some(Hand::Kai));
        check("Unheard-Of", Some(CidFamily::AdobeGB1), Some(Hand::Song));
        check("Helvetica", None, None);
    }
}
