//! The JSON schema of `unscrape.toml`, for editors.

use super::parse::{KEYS, OF_THE_FILE};
use crate::options::{Policy, Threshold};
use crate::rules::{self, Level, RULES};
use serde_json::{Map, Value, json};

/// The schema, made from the tables that the parser goes by: draft 2020-12 of JSON Schema.
pub fn schema() -> String {
    let mut properties = all();
    let mut per_path = properties.clone();
    per_path.retain(|key, _| !OF_THE_FILE.contains(&key.as_str()));
    let per_path = object(&per_path, "What holds for the files that match");
    properties.insert(
        "per-path".to_owned(),
        json!({
            "description": "Settings for some files, by patterns as in .gitignore; a later table goes before",
            "type": "object",
            "additionalProperties": per_path,
        }),
    );
    let mut schema = object(&properties, "What unscrape is to do");
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("unscrape.toml");
    format!("{schema:#}")
}

fn object(properties: &Map<String, Value>, description: &str) -> Value {
    json!({
        "description": description,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

/// The keys of a file.
fn all() -> Map<String, Value> {
    KEYS.iter().map(|key| ((*key).to_owned(), of(key))).collect()
}

fn of(key: &str) -> Value {
    let strings = |description: &str| json!({ "description": description, "type": "array", "items": { "type": "string" } });
    match key {
        "duplicates" => json!({
            "description": "What becomes of paragraphs that stand there twice",
            "enum": Policy::ALL.map(Policy::name),
            "default": Policy::default().name(),
        }),
        "threshold" => json!({
            "description": "How alike paragraphs must be to count as nearly equal",
            "type": "number",
            "minimum": f64::from(Threshold::LOWEST.as_thousandths()) / 1000.0,
            "maximum": f64::from(Threshold::HIGHEST.as_thousandths()) / 1000.0,
            "default": f64::from(Threshold::default().as_thousandths()) / 1000.0,
        }),
        "suspect" => json!({
            "description": "Name lines that look like the headline of another article",
            "type": "boolean",
            "default": false,
        }),
        "protect" => strings("Lines that stay as they are, by regular expressions"),
        "exclude" => strings("Files that are left alone, by patterns as in .gitignore"),
        "rules" => {
            object(&RULES.iter().map(|rule| (rule.id.to_owned(), switch(rule))).collect(), "Rules by id")
        }
        "phrases" => object(
            &rules::phrases::rules()
                .iter()
                .map(|id| ((*id).to_owned(), strings("Lines that go too")))
                .collect(),
            "Whole lines of your own, for the rules that go by lists of them",
        ),
        // filled in by the caller
        _ => json!({}),
    }
}

fn switch(rule: &rules::Rule) -> Value {
    json!({ "description": rule.summary, "type": "boolean", "default": rule.level == Level::On })
}
