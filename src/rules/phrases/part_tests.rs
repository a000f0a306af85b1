//! Where a match of a phrase can end, told in sets and one way after the other.

use super::fold::fold;
use super::parse;
use super::part::{FEW, Part, chars_of, ends, few, longest, needed, networks_before};
use std::collections::BTreeSet;

/// The places at which a match can end, one way after the other.
fn plain(parts: &[Part], line: &[char], start: usize) -> BTreeSet<usize> {
    let Some((part, rest)) = parts.split_first() else { return BTreeSet::from([start]) };
    let after: Vec<usize> = match part {
        Part::Text { folded, .. } if line[start..].starts_with(folded) => vec![start + folded.len()],
        Part::Text { .. } => Vec::new(),
        Part::Choice { of, optional } => {
            of.iter().flat_map(|of| plain(of, line, start)).chain(optional.then_some(start)).collect()
        }
        Part::Network => networks_before(&line[start..]).map(|name| start + name.len()).collect(),
        Part::Few => (start..=start + few(&line[start..])).collect(),
        Part::Rest => vec![line.len()],
    };
    after.into_iter().flat_map(|start| plain(rest, line, start)).collect()
}

#[test]
fn sets_of_places_are_all_the_ways_to_read_a_phrase() {
    for phrase in [
        "Share (this (post|page)?|it)? (on|via)? (<network>)?",
        "(a|aa|aaa)(a|aa)?(a)? b",
        "(x|(x|xx)? (x)?)? … (x|xx…)",
        "Follow us … on <network>(, <network>)? <rest>",
    ] {
        let parts = parse::parts(phrase).unwrap();
        let long = format!("{} x", "a".repeat(200));
        for line in [
            "",
            "share this post on facebook",
            "share on x",
            "aaaaab",
            "xxxx",
            "xx. x",
            "follow us on x, x",
            &long[long.len() - 2 - FEW..],
            &long,
        ] {
            let line = fold(line);
            let mut places = vec![7, 0];
            ends(&parts, &line, &mut places, 1);
            let expected: Vec<usize> = plain(&parts, &line, 0).into_iter().collect();
            assert_eq!(places[0], 7, "{phrase}");
            assert_eq!(places[1..], expected, "{phrase}");
            assert!(!expected.contains(&line.len()) || line.len() <= longest(&parts), "{phrase}");
            assert!(expected.is_empty() || needed(&parts) & !chars_of(&line) == 0, "{phrase}");
        }
    }
}
