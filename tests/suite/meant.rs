//! A name that nothing has is answered with the one that was meant, wherever it is typed; and a region that there
//! is not is refused.
#![allow(clippy::unwrap_used)]

use crate::cli::home::Home;

const PRACTICE: &str = "--practice --practice-speed 0";
const BROKEN: &str = "--practice=broken-closed-door --practice-speed 0";

#[test]
fn a_slip_in_a_name_is_answered_with_what_was_meant() {
    let home = Home::new();
    home.run(&format!("apply {PRACTICE} --database orders-prod --function orders-api --yes")).ends(0);
    std::fs::create_dir(home.path(".aws")).unwrap();
    home.write(".aws/config", "[profile team-alpha]\nregion = eu-west-1\n[profile team-beta]\n");
    for (line, meant) in [
        (format!("plan {PRACTICE} --database orders-prd --function orders-api"), "orders-prod"),
        (format!("plan {PRACTICE} --database orders-prod --function order-api"), "orders-api"),
        (format!("plan {PRACTICE} --database auth --function auth-login --proxy auth-prxy"), "auth-proxy"),
        (format!("export {PRACTICE} --database orders-prd --function orders-api --out x"), "orders-prod"),
        (format!("export {PRACTICE} --proxy orders-prxy --out x"), "orders-proxy"),
        (
            format!("export {PRACTICE} --database orders-prod --function orders-api --out x --target terrafrom"),
            "terraform",
        ),
        (format!("proxies {PRACTICE} --database ordersprod"), "orders-prod"),
        (format!("proxies {PRACTICE} --function orders-apy"), "orders-api"),
        (format!("list functions {PRACTICE} --database orders-prot"), "orders-prod"),
        (format!("validate {PRACTICE} --proxy order-proxy"), "orders-proxy"),
        (format!("validate {PRACTICE} --proxy orders-proxy --function order-api:live"), "orders-api"),
        (format!("validate {BROKEN} --proxy orders-proxy --only sg-db-ingress-prox"), "sg-db-ingress-proxy"),
        (format!("repair {BROKEN} --proxy orders-prox"), "orders-proxy"),
        (format!("migrate {BROKEN} --proxy orders-prox"), "orders-proxy"),
        (format!("observe {BROKEN} --proxy orders-prox --out x"), "orders-proxy"),
        (format!("read-policy {BROKEN} --proxy orders-prox"), "orders-proxy"),
        (format!("user {BROKEN} --proxy orders-prox --user app"), "orders-proxy"),
        (format!("monitor {BROKEN} --proxy orders-prox"), "orders-proxy"),
        (format!("endpoints {BROKEN} --proxy orders-prox"), "orders-proxy"),
        (format!("endpoints {BROKEN} --proxy orders-proxy --remove order-proxy"), "orders-proxy"),
        (format!("connect {BROKEN} --proxy orders-prox --user app"), "orders-proxy"),
        (format!("advise {PRACTICE} --database orders-prd"), "orders-prod"),
        (format!("probe {BROKEN} --proxy orders-proxy --function orders-checkot --yes"), "orders-checkout"),
        (format!("load {BROKEN} --function orders-checkot --calls 2 --yes"), "orders-checkout"),
        (format!("undo {PRACTICE} --name orders-proxi --yes"), "orders-proxy"),
        ("explain sg-db-ingres-proxy".to_owned(), "sg-db-ingress-proxy"),
        ("man validat".to_owned(), "validate"),
        ("plan --practice=broken-closed-dor".to_owned(), "broken-closed-door"),
        ("validate --practice=organization --all --profiles acme-prd".to_owned(), "acme-prod"),
        ("validate --profile team-alfa --proxy x".to_owned(), "team-alpha"),
    ] {
        let output = home.run(&line);
        let asks = |line: &str| line.starts_with("Hint: Did you mean ") && line.contains(&format!("`{meant}`"));
        assert!(output.stderr.lines().any(asks), "{line}: {output:#?}");
        assert!(output.status > 1, "{line}: {output:#?}");
    }
    let other = home.run(&format!("plan {PRACTICE} --database inventory --function orders-api")).ends(2);
    assert!(!other.stderr.contains("Did you mean"), "{other:#?}");
}

#[test]
fn what_may_not_be_listed_asks_nothing() {
    let denied = Home::new().run("plan --practice=no-permissions --database orders-prd --function orders-api");
    assert!(!denied.stderr.contains("Did you mean"), "{denied:#?}");
}

#[test]
fn a_region_that_there_is_not_is_refused_and_a_new_one_can_be_insisted_on() {
    let home = Home::new();
    for line in [
        "plan --practice --region eu-west-9 --database orders-prod --function orders-api",
        "list databases --region eu-west-9",
        "validate --all --practice --regions us-east-1,eu-west-9",
        "rules --region eu-west-9",
    ] {
        let refused = home.run(line).ends(2);
        assert_eq!(
            refused.stderr,
            "error: `eu-west-9` is not the name of a region that this program knows\n\
             Hint: Did you mean `eu-west-1`, `eu-west-2` or `eu-west-3`?\n\
             Hint: If AWS has added it since, repeat the command with `--unlisted-region`.",
            "{line}"
        );
    }
    home.run("rules --region eu-west-9 --unlisted-region").ends(0);
    home.run("rules --region eu-west-9 --endpoint-url http://127.0.0.1:9").ends(0);
    let choices = home.write("choices.toml", "region = \"eu-wets-1\"\ndatabase = \"d\"\nfunction = \"f\"\n");
    let refused = home.run(&format!("plan --practice --choices {}", choices.display())).ends(2);
    assert!(refused.stderr.contains("Did you mean `eu-west-1`"), "{refused:#?}");
    // Even then it has the form of one.
    home.run("rules --region x;id --unlisted-region").ends(2);
}

#[test]
fn the_practice_account_has_one_region_and_says_so() {
    let home = Home::new();
    let run = home.run("list databases --practice --region us-east-1").ends(2);
    assert!(run.stderr.contains("the practice account is in eu-west-1"), "{run:#?}");
    home.run("list databases --practice --region eu-west-1").ends(0);
}
