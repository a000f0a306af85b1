//! Text from strangers, made safe for a terminal.

use std::borrow::Cow;
use std::fmt::Write;
use std::path::Path;

/// `text` with every character that a terminal would obey, or not show at all, spelled out.
///
/// Control characters but the tab become `\x1b`. What has no shape or turns the direction of writing becomes
/// `\u{202e}`; the two joiners stay, for letters and emoji need them. The line feed counts as a control character: pass
/// lines without it. The result is for eyes: a text that holds `\x1b` spelled out already comes out the same.
///
/// ```
/// use unscrape::output::visible;
///
/// assert_eq!(visible("\u{1b}[2Jgone\u{200b}"), r"\x1b[2Jgone\u{200b}");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        let code = u32::from(c);
        // writing to a String does not fail
        let _ = match c {
            c if !is_hidden(c) => shown.write_char(c),
            c if c.is_control() => write!(shown, "\\x{code:02x}"),
            _ => write!(shown, "\\u{{{code:x}}}"),
        };
    }
    Cow::Owned(shown)
}

/// A path as messages show it.
pub fn visible_path(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// JSON with the same characters as escapes, in its strings, where alone they can be: `\u001b` means what it stands for.
pub(crate) fn spell_out(json: String) -> String {
    if !json.contains(is_hidden) {
        return json;
    }
    let mut spelled = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // writing to a String does not fail
                let _ = write!(spelled, "\\u{unit:04x}");
            }
        } else {
            spelled.push(c);
        }
    }
    spelled
}

fn is_hidden(c: char) -> bool {
    let has_no_shape = matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{180e}');
    let turns_direction =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2065}'..='\u{206f}');
    let ends_line_or_annotates = matches!(c, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}');
    let is_tag = matches!(c, '\u{e0000}'..='\u{e007f}');
    let is_control = c.is_control() && c != '\t';
    is_control || has_no_shape || turns_direction || ends_line_or_annotates || is_tag
}

#[cfg(test)]
mod tests {
    use super::spell_out;

    #[test]
    fn json_means_what_it_meant() {
        let text = "a\u{1b}[2J\u{9b}\u{202e}\u{e0041}\u{feff}é\t\n";
        let json = spell_out(serde_json::to_string(text).unwrap());
        assert_eq!(json, r#""a\u001b[2J\u009b\u202e\udb40\udc41\ufeffé\t\n""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
