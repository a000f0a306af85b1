//! The rules: what a scraper leaves in a text, how it is known, and what it is mistaken for.
//!
//! A rule is data. Its examples are its tests, its help (`unscrape rules ID`) and its line in the README at once. To add
//! one:
//!
//! 1. Copy the file of the rule that is most like it; name it after the problem, so that "allow `empty-image`" reads
//!    well.
//! 2. Write the examples and, above all, the `keeps`: texts that look like the problem and are none.
//! 3. Write `find`: it takes a [`Document`] and names what should go, or what should stand in its place. It must be
//!    linear, and done in one go: what it leaves must not hit again. A rule of the lower strata for which a block turns on
//!    others says so with [`Hits::look_beyond_blocks`].
//! 4. Name the `triggers`: a text that holds none of them is never shown to the rule.
//!    A rule on phrases has its words in `phrases/`, a file a language, and no triggers.
//! 5. Add one line to [`RULES`], beside the rules of its stratum. `cargo test` does the rest.

mod advertisement;
mod blank_lines;
mod blank_run;
mod button_list;
mod byline;
mod citation_mark;
mod consent_line;
mod copyright_line;
mod credit_line;
mod cues;
mod curly_quote;
mod date_line;
mod disclosure_line;
mod edge_line;
mod empty_image;
mod empty_link;
mod empty_syntax;
mod entry;
mod frame;
mod glued_link;
mod glued_sentence;
mod hits;
mod html_entity;
mod interface_line;
mod invalid_character;
mod invisible_character;
mod mojibake;
mod narrow;
mod navigation;
mod newsletter_line;
mod notes;
mod parentheses;
mod pattern;
pub mod phrases;
mod promo_line;
mod reading;
mod related_block;
mod repeated_title;
mod rule;
mod share_line;
mod starts;
mod tracking_image;
mod tracking_parameter;
mod trailing_blanks;
mod triggers;
mod whole_line;

pub use hits::Hits;
pub use notes::Notes;
pub use reading::Reading;
pub use rule::{Example, Level, Rule, Stratum};
pub use triggers::{Bytes, Triggered};

use crate::document::Document;
use phrases::List;
use std::rc::Rc;

/// All rules, in the order in which they run. Characters are mended before anything else looks at them; links come
/// after images, which they may hold; blanks come after what leaves blanks behind.
pub const RULES: &[&Rule] = &[
    &invalid_character::RULE,
    &mojibake::RULE,
    &html_entity::RULE,
    &invisible_character::RULE,
    &curly_quote::RULE,
    &empty_image::RULE,
    &tracking_image::RULE,
    &empty_link::RULE,
    &tracking_parameter::RULE,
    &citation_mark::RULE,
    &glued_sentence::RULE,
    &glued_link::RULE,
    &blank_run::RULE,
    &trailing_blanks::RULE,
    &blank_lines::RULE,
    &advertisement::RULE,
    &share_line::RULE,
    &newsletter_line::RULE,
    &consent_line::RULE,
    &promo_line::RULE,
    &interface_line::RULE,
    &navigation::RULE,
    &related_block::RULE,
    &edge_line::RULE,
    &byline::RULE,
    &date_line::RULE,
    &credit_line::RULE,
    &copyright_line::RULE,
    &disclosure_line::RULE,
    &repeated_title::RULE,
];

/// The rule with this id.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    position(id).map(|index| RULES[index])
}

/// Where the rule with this id stands in [`RULES`].
pub fn position(id: &str) -> Option<usize> {
    RULES.iter().position(|rule| rule.id == id)
}

/// The ids of all rules, in the order in which they run.
pub fn ids() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.id).collect()
}

/// What `rule` finds in `document`.
pub fn find<'d>(rule: &'static Rule, document: &'d Document<'d>) -> Hits<'d> {
    find_with(rule, Rc::new(Reading::of(document)), None)
}

/// The same in a document that other rules may have read, and with the user's own phrases.
pub fn find_with<'d>(rule: &'static Rule, reading: Rc<Reading<'d>>, own: Option<&'d List>) -> Hits<'d> {
    let document = reading.document();
    let mut hits = Hits::new(rule.id, reading, own);
    (rule.find)(document, &mut hits);
    hits.put_in_order();
    hits
}
