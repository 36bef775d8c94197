//! The pictures of a package, each once.

use crate::documents::{Printed, Role, Sources, pictures};
use crate::evidence::Page;
use crate::evidence::budget::{Group, Load};
use crate::evidence::reduce::dpi;
use std::collections::BTreeMap;

/// A picture in a package, once however often it is shown.
pub(super) struct PackedPicture<'a> {
    pub page: &'a Page,
    /// What it belongs to where it is shown first.
    pub item: String,
    /// What it is where it is shown first.
    pub title: String,
    /// The longer side in EMU where it is printed largest.
    pub printed: u64,
    /// Where it is shown: each document holds it once.
    roles: Vec<Role>,
}

/// The pictures of the three documents in the order they come.
pub(super) fn packed_pictures<'a>(sources: &Sources<'a>) -> Vec<PackedPicture<'a>> {
    let mut stored: Vec<PackedPicture> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for printed in pictures(sources) {
        let next = stored.len();
        match *known.entry(&printed.page.source).or_insert(next) {
            at if at < next => stored[at].also(&printed),
            _ => stored.push(PackedPicture::new(printed)),
        }
    }
    stored
}

impl<'a> PackedPicture<'a> {
    fn new(printed: Printed<'a>) -> PackedPicture<'a> {
        let longer = printed.width_emu.max(printed.height_emu);
        let Printed { page, role, item, title, .. } = printed;
        PackedPicture { page, item, title, printed: longer, roles: vec![role] }
    }

    fn also(&mut self, printed: &Printed) {
        self.printed = self.printed.max(printed.width_emu).max(printed.height_emu);
        if !self.roles.contains(&printed.role) {
            self.roles.push(printed.role);
        }
    }

    /// How many documents hold it.
    pub fn copies(&self) -> u64 {
        self.roles.len() as u64
    }

    /// What it takes in the package as it is, in bytes.
    pub fn bytes(&self) -> u64 {
        self.page.bytes * self.copies()
    }

    /// What the planning needs to know of it.
    pub fn load(&self) -> Load {
        let group = if self.roles.contains(&Role::Figure) { Group::Figure } else { Group::Scan };
        Load { group, dpi: self.dpi(), bytes: self.bytes() }
    }

    /// Its resolution where it is printed largest.
    pub fn dpi(&self) -> u32 {
        dpi(self.page.width.max(self.page.height), self.printed)
    }
}
