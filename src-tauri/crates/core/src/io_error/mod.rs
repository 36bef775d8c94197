//! What the system says when it refuses, in the user's words.

mod muted;

pub use muted::Muted;

use std::io;
use zip::result::ZipError;

/// Why the system refused. Never English: what is not known is told by its number.
pub fn reason(error: &io::Error) -> String {
    use io::ErrorKind::*;
    let known = match error.kind() {
        NotFound => "文件或文件夹已不存在",
        PermissionDenied => "没有写入权限，或文件正被其他程序打开",
        StorageFull | QuotaExceeded => "磁盘空间不足",
        FileTooLarge => "文件超过磁盘格式允许的大小",
        ReadOnlyFilesystem => "磁盘是只读的",
        AlreadyExists => "同名文件已存在",
        IsADirectory => "同名的文件夹已存在",
        NotADirectory => "路径中有一段不是文件夹",
        InvalidFilename => "文件名太长或含有磁盘不接受的字符",
        ResourceBusy | ExecutableFileBusy => "文件正被其他程序使用",
        TimedOut | StaleNetworkFileHandle | NetworkUnreachable | HostUnreachable | NetworkDown => {
            "网络连接中断"
        }
        UnexpectedEof => "文件不完整",
        WriteZero => "没有全部写入，磁盘可能已满",
        InvalidData => "文件内容有误",
        OutOfMemory => "内存不足",
        _ => return by_number(error),
    };
    known.to_owned()
}

/// Why a zip could not be read or written.
pub fn zip_reason(error: &ZipError) -> String {
    match error {
        ZipError::Io(error) => reason(error),
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            "用了不支持的压缩方式或加密".into()
        }
        _ => "压缩包的结构有误".into(),
    }
}

fn by_number(error: &io::Error) -> String {
    let words = error.get_ref().map(|own| own.to_string());
    let number = error.raw_os_error().or_else(|| number_in(words.as_deref()?));
    match (number, words) {
        (Some(number), _) if DEVICE.contains(&number) => "磁盘读写出错，或磁盘已被拔出".into(),
        (Some(number), _) if NETWORK.contains(&number) => "网络连接中断".into(),
        (Some(number), _) if BUSY.contains(&number) => "文件正被其他程序使用".into(),
        (Some(number), _) => format!("系统错误 {number}"),
        // Errors of our own have words of their own.
        (None, Some(own)) => own,
        (None, None) => "读写出错".into(),
    }
}

/// The system's number in an error's own words: `tempfile` wraps it in a text and gives it out no other way.
fn number_in(words: &str) -> Option<i32> {
    let (_, rest) = words.rsplit_once("(os error ")?;
    rest.split_once(')')?.0.parse().ok()
}

/// EIO, ENXIO, ENODEV (errno.h).
#[cfg(not(windows))]
const DEVICE: &[i32] = &[5, 6, 19];
/// ENOTCONN, ECONNRESET, ESHUTDOWN of Linux.
#[cfg(not(windows))]
const NETWORK: &[i32] = &[104, 107, 108];
/// EAGAIN, of a lock that another holds.
#[cfg(not(windows))]
const BUSY: &[i32] = &[11];

/// ERROR_NOT_READY, _CRC, _SEEK, _SECTOR_NOT_FOUND, _WRITE_FAULT, _READ_FAULT, _GEN_FAILURE, _DEV_NOT_EXIST,
/// _NO_SUCH_DEVICE, _IO_DEVICE, _DEVICE_NOT_CONNECTED (winerror.h).
#[cfg(windows)]
const DEVICE: &[i32] = &[21, 23, 25, 27, 29, 30, 31, 55, 433, 1117, 1167];
/// ERROR_BAD_NETPATH, _UNEXP_NET_ERR, _NETNAME_DELETED, _BAD_NET_NAME, _SEM_TIMEOUT, _NETWORK_UNREACHABLE (winerror.h).
#[cfg(windows)]
const NETWORK: &[i32] = &[53, 59, 64, 67, 121, 1231];
/// ERROR_SHARING_VIOLATION, _LOCK_VIOLATION, _USER_MAPPED_FILE (winerror.h).
#[cfg(windows)]
const BUSY: &[i32] = &[32, 33, 1224];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(error: io::Error, expected: &str) {
        assert_eq!(reason(&error), expected);
    }

    #[test]
    fn what_the_system_says_is_told_in_chinese() {
        check(io::ErrorKind::StorageFull.into(), "磁盘空间不足");
        check(io::Error::from_raw_os_error(99_999), "系统错误 99999");
        check(io::Error::other("是文件夹"), "是文件夹");
        check(io::ErrorKind::Unsupported.into(), "读写出错");
    }

    #[test]
    fn what_is_wrapped_is_told_too() {
        check(io::Error::other("Failure (os error 99999) at path \"x\""), "系统错误 99999");
    }

    #[cfg(unix)]
    #[test]
    fn a_device_that_fails_or_went_away_is_named() {
        check(io::Error::from_raw_os_error(5), "磁盘读写出错，或磁盘已被拔出");
        check(io::Error::from_raw_os_error(28), "磁盘空间不足");
        check(io::Error::from_raw_os_error(11), "文件正被其他程序使用");
    }
}
