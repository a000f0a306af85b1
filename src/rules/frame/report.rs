//! The line under a report of an agency: who reported, who wrote and who edited it.

use super::super::phrases::are_names;
use super::Class;
use super::class::Found;

/// How such a line begins, in lower case. The languages are those in which agencies end their reports so.
const FIRST: [&str; 8] = [
    "reporting by ",
    "additional reporting by ",
    "bericht von ",
    "reportage de ",
    "reportage par ",
    "reporte de ",
    "información de ",
    "reportagem de ",
];
/// The first letters of those, in both cases.
const FIRST_LETTERS: [char; 8] = ['r', 'R', 'a', 'A', 'b', 'B', 'i', 'I'];
/// How its other parts begin.
const OTHERS: [&str; 16] = [
    "reporting by ",
    "additional reporting by ",
    "with reporting by ",
    "writing by ",
    "with writing by ",
    "editing by ",
    "geschrieben von ",
    "redigiert von ",
    "bearbeitet von ",
    "rédigé par ",
    "édité par ",
    "edité par ",
    "escrito por ",
    "editado por ",
    "editado en español por ",
    "edição de ",
];

/// The class of a line of roles and names and nothing else: `Reporting by Anna Berg in Oslo; Editing by Per Holm`.
pub(super) fn roles(line: &str) -> Option<Found> {
    // most lines begin with another letter
    if !line.trim_start().starts_with(FIRST_LETTERS) {
        return None;
    }
    let mut parts = line.trim_end_matches('.').split([';', ',']).map(str::trim);
    let names = without_role(parts.next()?, &FIRST)?;
    let mut others = 0;
    let mut is_of_names = |part: &str| {
        let names = without_role(part, &OTHERS);
        others += usize::from(names.is_some());
        are_placed(names.unwrap_or(part))
    };
    let is_row = are_placed(names) && parts.all(&mut is_of_names) && others > 0;
    is_row.then(|| (Class::Report, "who reported, wrote and edited it".into()))
}

/// What follows one of `roles` at the start of `part`.
fn without_role<'p>(part: &'p str, roles: &[&str]) -> Option<&'p str> {
    let begins = |role: &&str| {
        part.get(..role.len())
            .is_some_and(|start| start.chars().flat_map(char::to_lowercase).eq(role.chars()))
    };
    roles.iter().find(|role| begins(role)).map(|role| &part[role.len()..])
}

/// Whether `names` are nothing but names, with the town in which somebody is.
fn are_placed(names: &str) -> bool {
    names.split(" in ").all(are_names)
}

#[cfg(test)]
mod tests {
    use super::{FIRST, FIRST_LETTERS};

    #[test]
    fn roles_begin_with_one_of_the_letters() {
        assert!(FIRST.iter().all(|role| role.starts_with(FIRST_LETTERS)));
        let in_capitals = |role: &&str| role.to_uppercase().starts_with(FIRST_LETTERS);
        assert!(FIRST.iter().all(in_capitals));
    }
}
