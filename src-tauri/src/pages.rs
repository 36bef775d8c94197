//! The pages of attached files as pictures, for `<img>`: `pages://localhost/ATTACHMENT/PAGE/SIDE`.

use crate::desk::Desk;
use crate::failure::Failure;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::thread;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{AppHandle, Manager, UriSchemeResponder};

/// The scheme, which the content security policy allows for pictures only.
pub const SCHEME: &str = "pages";

/// Up to this side a picture is kept in the draft once made.
const THUMBNAIL: u32 = 480;

/// The longest side that is made, in pixels.
const LONGEST: u32 = 3200;

/// The path of a picture that is asked for, and whom to answer.
type Asked = (String, UriSchemeResponder);

/// Makes the pictures one after another, on a thread of its own. To decode a page takes tens of megabytes, and a
/// system's allocator keeps them for each thread that ever did.
pub struct Pictures(Sender<Asked>);

impl Pictures {
    /// Waits for what is asked for.
    pub fn start(app: &AppHandle) -> Pictures {
        let (ask, asked) = mpsc::channel();
        let app = app.clone();
        thread::spawn(move || {
            let mut waiting: Vec<Asked> = Vec::new();
            while let Some((path, responder)) = waiting.pop().or_else(|| asked.recv().ok()) {
                let work = || read(&path).and_then(|wanted| picture(&app.state::<Desk>(), &wanted).ok());
                // A page that a decoder stumbles over is not shown; the others are.
                responder.respond(answer(catch_unwind(AssertUnwindSafe(work)).ok().flatten()));
                // What was asked for last is on the screen, what waits may have been scrolled away.
                waiting.extend(asked.try_iter());
            }
        });
        Pictures(ask)
    }
}

/// Has a picture made.
pub fn serve(app: &AppHandle, request: &Request<Vec<u8>>, responder: UriSchemeResponder) {
    // The thread runs as long as the program.
    let _ = app.state::<Pictures>().0.send((request.uri().path().to_owned(), responder));
}

/// A page of an attachment, no larger than `side` pixels.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    attachment: String,
    page: usize,
    side: u32,
}

fn read(path: &str) -> Option<Wanted> {
    let [attachment, page, side] = path.trim_matches('/').split('/').collect::<Vec<_>>().try_into().ok()?;
    let side = side.parse::<u32>().ok()?.clamp(16, LONGEST);
    Some(Wanted { attachment: attachment.to_owned(), page: page.parse().ok()?, side })
}

fn picture(desk: &Desk, wanted: &Wanted) -> Result<Vec<u8>, Failure> {
    let (source, kept) = desk.reader(|draft| {
        let page = draft.pages(&wanted.attachment)?.into_iter().nth(wanted.page);
        let source = page.map(|page| page.source).ok_or_else(|| Failure::other("没有这一页"))?;
        let kept = draft.kept_thumbnail(&source, wanted.side)?;
        Ok((source, kept))
    })?;
    match kept {
        Some(jpeg) => Ok(jpeg),
        None if wanted.side <= THUMBNAIL => {
            desk.session(|session| Ok(session.draft.thumbnail(&source, wanted.side)?))
        }
        None => desk.reader(|draft| Ok(draft.thumbnail(&source, wanted.side)?)),
    }
}

fn answer(picture: Option<Vec<u8>>) -> Response<Vec<u8>> {
    let (status, body) = match picture {
        Some(jpeg) => (StatusCode::OK, jpeg),
        None => (StatusCode::NOT_FOUND, Vec::new()),
    };
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "image/jpeg")
        // The address names the content: it never shows anything else.
        .header(header::CACHE_CONTROL, "private, max-age=31536000, immutable");
    response.body(body).expect("the headers are constant")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_attachment_page_and_side() {
        let wanted =
            |attachment: &str, page, side| Some(Wanted { attachment: attachment.into(), page, side });
        assert_eq!(read("/a3/0/400"), wanted("a3", 0, 400));
        assert_eq!(read("a3/2/99999"), wanted("a3", 2, LONGEST));
        for wrong in ["/a3/0", "/a3/-1/400", "/a3/x/400", "/a3/0/400/5", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
