//! The clipboard, or what is being dragged, as another program holds it.

use super::Desk;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT,
    SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// What lies on the clipboard, as types with their bytes; the program asks for them as it likes (ICCCM §2). Taken off
/// when dropped.
pub struct Offer {
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Desk {
    /// Copies in another program: what the page then pastes comes from outside, type by type, such as `text/html` or
    /// `image/png`.
    pub fn offer(&self, formats: &[(&str, &[u8])]) -> Offer {
        let (connection, screen) =
            RustConnection::connect(Some(&self.screen.display)).expect("the display answers");
        Owner::new(connection, screen, "CLIPBOARD", formats).answering()
    }
}

impl Drop for Offer {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The window that owns a selection, and what it gives.
pub(super) struct Owner {
    connection: RustConnection,
    pub window: Window,
    targets: Atom,
    formats: Vec<(Atom, Vec<u8>)>,
}

impl Owner {
    pub fn new(
        connection: RustConnection,
        screen: usize,
        selection: &str,
        formats: &[(&str, &[u8])],
    ) -> Owner {
        let window: Window = connection.generate_id().expect("an id");
        let root = connection.setup().roots[screen].root;
        let input_only = CreateWindowAux::default();
        connection
            .create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &input_only)
            .expect("sent")
            .check()
            .expect("a window");
        let atom = |name: &str| {
            connection.intern_atom(false, name.as_bytes()).expect("sent").reply().expect("an atom").atom
        };
        let (selection, targets) = (atom(selection), atom("TARGETS"));
        let formats = formats.iter().map(|(name, bytes)| (atom(name), bytes.to_vec())).collect();
        connection
            .set_selection_owner(window, selection, x11rb::CURRENT_TIME)
            .expect("sent")
            .check()
            .expect("owned");
        Owner { connection, window, targets, formats }
    }

    /// Answers in a thread of its own until the offer is over.
    pub fn answering(self) -> Offer {
        let ended = Arc::new(AtomicBool::new(false));
        let until = Arc::clone(&ended);
        Offer { ended, thread: Some(std::thread::spawn(move || self.answer(&until))) }
    }

    /// Answers until it is over.
    fn answer(&self, ended: &AtomicBool) {
        while !ended.load(Ordering::Relaxed) {
            match self.connection.poll_for_event() {
                Ok(Some(Event::SelectionRequest(asked))) => self.give(&asked),
                Ok(Some(_)) => {}
                Ok(None) => std::thread::sleep(Duration::from_millis(2)),
                // The display is gone.
                Err(_) => return,
            }
        }
    }

    fn give(&self, asked: &SelectionRequestEvent) {
        // Clients of old name no property.
        let place = if asked.property == 0 { asked.target } else { asked.property };
        let known = self.formats.iter().find(|(format, _)| *format == asked.target);
        let to = asked.requestor;
        let put = if asked.target == self.targets {
            let all: Vec<Atom> =
                self.formats.iter().map(|(format, _)| *format).chain([self.targets]).collect();
            self.connection.change_property32(PropMode::REPLACE, to, place, AtomEnum::ATOM, &all).is_ok()
        } else {
            known.is_some_and(|(format, bytes)| {
                self.connection.change_property8(PropMode::REPLACE, to, place, *format, bytes).is_ok()
            })
        };
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: to,
            selection: asked.selection,
            target: asked.target,
            property: if put { place } else { 0 },
        };
        let _ = self.connection.send_event(false, to, EventMask::NO_EVENT, answer);
        let _ = self.connection.flush();
    }
}
