//! A short name for a paragraph.

use sha2::{Digest, Sha256};

/// The first 128 bits of the SHA-256 of a canonical form. Text from the web is written by strangers: nobody can make two
/// paragraphs with the same name on purpose, and by accident it takes 10^19 of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; 16]);

/// The form that is hashed, and its version: a change of the canonical form changes every name.
const DOMAIN: &[u8] = b"unscrape/para/1\0";

impl Fingerprint {
    /// The name of a text in canonical form.
    pub fn of(canonical: &str) -> Self {
        let digest = Sha256::new().chain_update(DOMAIN).chain_update(canonical).finalize();
        let mut short = [0; 16];
        short.copy_from_slice(&digest[..16]);
        Self(short)
    }
}
