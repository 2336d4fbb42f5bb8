//! The thresholds that a corpus may set in `gainsay.toml`.

use serde::Deserialize;

/// What a corpus sets, with the defaults for the rest.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// How far "about n" reaches to either side, in percent of n, where the claim names no tolerance.
    pub about_percent: u32,
    /// From which ratio on two figures that can both hold are far apart, in hundredths: 200 is a factor of two.
    pub wide_gap_percent: u32,
    /// How many days may lie between two figures that `wide-gap` and `definition-gap` set side by side.
    pub gap_days: u32,
    /// How many days older than the newest figure on its topic a source's newest figure may be.
    pub stale_days: u32,
    /// By how many percent a gap must move between two revisions to be wider or narrower.
    pub diff_percent: u32,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { about_percent: 5, wide_gap_percent: 200, gap_days: 31, stale_days: 90, diff_percent: 1 }
    }
}
