//! English for tests of the pages: every vowel twice and with an accent, a third longer.

/// What stands in backticks are names, and stays as it is.
pub fn stretched(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut name = false;
    for sign in text.chars() {
        name ^= sign == '`';
        out.push(match sign {
            'a' if !name => 'á',
            'e' if !name => 'é',
            'i' if !name => 'í',
            'o' if !name => 'ó',
            'u' if !name => 'ú',
            other => other,
        });
        if !name && matches!(sign, 'a' | 'e' | 'i' | 'o' | 'u') {
            out.push(sign);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::stretched;

    #[test]
    fn a_text_gets_a_third_longer_and_keeps_its_names() {
        assert_eq!(stretched("Use `orders-proxy` here"), "Usée `orders-proxy` héeréé".replace("éé", "ée"));
        let long = "Choose the database that the proxy will stand in front of.";
        let (before, after) = (long.chars().count(), stretched(long).chars().count());
        assert!(after * 100 >= before * 130, "{after} of {before}");
    }
}
