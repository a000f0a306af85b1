//! The line under a report of an agency: who reported, who wrote and who edited it.

use super::Class;
use super::class::Found;

/// How each of the roles begins, in lower case. The languages are those in which agencies end their reports so.
const ROLES: [&str; 26] = [
    "reporting by ",
    "additional reporting by ",
    "with reporting by ",
    "with writing by ",
    "writing by ",
    "written by ",
    "editing by ",
    "edited by ",
    "compiled by ",
    "bericht von ",
    "geschrieben von ",
    "redigiert von ",
    "bearbeitet von ",
    "reportage de ",
    "reportage par ",
    "rédigé par ",
    "édité par ",
    "edité par ",
    "reporte de ",
    "información de ",
    "escrito por ",
    "editado por ",
    "editado en español por ",
    "reportagem de ",
    "edição de ",
    "a cura di ",
];
/// So many roles on one line are no byline of the author's own.
const ROW: usize = 2;

/// The class of a line that begins with a role and has others: `Reporting by Anna Berg; Editing by Per Holm`.
pub(super) fn roles(line: &str) -> Option<Found> {
    let lower = line.to_lowercase();
    let role = |part: &str| ROLES.iter().copied().find(|role| part.trim_start().starts_with(role));
    let first = role(&lower)?;
    let others = lower.split([';', ',']).filter_map(role).filter(|role| *role != first).count();
    (others + 1 >= ROW).then(|| (Class::Report, "who reported, wrote and edited it".into()))
}
