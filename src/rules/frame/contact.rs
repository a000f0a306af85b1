//! Where an author can be reached: an address alone on a line.

/// The hosts of profiles.
const HOSTS: [&str; 9] = [
    "twitter.com",
    "x.com",
    "facebook.com",
    "instagram.com",
    "linkedin.com",
    "youtube.com",
    "tiktok.com",
    "t.me",
    "vk.com",
];

/// Whether a line is an address of mail, the name of a profile, or the address of one.
pub(super) fn is_contact(line: &str) -> bool {
    if line.contains(char::is_whitespace) {
        return false;
    }
    is_mail(line) || is_profile(line)
}

fn is_mail(line: &str) -> bool {
    let line = line.strip_prefix("mailto:").unwrap_or(line);
    line.split_once('@').is_some_and(|(name, host)| {
        let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_' | '+');
        !name.is_empty() && name.chars().all(is_name) && host.contains('.') && host.chars().all(is_name)
    })
}

fn is_profile(line: &str) -> bool {
    let is_word =
        |word: &str| word.len() > 1 && word.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
    if let Some(name) = line.strip_prefix('@') {
        return is_word(name);
    }
    let line = line.strip_prefix("https://").or(line.strip_prefix("http://")).unwrap_or(line);
    let line = line.strip_prefix("www.").unwrap_or(line);
    line.split_once('/').is_some_and(|(host, path)| HOSTS.contains(&host) && !path.is_empty())
}
