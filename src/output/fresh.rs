//! A new file that is seen by nobody until it is whole.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// How the name of a new file begins and ends while it has one of its own.
const PREFIX: &str = ".unscrape-";
const SUFFIX: &str = ".tmp";

/// A new file in a folder.
///
/// Where the system can do it the file has no name while it is written (Linux: `O_TMPFILE`), so that a process that is
/// killed leaves nothing behind; elsewhere it has a hidden one. It is locked as long as it is open, which tells
/// [`sweep`] that somebody is at work on it.
#[derive(Debug)]
pub(super) enum Fresh {
    Unnamed(File),
    Named(NamedTempFile),
}

impl Fresh {
    /// Makes a new file in `folder`. `is_new`: it will not take the place of an old one, so it has the mode of any new
    /// file at once; the default is for secrets.
    pub(super) fn new(folder: &Path, is_new: bool) -> io::Result<Self> {
        match unnamed(folder, if is_new { 0o666 } else { 0o600 }) {
            Some(file) => Ok(Self::Unnamed(file?)),
            None => named(folder, is_new).map(Self::Named),
        }
    }

    pub(super) fn as_file(&self) -> &File {
        match self {
            Self::Unnamed(file) => file,
            Self::Named(file) => file.as_file(),
        }
    }

    /// Gives it the name `path`, which is in its folder. What has that name now loses it.
    pub(super) fn persist(self, path: &Path) -> io::Result<()> {
        match self {
            // a name cannot be taken over without one of its own, if only for a moment
            Self::Unnamed(file) => {
                let folder = path.parent().unwrap_or(Path::new("."));
                let hidden = builder().make_in(folder, |hidden| link(&file, hidden))?;
                hidden.persist(path).map(drop).map_err(|error| error.error)
            }
            Self::Named(file) => file.persist(path).map(drop).map_err(|error| error.error),
        }
    }
}

impl Write for Fresh {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.as_file().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.as_file().flush()
    }
}

fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    builder
}

/// A file with a hidden name.
fn named(folder: &Path, is_new: bool) -> io::Result<NamedTempFile> {
    let mut builder = builder();
    #[cfg(unix)]
    if is_new {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    loop {
        let file = builder.tempfile_in(folder)?;
        // not every file system has locks; where there are none nothing is swept either
        let _ = file.as_file().try_lock();
        // swept away before it was locked?
        if file.path().exists() {
            return Ok(file);
        }
    }
}

/// A file without a name. `None`: the system, or the file system of the folder, has no such thing.
#[cfg(target_os = "linux")]
fn unnamed(folder: &Path, mode: u32) -> Option<io::Result<File>> {
    use rustix::fs::OFlags;
    use rustix::io::Errno;
    use std::os::unix::fs::OpenOptionsExt;
    // the name is given by way of this folder
    if !Path::new("/proc/self/fd").is_dir() {
        return None;
    }
    let flags = i32::try_from(OFlags::TMPFILE.bits()).ok()?;
    let opened = fs::OpenOptions::new().read(true).write(true).mode(mode).custom_flags(flags).open(folder);
    let is = |error: &io::Error, errno: Errno| error.raw_os_error() == Some(errno.raw_os_error());
    match opened {
        Err(error) if [Errno::OPNOTSUPP, Errno::ISDIR, Errno::INVAL].iter().any(|no| is(&error, *no)) => None,
        Ok(file) => {
            let _ = file.try_lock();
            Some(Ok(file))
        }
        Err(error) => Some(Err(error)),
    }
}

#[cfg(not(target_os = "linux"))]
fn unnamed(_: &Path, _: u32) -> Option<io::Result<File>> {
    None
}

/// Gives a file without a name its first one.
#[cfg(target_os = "linux")]
fn link(file: &File, path: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    use std::os::fd::AsRawFd;
    let open = format!("/proc/self/fd/{}", file.as_raw_fd());
    Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

#[cfg(not(target_os = "linux"))]
fn link(_: &File, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Removes from `folder` the new files of processes that were killed before they were done with them. What another
/// process is at work on stays, and so does everything else.
pub fn sweep(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| is_hidden_name(&entry.file_name().to_string_lossy())) {
        // a pipe of that name must not keep us waiting
        if !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        if File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            // it may be gone by now, or not be ours to remove
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a new file may have this name: six letters or digits between the marks.
fn is_hidden_name(name: &str) -> bool {
    let random = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    random.is_some_and(|random| random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
