//! The exact text a page produces, as its pane shows it: what AWS has yet to name is said by step,
//! and the lines that the last change wrote are marked.

use crate::domain::output::Output;
use crate::plan::Plan;
use crate::text::t;

/// A text that follows the choices.
#[derive(Debug, Default)]
pub struct WrittenPolicy {
    text: String,
    marked: Vec<usize>,
}

impl WrittenPolicy {
    /// Takes the present text; a different one is marked against the one before.
    pub fn update(&mut self, text: String) {
        if text == self.text {
            return;
        }
        // The first text is nobody's change.
        self.marked = if self.text.is_empty() { Vec::new() } else { new_lines(&self.text, &text) };
        self.text = text;
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Lines counted from 1.
    pub fn marked(&self) -> &[usize] {
        &self.marked
    }
}

/// The lines of `new` between what both texts begin with and what both end with, as far as `old`
/// does not have them.
fn new_lines(old: &str, new: &str) -> Vec<usize> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let gone = old.get(head..old.len() - tail).unwrap_or_default();
    (head..new.len() - tail)
        .filter(|nth| !new.get(*nth).is_some_and(|line| gone.contains(line)))
        .map(|nth| nth + 1)
        .collect()
}

/// `text` with what is known filled in, and `(after step 7)` in the place of what that step will
/// bring to light.
pub fn awaited(plan: Option<&Plan>, text: &str) -> String {
    let text = plan.map_or_else(|| text.to_owned(), |plan| plan.known.fill_known(text));
    Output::in_text(&text).into_iter().fold(text.clone(), |text, output| {
        let words = match plan.and_then(|plan| plan.source_of(output)) {
            Some(step) => t!("after-step", step = step),
            None => t!("after-apply").to_owned(),
        };
        text.replace(&output.token(), &words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_lines_that_a_change_wrote_are_marked() {
        let mut written = WrittenPolicy::default();
        written.update("{\n  a\n}".into());
        assert!(written.marked().is_empty());
        written.update("{\n  a\n  b\n  c\n}".into());
        assert_eq!(written.marked(), [3, 4]);
        // The same text again leaves the marks of the last change.
        written.update("{\n  a\n  b\n  c\n}".into());
        assert_eq!(written.marked(), [3, 4]);
        written.update("{\n  a\n}".into());
        assert!(written.marked().is_empty());
    }
}
