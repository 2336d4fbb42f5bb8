//! Which blocks of a page are its main text?

use super::outline::{Block, BlockKind, Element, Outline, Role};

/// How much text an `article` or `main` must hold to be the main text without further ado, in bytes.
const ENOUGH: usize = 24;

/// The blocks of the main text, in order.
///
/// An element that says that it is the article is it; else the element whose own paragraphs hold the most text, counted
/// fully for the element around a paragraph and by half for the one around that, links not at all.
pub(super) fn blocks(outline: &Outline) -> Vec<&Block> {
    let sound = |block: &&Block| !outline.elements[block.element].passed_over && !is_menu(block);
    let candidates: Vec<&Block> = outline.blocks.iter().filter(sound).collect();
    let region = said(outline, &candidates).unwrap_or_else(|| found(outline, &candidates));
    let inside = |block: &Block| outline.lies_in(block.element, region);
    // The headline often stands beside the text, not in it.
    let first = candidates.iter().position(|block| inside(block)).unwrap_or(candidates.len());
    let headed = candidates.iter().any(|block| inside(block) && block.kind == BlockKind::Headline);
    let headline = candidates[..first].iter().rposition(|block| block.kind == BlockKind::Headline).filter(|_| !headed);
    headline
        .map(|at| candidates[at])
        .into_iter()
        .chain(candidates.iter().copied().filter(|block| inside(block)))
        .collect()
}

/// Whether a block is nothing but links.
fn is_menu(block: &Block) -> bool {
    block.kind != BlockKind::Headline && block.linked * 10 > block.text.len() * 8
}

/// The element that says that it holds the article: the most telling, of those the one with the most text.
fn said(outline: &Outline, candidates: &[&Block]) -> Option<usize> {
    let mut texts = vec![0; outline.elements.len()];
    for block in candidates {
        let mut element = Some(block.element);
        while let Some(at) = element {
            let Element { parent, role, .. } = outline.elements[at];
            if role != Role::None {
                texts[at] += block.text.len() - block.linked.min(block.text.len());
            }
            element = parent;
        }
    }
    (0..outline.elements.len())
        .filter(|&at| texts[at] >= ENOUGH)
        .max_by_key(|&at| (outline.elements[at].role, texts[at], std::cmp::Reverse(at)))
}

/// The element around the most text.
fn found(outline: &Outline, candidates: &[&Block]) -> usize {
    let mut scores = vec![0_usize; outline.elements.len()];
    for block in candidates {
        let weight = block.text.len() - block.linked.min(block.text.len());
        let mut share = weight;
        // The block's own element is the paragraph; the text is that of the elements around it.
        let mut element = if block.own { outline.elements[block.element].parent } else { Some(block.element) };
        while let Some(at) = element.filter(|_| share > 0) {
            scores[at] += share;
            share /= 2;
            element = outline.elements[at].parent;
        }
    }
    let Some(best) = (0..scores.len()).max_by_key(|&at| (scores[at], std::cmp::Reverse(at))) else { return 0 };
    // A text in several parts side by side is one text.
    match outline.elements[best].parent {
        Some(parent) if beside(outline, &scores, best, parent) => parent,
        _ => best,
    }
}

fn beside(outline: &Outline, scores: &[usize], best: usize, parent: usize) -> bool {
    (0..scores.len()).any(|at| {
        at != best
            && outline.elements[at].parent == Some(parent)
            && !outline.elements[at].passed_over
            && scores[at] * 3 > scores[best]
    })
}
