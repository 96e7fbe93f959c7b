//! Numbers as people of a language read them.

use super::Language;

/// `7806` as `7,806`, in French as `7 806`.
pub fn grouped(number: &str, language: Language) -> String {
    let (between, point) = match language {
        Language::French => ('\u{202f}', ','),
        Language::English | Language::Japanese | Language::Korean | Language::Stretched => (',', '.'),
    };
    let whole = number.find('.').unwrap_or(number.len());
    let mut text = String::with_capacity(number.len() + 4);
    for (at, sign) in number.char_indices() {
        let left = whole.saturating_sub(at);
        if at > 0 && left > 0 && left.is_multiple_of(3) && !text.ends_with('-') {
            text.push(between);
        }
        text.push(if sign == '.' { point } else { sign });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_groups_its_own_way() {
        for (number, english, french) in [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("1000", "1,000", "1\u{202f}000"),
            ("-7806", "-7,806", "-7\u{202f}806"),
            ("1234567.25", "1,234,567.25", "1\u{202f}234\u{202f}567,25"),
        ] {
            assert_eq!(grouped(number, Language::English), english);
            assert_eq!(grouped(number, Language::Korean), english);
            assert_eq!(grouped(number, Language::French), french);
        }
    }
}
