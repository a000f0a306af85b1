//! Cleaning: it comes to rest, it can be explained and undone, and it leaves words.

use super::edits::{can_be_shown, fit, in_text, lead_there_and_back};
use super::input::Asked;
use unscrape::duplicates::Detail;
use unscrape::edit::Edit;
use unscrape::rules::{RULES, Stratum};
use unscrape::{Cleaned, Notice, Options, Policy, clean_about};

/// What holds for every text and every choice of options.
pub fn clean(input: &[u8]) {
    let (asked, text) = Asked::of(input);
    let text = &*String::from_utf8_lossy(text);
    let about = asked.about(text);
    let options = &asked.options;

    let cleaned = clean_about(text, &about, options);
    fit(&cleaned.edits, text);
    lead_there_and_back(&cleaned.edits, text, &cleaned.text);
    can_be_shown(&cleaned.edits, text);
    only_what_was_asked(&cleaned, options);
    cleaned.notices.iter().for_each(|notice| names_places(notice, text));

    let again = clean_about(&cleaned.text, &about, options);
    assert_eq!(again.text, cleaned.text, "cleaning again changes something");
    assert!(again.edits.is_empty(), "edits that change nothing");

    let settled = clean_about(text, &about, &without_removals(options));
    assert_eq!(has_words(&settled.text), has_words(&cleaned.text), "no word is left");
}

/// Rules that are switched off do not speak.
fn only_what_was_asked(cleaned: &Cleaned, options: &Options) {
    for reason in cleaned.edits.iter().flat_map(Edit::reasons) {
        let is_rule = RULES.iter().any(|rule| rule.id == reason.rule);
        let is_asked = if is_rule {
            options.rules.contains(&reason.rule)
        } else {
            matches!(options.duplicates, Policy::Safe | Policy::All)
        };
        assert!(is_asked, "{} was not asked", reason.rule);
    }
}

fn names_places(notice: &Notice, text: &str) {
    assert!(!notice.to_string().is_empty());
    if let Notice::Alike { first, second, detail, .. } = notice {
        in_text(*first, text);
        in_text(*second, text);
        if let Detail::Share(passages) = detail {
            assert!(!passages.is_empty());
            for (one, two) in passages {
                in_text(*one, text);
                in_text(*two, text);
            }
        }
    }
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// The same options without what takes words away.
fn without_removals(options: &Options) -> Options {
    let phrases = RULES.iter().filter(|rule| rule.stratum >= Stratum::Phrases);
    let rules = phrases.fold(options.rules.clone(), |set, rule| set.with(rule.id, false));
    Options { rules, duplicates: Policy::Off, ..options.clone() }
}
