//! `unscrape rules`: what the table says.

use super::console::Console;
use super::settings::check_rule;
use anyhow::Result;
use unscrape::Policy;
use unscrape::document::Document;
use unscrape::duplicates;
use unscrape::output::Diff;
use unscrape::rules::{self, RULES, Rule};

/// Lists all rules, or explains one.
pub(crate) fn rules(id: Option<&str>, console: &mut Console) -> Result<()> {
    match id {
        None => list(console),
        Some(duplicates::RULE) => explain_duplicates(console),
        Some(id) => {
            check_rule(id)?;
            rules::by_id(id).map_or(Ok(()), |rule| explain(rule, console))
        }
    }
}

fn list(console: &mut Console) -> Result<()> {
    let width = rules::ids().into_iter().chain([duplicates::RULE]).map(str::len).max().unwrap_or_default();
    let row = |id, level, summary| format!("{id:width$}  {level:6}  {summary}");
    for rule in RULES {
        console.line(&row(rule.id, rule.level.name(), rule.summary))?;
    }
    console.line(&row(duplicates::RULE, Policy::default().name(), duplicates::SUMMARY))
}

fn explain_duplicates(console: &mut Console) -> Result<()> {
    let (id, policy, summary) = (duplicates::RULE, Policy::default(), duplicates::SUMMARY);
    console.line(&format!("{id} ({policy})\n\n{summary}.\n\n{}", duplicates::GUIDE))?;
    let policies = Policy::ALL.map(Policy::name).join("|");
    console.line(&format!("To choose what becomes of them: --duplicates {policies}"))
}

fn explain(rule: &'static Rule, console: &mut Console) -> Result<()> {
    console.line(&format!("{} ({})\n\n{}.\n\n{}", rule.id, rule.level.name(), rule.summary, rule.why))?;
    for example in rule.examples {
        let document = Document::new(example.before);
        let edits = rules::find(rule, &document).into_edits();
        let diff = Diff::new("example", example.before, &edits).with_style(console.style()).to_string();
        // the names of the files say nothing here
        let hunk = diff.lines().skip_while(|line| !line.contains("@@"));
        console.line("")?;
        hunk.skip(1).try_for_each(|line| console.line(&format!("    {line}")))?;
    }
    console.line("\nKeeps:")?;
    for keep in rule.keeps {
        console.line("")?;
        keep.lines().try_for_each(|line| console.line(&format!("    {line}")))?;
    }
    let switch = if rule.level == rules::Level::On { "off: --disable" } else { "on: --enable" };
    console.line(&format!("\nTo switch it {switch} {}", rule.id))
}
