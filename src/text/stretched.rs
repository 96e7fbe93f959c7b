//! English for tests of the pages, a third longer: every vowel twice, once with an accent, and every t.

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
        if !name && matches!(sign, 'a' | 'e' | 'i' | 'o' | 'u' | 't') {
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
        assert_eq!(stretched("Use `orders-proxy` here"), "Usée `orders-proxy` héerée");
        let long = "Choose the database that the proxy will stand in front of.";
        let (before, after) = (long.chars().count(), stretched(long).chars().count());
        assert!(after * 100 >= before * 135, "{after} of {before}");
    }
}
