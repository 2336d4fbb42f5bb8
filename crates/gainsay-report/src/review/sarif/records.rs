//! The objects of a SARIF log, with the names that the standard gives their fields.

use super::super::told;
use crate::json::Number;
use serde::Serialize;

#[derive(Serialize)]
pub struct Log<'a> {
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    pub version: &'static str,
    pub runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run<'a> {
    pub tool: Tool,
    pub column_kind: &'static str,
    pub original_uri_base_ids: BaseIds,
    pub invocations: [Invocation<'a>; 1],
    pub artifacts: Vec<Artifact>,
    pub results: Vec<ResultRecord<'a>>,
}

/// The name that stands for the folder in which gainsay ran.
pub const ROOT: &str = "%SRCROOT%";

#[derive(Serialize)]
pub struct BaseIds {
    #[serde(rename = "%SRCROOT%")]
    pub root: BaseId,
}

#[derive(Serialize)]
pub struct BaseId {
    pub description: Message,
}

#[derive(Serialize)]
pub struct Tool {
    pub driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Driver {
    pub name: &'static str,
    pub semantic_version: &'static str,
    pub rules: Vec<Descriptor>,
    pub notifications: [Descriptor; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Descriptor {
    pub id: &'static str,
    pub name: String,
    pub short_description: Message,
    pub full_description: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Help>,
    pub default_configuration: Configuration,
}

#[derive(Serialize)]
pub struct Help {
    pub text: String,
    pub markdown: &'static str,
}

#[derive(Serialize)]
pub struct Configuration {
    pub level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invocation<'a> {
    pub execution_successful: bool,
    #[serde(rename = "toolExecutionNotifications", skip_serializing_if = "Vec::is_empty")]
    pub notifications: Vec<Notification<'a>>,
}

#[derive(Serialize)]
pub struct Notification<'a> {
    pub descriptor: Reference<'a>,
    pub level: &'static str,
    pub message: Message,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Location>,
}

#[derive(Serialize)]
pub struct Reference<'a> {
    pub id: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultRecord<'a> {
    pub rule_id: &'a str,
    /// None for a rule that this version does not have, out of an older report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule_index: Option<usize>,
    pub level: &'static str,
    pub message: Message,
    pub locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related_locations: Vec<Location>,
    pub partial_fingerprints: Fingerprints<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline_state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suppressions: Option<Vec<Suppression>>,
    pub properties: Properties<'a>,
}

#[derive(Serialize)]
pub struct Fingerprints<'a> {
    #[serde(rename = "discrepancy/v1")]
    pub discrepancy: &'a str,
}

#[derive(Serialize)]
pub struct Suppression {
    pub kind: &'static str,
    pub status: &'static str,
    pub justification: String,
}

#[derive(Serialize)]
pub struct Properties<'a> {
    pub certainty: &'static str,
    pub topic: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<GapRecord>,
    pub because: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compared: Option<ComparedRecord>,
}

#[derive(Serialize)]
pub struct ComparedRecord {
    pub was: String,
    pub is: String,
    pub by: Vec<String>,
}

#[derive(Serialize)]
pub struct GapRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<Number>,
    pub absolute: Number,
}

#[derive(Serialize)]
pub struct Artifact {
    pub location: ArtifactLocation,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArtifactLocation {
    pub uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri_base_id: Option<&'static str>,
    pub index: usize,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub physical_location: Option<PhysicalLocation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub logical_locations: Vec<LogicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhysicalLocation {
    pub artifact_location: ArtifactLocation,
    pub region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub start_line: u32,
    pub start_column: u32,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub extent: Option<Extent>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Extent {
    pub end_line: u32,
    pub end_column: u32,
    pub char_offset: u32,
    pub char_length: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogicalLocation {
    pub fully_qualified_name: String,
    pub kind: &'static str,
}

#[derive(Serialize)]
pub struct Message {
    pub text: String,
}

impl Message {
    /// Our own words, as they are.
    pub fn plain(text: impl Into<String>) -> Message {
        Message { text: text.into() }
    }

    /// Words that may come from claims: neither a link nor a placeholder.
    pub fn of(text: &str) -> Message {
        let text = told(text).replace('{', "{{").replace('}', "}}").replace("](", "] (");
        Message { text }
    }
}
