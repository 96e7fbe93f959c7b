//! Which known names somebody may have meant who typed one that is not known.

/// More than these would be a list, and no answer.
const OFFERED: usize = 3;

/// The known names that differ from `name` by a slip of the finger, or by a beginning that was left unfinished;
/// the nearest first, three at most. Upper and lower case are the same to a person.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = name.to_lowercase();
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|known| *known != name)
        .filter_map(|known| Some((distance(&typed, &known.to_lowercase())?, known)))
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(OFFERED).map(|(_, known)| known).collect()
}

/// How many letters apart, where the one may stand for the other.
fn distance(typed: &str, known: &str) -> Option<usize> {
    let length = typed.chars().count();
    let apart = strsim::osa_distance(typed, known);
    let is_slip = apart <= (length / 3).max(1);
    let is_beginning = length >= 3 && known.starts_with(typed);
    (length > 0 && (is_slip || is_beginning)).then_some(apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_names_what_was_meant_and_another_name_names_nothing() {
        let known = ["orders-prod", "orders-reporting", "auth", "billing-pdf", "Legacy"];
        for (typed, meant) in [
            ("orders-prd", &["orders-prod"] as &[&str]),
            ("order-sprod", &["orders-prod"]),
            ("orders", &["orders-prod", "orders-reporting"]),
            ("atuh", &["auth"]),
            ("LEGACY", &["Legacy"]),
            ("inventory", &[]),
            ("", &[]),
            ("x", &[]),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
    }

    #[test]
    fn the_nearest_come_first_and_few_come() {
        let known = ["eu-west-1", "eu-west-2", "eu-west-3", "eu-east-1", "us-west-1", "eu-west-2"];
        assert_eq!(nearest("eu-west-9", known), ["eu-west-1", "eu-west-2", "eu-west-3"]);
    }
}
