//! The files, by language.

macro_rules! languages {
    ($($code:literal),*) => { [$(($code, include_str!(concat!($code, ".txt")))),*] };
}

/// Each with its code.
pub(super) const LANGUAGES: [(&str, &str); 20] = languages![
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "pl", "cs", "uk", "ru", "tr", "ar", "hi",
    "zh", "ja", "ko"
];
