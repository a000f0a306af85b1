//! The laws of edits: they compose, they invert, and the reasons of what touches are kept.

use proptest::prelude::*;
use unscrape::edit::{Copy, Draft, Edit, Edits, Evidence, Reason, Similarity, Span, Verdict};

fn why(rule: &'static str) -> Reason {
    Reason::new(rule, Evidence::Structure)
}

/// Edits of `text` at random places, on character boundaries, overlapping as they like.
fn edits_of(text: &str, rule: &'static str, seeds: &[(usize, usize, String)]) -> Edits {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    Edits::new(seeds.iter().map(|(from, length, insert)| {
        let from = from % places.len();
        let to = (from + length).min(places.len() - 1);
        Edit::replace(Span::new(places[from], places[to]), insert.clone(), why(rule))
    }))
}

fn seeds() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    proptest::collection::vec((0..40usize, 0..6usize, "[xyé]{0,3}"), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn composing_is_applying_one_after_the_other(text in "[a-dü]{0,30}", a in seeds(), b in seeds()) {
        let a = edits_of(&text, "a", &a);
        let middle = a.apply(&text);
        let b = edits_of(&middle, "b", &b);
        prop_assert_eq!(a.clone().then(b.clone()).apply(&text), b.apply(&middle));
    }

    #[test]
    fn composing_is_associative_in_what_it_makes(text in "[a-d]{0,20}", a in seeds(), b in seeds(), c in seeds()) {
        let a = edits_of(&text, "a", &a);
        let second = a.apply(&text);
        let b = edits_of(&second, "b", &b);
        let third = b.apply(&second);
        let c = edits_of(&third, "c", &c);
        let left = a.clone().then(b.clone()).then(c.clone());
        let right = a.then(b.then(c));
        prop_assert_eq!(left.apply(&text), right.apply(&text));
    }

    #[test]
    fn edits_are_sorted_and_never_touch(text in "[a-dü]{0,30}", a in seeds(), b in seeds()) {
        let a = edits_of(&text, "a", &a);
        let b = edits_of(&a.apply(&text), "b", &b);
        let edits = a.then(b);
        let spans: Vec<Span> = edits.iter().map(Edit::span).collect();
        prop_assert!(spans.windows(2).all(|pair| pair[0].end() < pair[1].start()), "{:?}", spans);
        prop_assert!(edits.iter().all(|edit| !edit.reasons().is_empty()));
    }

    #[test]
    fn inverting_gives_the_text_back(text in "[a-dü]{0,30}", a in seeds(), b in seeds()) {
        let a = edits_of(&text, "a", &a);
        let b = edits_of(&a.apply(&text), "b", &b);
        let edits = a.then(b);
        prop_assert_eq!(edits.invert(&text).apply(&edits.apply(&text)), text);
    }

    #[test]
    fn what_no_edit_touched_is_found_where_it_came_from(text in "[a-dü]{0,30}", a in seeds()) {
        let edits = edits_of(&text, "a", &a);
        let result = edits.apply(&text);
        let mut at = 0;
        for edit in &edits {
            let kept = Span::new(at, edit.span().start());
            let there = edits.invert(&text).origins().of(kept);
            prop_assert_eq!(there.of(&result), kept.of(&text));
            prop_assert_eq!(edits.origins().of(there).of(&text), kept.of(&text));
            at = edit.span().end();
        }
    }
}

fn rules(edits: &Edits) -> Vec<Vec<&str>> {
    edits.iter().map(|edit| edit.reasons().iter().map(|reason| &*reason.rule).collect()).collect()
}

#[test]
fn edits_that_touch_merge_and_keep_both_reasons() {
    let edits = Edits::new([
        Edit::remove(Span::new(2, 4), why("one")),
        Edit::remove(Span::new(4, 6), why("two")),
        Edit::insert(8, " ", why("three")),
    ]);
    assert_eq!(rules(&edits), [vec!["one", "two"], vec!["three"]]);
    assert_eq!(edits.apply("abcdefghij"), "abgh ij");
}

#[test]
fn a_removal_swallows_the_edits_inside_it() {
    let inside = Edits::new([Edit::replace(Span::new(4, 5), "&", why("inside"))]);
    let around = Edits::new([Edit::remove(Span::new(2, 8), why("around"))]);
    assert_eq!(rules(&inside.then(around)), [vec!["around"]]);
    let both = Edits::new([
        Edit::remove(Span::new(2, 8), why("around")),
        Edit::replace(Span::new(4, 5), "&", why("inside")),
    ]);
    assert_eq!(rules(&both), [vec!["around"]]);
}

#[test]
fn a_removal_beside_an_earlier_one_keeps_both_reasons() {
    let first = Edits::new([Edit::remove(Span::new(2, 4), why("first"))]);
    let second = Edits::new([Edit::remove(Span::new(2, 5), why("second"))]);
    let both = first.then(second);
    assert_eq!(rules(&both), [vec!["first", "second"]]);
    assert_eq!(both.iter().next().unwrap().span(), Span::new(2, 7));
}

#[test]
fn the_kept_copy_is_named_where_it_stands_in_the_first_text() {
    let mut draft = Draft::new("xx same same");
    draft.apply(Edits::new([Edit::remove(Span::new(0, 3), why("a"))]));
    let copy = Copy { verdict: Verdict::Same, kept: Span::new(0, 4), similarity: Similarity::SAME };
    let why = Reason::new("b", Evidence::Copy(copy));
    draft.apply(Edits::new([Edit::remove(Span::new(4, 9), why)]));
    let (text, edits) = draft.finish();
    assert_eq!(text, "same");
    let Evidence::Copy(copy) = edits.iter().last().unwrap().reasons()[0].evidence else { panic!() };
    assert_eq!(copy.kept.of("xx same same"), "same");
}

#[test]
fn edits_that_undo_each_other_are_none() {
    let mut draft = Draft::new("a.b");
    draft.apply(Edits::new([Edit::replace(Span::new(1, 2), "!", why("a"))]));
    draft.apply(Edits::new([Edit::replace(Span::new(1, 2), ".", why("b"))]));
    assert!(draft.finish().1.is_empty());
}
