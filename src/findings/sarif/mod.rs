//! Findings as a log in SARIF 2.1.0.
//!
//! The log names all rules, whether they found something or not: so it can be written as the findings come, and each
//! result knows the index of its rule. Each has its place, what stands there as a snippet, and its fix; the copy that
//! stays is a related location. Names of files become relative URIs if they are relative. Copies and lines that stay
//! have the level `note`, everything else `warning`.

mod message;
mod model;
mod rules;
mod uri;

use super::Finding;
use super::json::spelled;
use message::Message;
use model::{
    ArtifactChange, ArtifactLocation, Fix, Location, Properties, Region, Replacement, ReportingDescriptor,
    Result,
};
use serde::Serialize;

/// What comes before the results.
pub(super) fn head() -> String {
    #[derive(Serialize)]
    struct Tool {
        driver: Driver,
    }
    #[derive(Serialize)]
    struct Driver {
        name: &'static str,
        version: &'static str,
        rules: Vec<ReportingDescriptor>,
    }
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        rules: rules::all().map(|rule| rule.describe()).collect(),
    };
    let tool = spelled(&Tool { driver });
    format!(
        r#"{{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{{"tool":{tool},
"columnKind":"unicodeCodePoints","results":[
"#
    )
}

/// What comes behind them; `whole`: everything that was asked for could be looked at.
pub(super) fn tail(whole: bool) -> String {
    format!("\n],\"invocations\":[{{\"executionSuccessful\":{whole}}}]}}]}}\n")
}

/// One result.
pub(super) fn result(finding: &Finding) -> String {
    let artifact = ArtifactLocation { uri: uri::of(finding.path) };
    let fix = |fix: &super::Fix| Fix {
        artifact_changes: [ArtifactChange {
            artifact_location: artifact.clone(),
            replacements: [Replacement {
                deleted_region: fix.place.into(),
                inserted_content: model::Content { text: fix.written.clone().into_owned() },
            }],
        }],
    };
    spelled(&Result {
        rule_id: finding.rule,
        rule_index: rules::index(finding.rule),
        level: if finding.fix.is_some() { "warning" } else { "note" },
        message: Message::new(&finding.message),
        locations: [Location::new(artifact.clone(), Region::of(finding.place, finding.source))],
        related_locations: finding
            .other
            .iter()
            .map(|other| Location::new(artifact.clone(), (*other).into()))
            .collect(),
        fixes: finding.fix.iter().map(fix).collect(),
        properties: Properties { evidence: &finding.evidence },
    })
}
