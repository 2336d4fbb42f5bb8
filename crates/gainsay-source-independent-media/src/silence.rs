//! Refusals to give a figure, and figures said to be lower or higher.
use crate::draft::Writer;
use crate::figure::{Memory, Scene};
pub(crate) fn silences(_scene: &Scene<'_, '_, '_, '_>, _memory: &Memory, _writer: &mut Writer<'_>) {}
