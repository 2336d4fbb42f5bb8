//! On which day something was filmed or somewhere visited.
use crate::draft::Writer;
use crate::figure::Scene;
pub(crate) fn dates(_scene: &Scene<'_, '_, '_, '_>, _writer: &mut Writer<'_>) {}
