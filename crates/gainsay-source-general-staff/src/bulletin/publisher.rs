//! Who publishes the bulletin as its own, so that it comes through nobody.

/// The General Staff, the ministry that carries its bulletin, and the forces, by the names that desks give them.
const OWN: &[&str] = &[
    "general-staff",
    "general-staff-ua",
    "generalstaff",
    "genshtab",
    "ukrainian-mod",
    "mod-ua",
    "mod-of-ukraine",
    "ministry-of-defence-of-ukraine",
    "ministry-of-defense-of-ukraine",
    "mil.gov.ua",
    "www.mil.gov.ua",
    "mil-gov-ua",
    "mod.gov.ua",
    "mod-gov-ua",
    "ukrainian-armed-forces",
    "armed-forces-of-ukraine",
    "zsu",
];

/// Whether the bulletin is the publisher's own.
pub(super) fn is_own(publisher: &str) -> bool {
    OWN.iter().any(|own| publisher.eq_ignore_ascii_case(own))
}
