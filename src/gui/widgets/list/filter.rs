//! Which rows a filter leaves, and which letters it hit. Pure.

use std::ops::Range;

/// A filter made of words, all of which must be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    words: Vec<String>,
}

impl Filter {
    /// Splits what was typed at blanks; case does not matter.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self { words: typed.split_whitespace().map(str::to_ascii_lowercase).collect() }
    }

    /// Whether every word occurs in `haystack`, which is lower case already.
    #[must_use]
    pub fn matches(&self, haystack: &str) -> bool {
        self.words.iter().all(|word| haystack.contains(word.as_str()))
    }

    /// The byte ranges of `text` that words hit: sorted, joined where they touch.
    #[must_use]
    pub fn hits(&self, text: &str) -> Vec<Range<usize>> {
        // ASCII lowering keeps every byte where it is, so the ranges fit the original.
        let lower = text.to_ascii_lowercase();
        let mut found: Vec<Range<usize>> = self
            .words
            .iter()
            .flat_map(|word| lower.match_indices(word.as_str()).map(|(at, hit)| at..at + hit.len()))
            .collect();
        found.sort_by_key(|range| range.start);
        let mut joined: Vec<Range<usize>> = Vec::new();
        for range in found {
            match joined.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => joined.push(range),
            }
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn every_word_must_be_found_in_any_order_and_case() {
        let filter = Filter::new("PROD  orders");
        assert!(filter.matches("orders-prod aurora mysql"));
        assert!(!filter.matches("orders-test aurora mysql"));
        assert!(Filter::new("  ").matches("anything"));
    }

    #[test]
    fn hits_are_where_the_letters_are_even_after_wide_letters() {
        let text = "Größe-Orders";
        let hits = Filter::new("orders").hits(text);
        assert_eq!(hits.iter().map(|hit| &text[hit.clone()]).collect::<Vec<_>>(), ["Orders"]);
    }

    #[test]
    fn hits_that_overlap_are_one() {
        assert_eq!(Filter::new("aba bab").hits("xabab"), vec![1..5]);
    }
}
