//! Files that users need not see.

use std::fs::OpenOptions;

/// Makes what these options create hidden: on Windows a dot before the name hides nothing.
pub fn hidden(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt;
        // FILE_ATTRIBUTE_HIDDEN (winnt.h). Without it an existing hidden file could not be written anew either.
        options.attributes(2);
    }
    options
}
