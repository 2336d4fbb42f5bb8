//! Putting claims in the order of their ids.

use gainsay_claim::Claim;

/// Sorts by id; of equal ids the one that was read first comes first.
///
/// Ids of a series share a long beginning, so what follows it is packed into two numbers and those
/// are sorted; claims that are in order already cost one look.
pub(crate) fn sort(claims: &mut [Claim]) {
    if claims.is_sorted_by(|a, b| a.id <= b.id) {
        return;
    }
    let common = common_beginning(claims);
    let mut order: Vec<([u64; 2], u32)> =
        claims.iter().enumerate().map(|(index, claim)| (key(&claim.id.as_bytes()[common..]), index as u32)).collect();
    order.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| claims[a.1 as usize].id.cmp(&claims[b.1 as usize].id)));
    let mut target = vec![0u32; claims.len()];
    for (place, (_, index)) in order.into_iter().enumerate() {
        target[index as usize] = place as u32;
    }
    for index in 0..claims.len() {
        while target[index] as usize != index {
            let other = target[index] as usize;
            claims.swap(index, other);
            target.swap(index, other);
        }
    }
}

fn common_beginning(claims: &[Claim]) -> usize {
    let Some(first) = claims.first() else { return 0 };
    let first = first.id.as_bytes();
    claims.iter().fold(first.len(), |common, claim| {
        let id = claim.id.as_bytes();
        if id.len() >= common && id[..common] == first[..common] {
            return common;
        }
        id.iter().zip(&first[..common]).take_while(|(a, b)| a == b).count()
    })
}

fn key(rest: &[u8]) -> [u64; 2] {
    let eight = |from: usize| {
        let mut bytes = [0; 8];
        let part = rest.get(from..).unwrap_or_default();
        let length = part.len().min(8);
        bytes[..length].copy_from_slice(&part[..length]);
        u64::from_be_bytes(bytes)
    };
    [eight(0), eight(8)]
}
