//! The frame of the page, and text made safe for it.

const STYLE: &str = include_str!("page.css");

/// A page being written, section by section.
pub(super) struct Html {
    text: String,
    sections: usize,
}

impl Html {
    /// Begins a page with this title.
    pub fn new(title: &str) -> Html {
        let text = format!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
            escape(title)
        );
        Html { text, sections: 0 }
    }

    /// Adds markup as it is.
    pub fn push(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Begins a numbered section (一、二、三…).
    pub fn section(&mut self, title: &str) {
        const NUMBERS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "七"];
        let number = NUMBERS[self.sections % NUMBERS.len()];
        self.sections += 1;
        self.push(&format!("<h2>{number}、{}</h2>\n", escape(title)));
    }

    /// A paragraph of text.
    pub fn paragraph(&mut self, class: &str, text: &str) {
        self.push(&format!("<p class=\"{class}\">{}</p>\n", escape(text)));
    }

    /// Ends the page with a line of small print.
    pub fn finish(mut self, small_print: &str) -> String {
        self.push(&format!("<footer>{}</footer>\n</main>\n</body>\n</html>\n", escape(small_print)));
        self.text
    }
}

/// A text as HTML shows it, in elements and in quoted attributes alike.
pub(super) fn escape(text: &str) -> String {
    // XML's name for the apostrophe came to HTML late.
    quick_xml::escape::escape(text).replace("&apos;", "&#39;")
}

/// A link to a web address or mail address; plain text where the address is neither.
pub(super) fn link(address: &str) -> String {
    let web = address.starts_with("https://") || address.starts_with("http://");
    let mail = !web && address.contains('@') && address.chars().all(|c| c.is_ascii_graphic());
    let scheme = if mail { "mailto:" } else { "" };
    match web || mail {
        true => format!("<a href=\"{scheme}{0}\">{0}</a>", escape(address)),
        false => escape(address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_is_shown_not_obeyed() {
        assert_eq!(escape("<b a='1' c=\"2\">&"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;");
    }

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        assert_eq!(link("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(link("a@b.cn"), "<a href=\"mailto:a@b.cn\">a@b.cn</a>");
        assert_eq!(link("https://x/?a&b"), "<a href=\"https://x/?a&amp;b\">https://x/?a&amp;b</a>");
    }
}
