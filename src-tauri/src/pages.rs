//! The pages of attached files as pictures, for `<img>`: `pages://localhost/ATTACHMENT/PAGE/SIDE`.

use crate::desk::Desk;
use crate::failure::Failure;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{AppHandle, Manager, UriSchemeResponder};

/// The scheme, which the content security policy allows for pictures only.
pub const SCHEME: &str = "pages";

/// Up to this side a picture is kept in the draft once made.
const THUMBNAIL: u32 = 480;

/// The longest side that is made, in pixels.
const LONGEST: u32 = 3200;

/// Answers on a thread of its own, since a page may have to be decoded.
pub fn serve(app: &AppHandle, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    let app = app.clone();
    let path = request.uri().path().to_owned();
    tauri::async_runtime::spawn_blocking(move || {
        let picture = read(&path).and_then(|wanted| picture(&app.state::<Desk>(), &wanted).ok());
        responder.respond(answer(picture));
    });
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
    let source = desk.reader(|draft| {
        let page = draft.pages(&wanted.attachment)?.into_iter().nth(wanted.page);
        page.map(|page| page.source).ok_or_else(|| Failure::other("没有这一页"))
    })?;
    if wanted.side <= THUMBNAIL {
        return desk.session(|session| Ok(session.draft.thumbnail(&source, wanted.side)?));
    }
    desk.reader(|draft| Ok(draft.thumbnail(&source, wanted.side)?))
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
