//! What the system says when it refuses, in the user's words.

mod muted;

pub use muted::Muted;

use std::io;
use zip::result::ZipError;

/// Why the system refused. Never English: what is not known is told by its number.
pub fn reason(error: &io::Error) -> String {
    use io::ErrorKind::*;
    let words = error.get_ref().map(|own| own.to_string());
    let number = error.raw_os_error().or_else(|| number_in(words.as_deref()?));
    if let Some(known) = number.and_then(by_number) {
        return known.to_owned();
    }
    let known = match error.kind() {
        NotFound => "文件或文件夹已不存在",
        PermissionDenied => "没有写入权限，或文件正被其他程序打开",
        StorageFull | QuotaExceeded => "磁盘空间不足",
        FileTooLarge => "文件超过磁盘格式允许的大小",
        ReadOnlyFilesystem => "磁盘是只读的",
        AlreadyExists => "同名文件已存在",
        IsADirectory => "同名的文件夹已存在",
        NotADirectory => "路径中有一段不是文件夹",
        InvalidFilename => "文件名太长、含有磁盘不接受的字符，或是系统保留的名称",
        ResourceBusy | ExecutableFileBusy => "文件正被其他程序使用",
        TimedOut | StaleNetworkFileHandle | NetworkUnreachable | HostUnreachable | NetworkDown => {
            "网络连接中断"
        }
        UnexpectedEof => "文件不完整",
        WriteZero => "没有全部写入，磁盘可能已满",
        InvalidData => "文件内容有误",
        OutOfMemory => "内存不足",
        // Errors of our own have words of their own.
        _ => return number.map(|number| format!("系统错误 {number}")).or(words).unwrap_or("读写出错".into()),
    };
    known.to_owned()
}

/// Why a file that was asked for could not be read, and what to do.
pub fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "找不到文件，请检查路径".into(),
        _ => format!("读不出来（{}），请检查路径和权限", reason(error)),
    }
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

/// What only the number says, or says more exactly than its kind.
fn by_number(number: i32) -> Option<&'static str> {
    let known = [
        (SYSTEM.device, "磁盘读写出错，或磁盘已被拔出"),
        (SYSTEM.network, "网络连接中断"),
        (SYSTEM.busy, "文件正被其他程序使用"),
        (SYSTEM.too_long, "路径太长，请移到层级较少的文件夹，或换一个较短的名称"),
        (SYSTEM.in_the_cloud, "文件还在云端，没有下载到本机，请先下载它，或联网后再试"),
    ];
    known.iter().find(|(numbers, _)| numbers.contains(&number)).map(|(_, words)| *words)
}

/// The system's number in an error's own words: `tempfile` wraps it in a text and gives it out no other way.
fn number_in(words: &str) -> Option<i32> {
    let (_, rest) = words.rsplit_once("(os error ")?;
    rest.split_once(')')?.0.parse().ok()
}

/// The numbers of a system by what they mean to the user.
struct Numbers {
    device: &'static [i32],
    network: &'static [i32],
    busy: &'static [i32],
    too_long: &'static [i32],
    in_the_cloud: &'static [i32],
}

const SYSTEM: Numbers = if cfg!(windows) { WINDOWS } else { LINUX };

/// From errno.h: EIO, ENXIO, ENODEV; ENOTCONN, ECONNRESET, ESHUTDOWN; EAGAIN, of a lock that another holds;
/// ENAMETOOLONG.
const LINUX: Numbers = Numbers {
    device: &[5, 6, 19],
    network: &[104, 107, 108],
    busy: &[11],
    too_long: &[36],
    in_the_cloud: &[],
};

/// From winerror.h: ERROR_NOT_READY, _CRC, _SEEK, _SECTOR_NOT_FOUND, _WRITE_FAULT, _READ_FAULT, _GEN_FAILURE,
/// _DEV_NOT_EXIST, _NO_SUCH_DEVICE, _IO_DEVICE, _DEVICE_NOT_CONNECTED; ERROR_BAD_NETPATH, _UNEXP_NET_ERR,
/// _NETNAME_DELETED, _BAD_NET_NAME, _SEM_TIMEOUT, _NETWORK_UNREACHABLE; ERROR_SHARING_VIOLATION, _LOCK_VIOLATION,
/// _USER_MAPPED_FILE; ERROR_FILENAME_EXCED_RANGE; ERROR_CLOUD_FILE_…, which OneDrive and its like answer with for a
/// file of which only the name is here.
const WINDOWS: Numbers = Numbers {
    device: &[21, 23, 25, 27, 29, 30, 31, 55, 433, 1117, 1167],
    network: &[53, 59, 64, 67, 121, 1231],
    busy: &[32, 33, 1224],
    too_long: &[206],
    in_the_cloud: &[
        358, 359, 360, 361, 362, 363, 364, 365, 366, 367, 374, 375, 376, 377, 378, 379, 380, 381, 382, 383,
        384, 385, 386, 387, 388, 389, 390, 391, 392, 393, 394, 395, 396, 397, 398, 399, 400, 401, 402, 403,
        404, 426, 434, 475,
    ],
};

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

    #[test]
    fn each_number_of_a_system_means_one_thing() {
        for system in [LINUX, WINDOWS] {
            let Numbers { device, network, busy, too_long, in_the_cloud } = system;
            let all = [device, network, busy, too_long, in_the_cloud].concat();
            let once: std::collections::BTreeSet<&i32> = all.iter().collect();
            assert_eq!(once.len(), all.len());
        }
        assert!(WINDOWS.in_the_cloud.contains(&362) && WINDOWS.too_long.contains(&206));
    }

    #[cfg(windows)]
    #[test]
    fn what_windows_says_is_told_by_its_number() {
        check(io::Error::from_raw_os_error(362), "文件还在云端，没有下载到本机，请先下载它，或联网后再试");
        check(io::Error::from_raw_os_error(32), "文件正被其他程序使用");
        check(io::Error::from_raw_os_error(206), "路径太长，请移到层级较少的文件夹，或换一个较短的名称");
        check(io::Error::from_raw_os_error(53), "网络连接中断");
    }

    #[cfg(unix)]
    #[test]
    fn a_device_that_fails_or_went_away_is_named() {
        check(io::Error::from_raw_os_error(5), "磁盘读写出错，或磁盘已被拔出");
        check(io::Error::from_raw_os_error(28), "磁盘空间不足");
        check(io::Error::from_raw_os_error(11), "文件正被其他程序使用");
    }
}
