//! What differs between systems in keeping files: owners, permissions, what a sync reaches.
//!
//! On Windows a folder cannot be synced, and the standard library's rename is not written through. So a new file is
//! opened to be written through and its buffers are flushed, and after the rename it is opened again in its place and
//! flushed once more: NTFS then writes its journal up to that file's last change, which is the rename.

use super::files::{Access, FolderId};
use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

#[cfg(unix)]
pub(super) use unix::*;
#[cfg(windows)]
pub(super) use windows::*;

#[cfg(unix)]
mod unix {
    use super::{Access, File, FolderId, Metadata, OpenOptions, Path, io};
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};

    #[expect(clippy::unnecessary_wraps, reason = "other systems have no such numbers")]
    pub(in super::super) fn access(data: &Metadata) -> Option<Access> {
        Some(Access { mode: data.mode() & 0o777, owner: data.uid(), group: data.gid() })
    }

    pub(in super::super) fn set_owner(file: &File, owner: Option<u32>, group: Option<u32>) -> io::Result<()> {
        fchown(file, owner, group)
    }

    pub(in super::super) fn set_mode(file: &File, mode: u32) -> io::Result<()> {
        file.set_permissions(PermissionsExt::from_mode(mode))
    }

    #[expect(clippy::unnecessary_wraps, reason = "other systems may not say")]
    pub(in super::super) fn identify(data: &Metadata) -> io::Result<FolderId> {
        Ok(FolderId { device: data.dev(), number: data.ino() })
    }

    /// New files are 0600, whatever the mask.
    pub(in super::super) fn for_this_account(options: &mut OpenOptions) -> &mut OpenOptions {
        options.mode(0o600)
    }

    pub(in super::super) fn written_through(options: &mut OpenOptions) -> &mut OpenOptions {
        options
    }

    /// Apple's full sync is refused by most shares; the ordinary one is then what there is.
    pub(in super::super) fn sync(file: &File) -> io::Result<()> {
        match file.sync_all() {
            #[cfg(target_vendor = "apple")]
            Err(error) if super::super::files::is_refusal(&error) => Ok(rustix::fs::fsync(file)?),
            result => result,
        }
    }

    pub(in super::super) fn sync_folder(folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    pub(in super::super) fn sync_name(file: &Path) -> io::Result<()> {
        sync_folder(super::super::files::folder_of(file))
    }

    /// Another program is executing or holding it.
    pub(in super::super) fn will_pass(error: &io::Error) -> bool {
        matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy)
    }

    #[cfg(not(target_os = "linux"))]
    pub(in super::super) use super::no_lists::*;
    #[cfg(target_os = "linux")]
    pub(in super::super) use linux::*;

    /// The access lists of POSIX and NFS, which Linux shows as attributes.
    #[cfg(target_os = "linux")]
    mod linux {
        use super::{File, Path, io};
        use rustix::fs::{XattrFlags, fgetxattr, fremovexattr, fsetxattr, getxattr};
        use rustix::io::Errno;

        const NAME: &str = "system.posix_acl_access";

        /// More entries than this has no list that a person made, in bytes.
        const LONGEST: usize = 4096;

        pub(in super::super::super) fn access_list(path: &Path) -> io::Result<Option<Vec<u8>>> {
            read(|buffer| getxattr(path, NAME, buffer))
        }

        pub(in super::super::super) fn access_list_of(file: &File) -> io::Result<Option<Vec<u8>>> {
            read(|buffer| fgetxattr(file, NAME, buffer))
        }

        fn read(get: impl FnOnce(&mut [u8]) -> rustix::io::Result<usize>) -> io::Result<Option<Vec<u8>>> {
            let mut buffer = vec![0; LONGEST];
            match get(&mut buffer) {
                Ok(length) => {
                    buffer.truncate(length);
                    Ok(Some(buffer))
                }
                // No list, or a place that knows none.
                Err(Errno::NODATA | Errno::NOTSUP | Errno::NOSYS) => Ok(None),
                Err(error) => Err(error.into()),
            }
        }

        pub(in super::super::super) fn set_access_list(file: &File, list: Option<&[u8]>) -> io::Result<()> {
            let set = match list {
                Some(list) => fsetxattr(file, NAME, list, XattrFlags::empty()),
                None => fremovexattr(file, NAME),
            };
            Ok(set?)
        }
    }
}

#[cfg(windows)]
mod windows {
    use super::{Access, File, FolderId, Metadata, OpenOptions, Path, io};
    use std::os::windows::fs::OpenOptionsExt;

    pub(in super::super) use super::no_lists::*;

    /// `FILE_FLAG_WRITE_THROUGH`.
    const WRITE_THROUGH: u32 = 0x8000_0000;

    /// A file gets the access list of its folder.
    pub(in super::super) fn access(_: &Metadata) -> Option<Access> {
        None
    }

    pub(in super::super) fn set_owner(_: &File, _: Option<u32>, _: Option<u32>) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(in super::super) fn set_mode(_: &File, _: u32) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// The standard library gives no number of a volume or a folder, and the moment at which a folder was made is
    /// derived from its last change on many shares. A drive that is gone takes its letter with it, so its path tells.
    #[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
    pub(in super::super) fn identify(_: &Metadata) -> io::Result<FolderId> {
        Ok(FolderId { device: 0, number: 0 })
    }

    /// A folder of this account gives its files to nobody else.
    pub(in super::super) fn for_this_account(options: &mut OpenOptions) -> &mut OpenOptions {
        options
    }

    pub(in super::super) fn written_through(options: &mut OpenOptions) -> &mut OpenOptions {
        options.custom_flags(WRITE_THROUGH)
    }

    pub(in super::super) fn sync(file: &File) -> io::Result<()> {
        file.sync_all()
    }

    #[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
    pub(in super::super) fn sync_folder(_: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Only the opening is tried again: a sync that failed must not be.
    pub(in super::super) fn sync_name(file: &Path) -> io::Result<()> {
        let open = || written_through(OpenOptions::new().write(true)).open(file);
        let mut opened = open();
        for wait in super::super::files::WAITS {
            if !opened.as_ref().is_err_and(will_pass) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(wait));
            opened = open();
        }
        opened?.sync_all()
    }

    /// `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION`, `ERROR_LOCK_VIOLATION`: a virus scanner or a cloud drive.
    pub(in super::super) fn will_pass(error: &io::Error) -> bool {
        matches!(error.raw_os_error(), Some(5 | 32 | 33))
    }
}

/// Systems whose access lists the standard library does not reach.
#[cfg(not(target_os = "linux"))]
mod no_lists {
    use super::{File, Path, io};

    #[expect(clippy::unnecessary_wraps, reason = "the same shape as on Linux")]
    pub(in super::super) fn access_list(_: &Path) -> io::Result<Option<Vec<u8>>> {
        Ok(None)
    }

    #[expect(clippy::unnecessary_wraps, reason = "the same shape as on Linux")]
    pub(in super::super) fn access_list_of(_: &File) -> io::Result<Option<Vec<u8>>> {
        Ok(None)
    }

    pub(in super::super) fn set_access_list(_: &File, _: Option<&[u8]>) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
