//! Credentials that are told by their own form, whatever the variable they stand in is called.

/// How the tokens of a service begin, and how many letters and digits follow at least.
const PREFIXES: &[(&str, usize)] = &[
    // AWS: ids of long-lived, temporary, bearer and context keys; the id goes with a secret beside it.
    // <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids>
    ("AKIA", 16),
    ("ASIA", 16),
    ("ABIA", 16),
    ("ACCA", 16),
    // AWS session tokens.
    ("FwoG", 24),
    ("FQoG", 24),
    ("IQoJ", 24),
    ("AQoD", 24),
    // Signed tokens: base64 of `{"`.
    ("eyJ", 16),
    // GitHub <https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/>
    ("ghp_", 16),
    ("gho_", 16),
    ("ghu_", 16),
    ("ghs_", 16),
    ("ghr_", 16),
    ("github_pat_", 16),
    // GitLab, Slack, Stripe.
    ("glpat-", 16),
    ("xoxa-", 8),
    ("xoxb-", 8),
    ("xoxe-", 8),
    ("xoxp-", 8),
    ("xoxr-", 8),
    ("xoxs-", 8),
    ("xapp-", 8),
    ("sk_live_", 8),
    ("sk_test_", 8),
    ("rk_live_", 8),
    ("rk_test_", 8),
    ("whsec_", 8),
    // Google, npm, PyPI, SendGrid, OpenAI and Anthropic, HashiCorp Vault, Hugging Face, Shopify, DigitalOcean, Neon.
    ("AIza", 30),
    ("npm_", 30),
    ("pypi-", 16),
    ("SG.", 16),
    ("sk-", 20),
    ("hvs.", 16),
    ("hf_", 24),
    ("shpat_", 16),
    ("dop_v1_", 16),
    ("npg_", 8),
];

/// Addresses whose path is the secret.
const HOOKS: [&str; 3] = ["hooks.slack.com/", "/api/webhooks/", "webhook.office.com/"];

/// Length from which random letters are taken for a key.
const LONG: usize = 32;

/// Whether a credential stands in the text.
pub fn holds_one(text: &str) -> bool {
    let named = PREFIXES.iter().any(|(prefix, least)| begins_a_token(text, prefix, *least));
    named
        || text.contains("-----BEGIN") && text.contains("PRIVATE")
        || HOOKS.iter().any(|hook| text.contains(hook))
        || looks_random(text)
}

fn begins_a_token(text: &str, prefix: &str, least: usize) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    text.match_indices(prefix).any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let own_word = !before.ends_with(|c: char| c.is_ascii_alphanumeric());
        own_word && after.chars().skip(prefix.len()).take_while(|c| is_part(*c)).count() >= least
    })
}

/// Long and without the marks of a name, an address or a sentence; or with a long word of it.
fn looks_random(text: &str) -> bool {
    let is_base64 = |c: char| c.is_ascii_alphanumeric() || "+/=_-".contains(c);
    text.len() >= LONG && !text.contains(['.', '/', ' ', ':'])
        || text.split(|c| !is_base64(c)).any(|word| word.len() >= LONG && is_mixed(word))
}

/// Letters of both cases and digits, changing all the time: base64, as the secret key of AWS is, and
/// no path.
fn is_mixed(word: &str) -> bool {
    let kinds = || word.chars().map(|c| (c.is_ascii_uppercase(), c.is_ascii_lowercase(), c.is_ascii_digit()));
    let all = kinds().any(|kind| kind.0) && kinds().any(|kind| kind.1) && kinds().any(|kind| kind.2);
    let changes = kinds().zip(kinds().skip(1)).filter(|(one, next)| one != next).count();
    all && changes * 3 >= word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Put together here, so that no scanner takes the source for a leak.
    fn token(prefix: &str, rest: &str) -> String {
        format!("{prefix}{rest}")
    }

    #[test]
    fn credentials_are_told_by_their_form() {
        for text in [
            token("AKIA", "IOSFODNN7EXAMPLE"),
            token("ASIA", "IOSFODNN7EXAMPLE"),
            token("key AKIA", "IOSFODNN7EXAMPLE, of the deployment"),
            token("wJalrXUtnFEMI/K7MDENG", "/bPxRfiCYEXAMPLEKEY"),
            token("s3 with wJalrXUtnFEMI/K7MDENG", "/bPxRfiCYEXAMPLEKEY"),
            token("K7gNU3sdo+OL0wNhqoVWhr3g6s1x", "Yv72ol/pe/Unols="),
            token("FwoG", "ZXIvYXdzEBYaDHqa0AP2yzyAPEXAMPLE"),
            token("IQoJ", "b3JpZ2luX2VjEJr//////////wEaCXVz"),
            token("eyJ", "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"),
            token("ghp_", "16C7e42F292c6912E7710c838347Ae178B4a"),
            token("github_pat_", "11ABCDEFG0aBcDeFgHiJkL"),
            token("xoxb-", "2444333222111-2343434343434"),
            token("sk_live_", "26PHem9AhJZvU623DfE1x4sd"),
            token("https://api.example.com/?t=ghp_", "16C7e42F292c6912E7710c838347Ae178B4a"),
            token("https://hooks.slack.com/", "services/T00000000/B00000000/XXXXXXXX"),
            token("-----BEGIN OPENSSH ", "PRIVATE KEY-----\nb3BlbnNzaC1rZXk="),
            "0123456789abcdef0123456789abcdef".to_owned(),
        ] {
            assert!(holds_one(&text), "{text}");
        }
    }

    #[test]
    fn names_addresses_and_paths_are_none() {
        for text in [
            "",
            "AKIA",
            "orders.proxy-c8xqkd3examp.eu-west-1.rds.amazonaws.com",
            "/opt/nodejs/node_modules/@aws-sdk/client-s3/dist-cjs/index.js",
            "/var/task/node_modules/.bin:/opt/bin:/usr/local/bin:/usr/bin/:/bin",
            "https://sqs.eu-west-1.amazonaws.com/123456789012/OrdersQueue-1.fifo",
            "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/orders_app-AbCdEf",
            "task-sk-live, whisk-broom and desk-lamp",
            "-----BEGIN CERTIFICATE-----",
            "eu-west-1,eu-central-1",
        ] {
            assert!(!holds_one(text), "{text}");
        }
    }
}
