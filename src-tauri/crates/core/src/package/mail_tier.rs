//! How large a package goes by mail how.

use serde::Serialize;

/// How the zip goes by mail, by its size. Base64 and headers make it 1.37 times as large on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum MailTier {
    /// To 18 MB: attached to the mail draft; ×1.37 fits the common limit of 25 MB.
    Attached,
    /// To 36 MB: the user attaches it in 163 or QQ mail, ×1.37 fits their limit of 50 MB.
    Ordinary,
    /// Over that: 超大附件 or 云附件, and the online form.
    Cloud,
}

impl MailTier {
    /// The tier of a zip of so many bytes. A MB is 10⁶ bytes, the stricter reading.
    pub fn for_size(bytes: u64) -> MailTier {
        match bytes {
            0..=18_000_000 => MailTier::Attached,
            18_000_001..=36_000_000 => MailTier::Ordinary,
            _ => MailTier::Cloud,
        }
    }

    /// What the user does to send a zip of this tier.
    pub fn advice(self) -> &'static str {
        match self {
            MailTier::Attached => {
                "压缩包不超过18 MB，已附在邮件草稿里，核对后可直接发送，一般邮箱（单封上限25 MB）都能收发。"
            }
            MailTier::Ordinary => {
                "压缩包超过18 MB，没有附在邮件草稿里。请用163或QQ邮箱写信，以普通附件添加（单封上限约50 MB，经编码后放得下）；单位邮箱如提示超限，请改用163或QQ邮箱。"
            }
            MailTier::Cloud => {
                "压缩包超过36 MB，普通附件放不下，没有附在邮件草稿里。请用163邮箱的“云附件”或QQ邮箱的“超大附件”添加，有效期选最长，并在线上传同一个压缩包；发送后过几天再打开一次，确认对方能下载。"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_the_zip_decides() {
        let check = |bytes, expected| assert_eq!(MailTier::for_size(bytes), expected, "{bytes}");
        check(0, MailTier::Attached);
        check(18_000_000, MailTier::Attached);
        check(18_000_001, MailTier::Ordinary);
        check(36_000_000, MailTier::Ordinary);
        check(36_000_001, MailTier::Cloud);
        check(u64::MAX, MailTier::Cloud);
    }
}
