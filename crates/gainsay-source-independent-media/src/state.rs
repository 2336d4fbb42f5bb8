//! Who holds a town.
use crate::draft::Writer;
use crate::figure::Scene;
pub(crate) fn states(_scene: &Scene<'_, '_, '_, '_>, _writer: &mut Writer<'_>) {}
