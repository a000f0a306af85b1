//! Bytes become the lines and columns that an editor shows.

use proptest::prelude::*;
use unscrape::output::{Lines, Position, visible};

fn place(text: &str, byte: usize) -> String {
    Lines::new(text).position(byte).to_string()
}

#[test]
fn lines_and_columns_count_from_one() {
    assert_eq!(place("ab\ncd", 0), "1:1");
    assert_eq!(place("ab\ncd", 1), "1:2");
    assert_eq!(place("ab\ncd", 3), "2:1");
}

#[test]
fn a_line_end_is_the_last_character_of_its_line() {
    assert_eq!(place("ab\ncd", 2), "1:3");
    assert_eq!(place("ab\r\ncd", 3), "1:4");
    assert_eq!(place("ab\r\ncd", 4), "2:1");
}

#[test]
fn columns_are_characters_not_bytes() {
    assert_eq!(place("zwölf €uro", 10), "1:8");
    assert_eq!(place("\tx", 1), "1:2");
}

#[test]
fn a_byte_inside_a_character_stands_where_the_character_does() {
    assert_eq!(place("a€b", 1), "1:2");
    assert_eq!(place("a€b", 2), "1:2");
    assert_eq!(place("a€b", 3), "1:2");
    assert_eq!(place("a€b", 4), "1:3");
}

#[test]
fn the_end_has_a_position_and_nothing_is_beyond_it() {
    assert_eq!(place("", 0), "1:1");
    assert_eq!(place("ab", 2), "1:3");
    assert_eq!(place("ab\n", 3), "2:1");
    assert_eq!(place("ab\n", 99), "2:1");
}

#[test]
fn a_long_line_is_not_counted_from_its_start_each_time() {
    // 50,000 places in 1 MB: this would take minutes
    let text = "a &amp; b \u{2014} ".repeat(70_000);
    let lines = Lines::new(&text);
    let unit = text.len() / 70_000;
    for count in 0..50_000 {
        assert_eq!(lines.position(count * unit).column, count * 12 + 1);
    }
}

proptest! {
    #[test]
    fn a_position_is_what_counting_gives(
        piece in "[a€\r\n]{0,40}", times in 0..100usize, at: prop::sample::Index,
    ) {
        let text = piece.repeat(times);
        let byte = (0..=at.index(text.len() + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let before = &text[..byte];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        prop_assert_eq!(Lines::new(&text).position(byte), Position { line, column });
    }

    #[test]
    fn nothing_visible_can_be_obeyed_by_a_terminal(text in any::<String>()) {
        let shown = visible(&text);
        prop_assert!(shown.chars().all(|c| c == '\t' || !c.is_control()), "{:?}", shown);
        prop_assert_eq!(visible(&shown), shown.as_ref());
    }
}

#[test]
fn what_a_terminal_obeys_is_spelled_out() {
    assert_eq!(visible("a\x1b]0;title\x07b\r\n"), r"a\x1b]0;title\x07b\x0d\x0a");
    assert_eq!(visible("\u{9b}2J\u{85}\x7f"), r"\x9b2J\x85\x7f");
}

#[test]
fn what_has_no_shape_or_turns_the_direction_is_spelled_out() {
    assert_eq!(visible("a\u{200b}b\u{ad}c\u{feff}"), r"a\u{200b}b\u{ad}c\u{feff}");
    assert_eq!(visible("\u{202e}gpj.exe"), r"\u{202e}gpj.exe");
}

#[test]
fn what_people_write_stays() {
    for text in ["tab\there", "zwölf \u{a0}€", "नमस्ते क्\u{200d}ष", "👩\u{200d}🚀", r"C:\x1b"]
    {
        assert_eq!(visible(text), text);
    }
}
