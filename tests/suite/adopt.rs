//! A proxy that is there, written down as a setup: what was made is what is read back, and what was not
//! read is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

pub mod emulated;
mod program;

use std::collections::BTreeSet;

use rds_proxy_wizard::cloud::{Clock as _, NewProxyEndpoint, Reader as _, Writer as _};
use rds_proxy_wizard::design::{Obstacle, adopted, choices_of, design};
use rds_proxy_wizard::discover::{Existing, Invoked, observe_to_adopt};
use rds_proxy_wizard::domain::choices::PasswordSource;
use rds_proxy_wizard::domain::observed::{Observed, Part, Unreadable};
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::domain::proxy::{AuthMode, EndpointRole, IamAuth, NetworkType};
use rds_proxy_wizard::domain::role::{AttachedPolicy, Role};
use rds_proxy_wizard::domain::setup::{GroupPart, SecretSetup, Setup};
use rds_proxy_wizard::domain::{Tags, is_owned};
use rds_proxy_wizard::export::{self, live};
use rds_proxy_wizard::practice::SCENARIOS;
use serde_json::Value;

use crate::endpoints::{elsewhere, reads};
use crate::flow::{Journey, cases, choices};

async fn look(journey: &Journey, proxy: &str, function: &str) -> Observed {
    let connection = journey.connection();
    let function = Some(Invoked { name: function.to_owned(), qualifier: None });
    let existing = Existing { proxy: proxy.to_owned(), function, read_secrets: false };
    observe_to_adopt(connection.reader(), connection.clock.as_ref(), &connection.account, &existing).await.unwrap()
}

/// A proxy of the practice account that another hand made.
async fn by_hand() -> Observed {
    let journey = Journey::new("default", choices("orders-prod", "orders-api", AuthMode::StandardIam));
    look(&journey, "billing-pg-proxy", "billing-run").await
}

/// Every value of a JSON document by its path.
fn leaves(path: &str, value: &Value, all: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            fields.iter().for_each(|(name, value)| leaves(&format!("{path}.{name}"), value, all));
        }
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(at, value)| leaves(&format!("{path}[{at}]"), value, all));
        }
        value => drop(all.insert((path.to_owned(), value.to_string()))),
    }
}

/// The fields in which two setups differ.
fn differences(a: &Setup, b: &Setup) -> Vec<(String, String)> {
    let fields = |setup: &Setup| {
        let mut all = BTreeSet::new();
        leaves("", &serde_json::to_value(setup).unwrap(), &mut all);
        all
    };
    fields(a).symmetric_difference(&fields(b)).cloned().collect()
}

/// Without what only a design has: why, what to know, what it adds to the bill, what it was made from, the
/// subnets that were weighed and not taken, and what is still to be done with a password or an alias.
fn as_found(setup: &Setup) -> Setup {
    let mut setup = setup.clone();
    setup.reasons.clear();
    setup.notes.clear();
    setup.cost.lines.clear();
    setup.choices = None;
    setup.network.proxy_subnets.retain(|subnet| subnet.chosen);
    setup.network.rules.iter_mut().for_each(|rule| rule.reason = Default::default());
    setup.access.publish_to_alias = None;
    match &mut setup.secret {
        SecretSetup::Owned { password, .. } => *password = PasswordSource::Generated,
        // The design has it from the ARN, with the six characters that AWS appends.
        SecretSetup::Used { name, rds_managed: true, .. } => name.clear(),
        SecretSetup::Used { .. } | SecretSetup::None => {}
    }
    setup
}

#[tokio::test]
async fn what_was_designed_and_applied_is_adopted_field_by_field() {
    let mut shared = 0;
    for (scenario, choices) in cases() {
        let what = format!("{scenario}, {} from {}, {}", choices.database, choices.function, choices.auth_mode);
        let journey = Journey::new(scenario, choices.clone());
        let designed = design(&choices, &journey.observe().await).unwrap();
        journey.apply().await;
        let observed = look(&journey, &designed.name, &choices.function).await;
        let adopted = adopted(&observed, None).unwrap_or_else(|obstacles| panic!("{what}: {obstacles:#?}"));
        let (mut designed, found) = (as_found(&designed), as_found(&adopted));

        // A rule that a wider one makes needless was never made, and one between groups of others is theirs.
        let group = |part: GroupPart| found.network.group(part).unwrap();
        designed.network.rules.retain(|rule| {
            let alike = |there: &&rds_proxy_wizard::domain::setup::RuleSetup| {
                (there.group, there.direction, there.peer) == (rule.group, rule.direction, rule.peer)
            };
            let is_there = found.network.rules.iter().any(|there| alike(&there));
            let id = |part: GroupPart| match part {
                GroupPart::Function => "FUNCTION_SG",
                GroupPart::Proxy => "PROXY_SG",
                GroupPart::Endpoint => "ENDPOINT_SG",
                GroupPart::ProxyEndpoint => "PROXY_ENDPOINT_SG",
                GroupPart::Database => "",
            };
            if !is_there {
                let ours = group(rule.group).owned || group(rule.peer).owned;
                let filled = |part: GroupPart| {
                    let group = group(part);
                    let elsewhere = observed.function_network.present().map(|there| there.security_groups.items());
                    let mut all = observed.security_groups.items().iter().chain(elsewhere.into_iter().flatten());
                    let named = all.find(|one| one.name == group.name);
                    named.map(|one| one.id.clone()).unwrap_or_else(|| format!("{}{}", group.id, id(part)))
                };
                let exact = observed
                    .security_group(&filled(rule.group))
                    .and_then(|one| one.rule_between(rule.direction, rule.port, &filled(rule.peer)));
                assert!(!ours || exact.is_none(), "{what}: {rule:?} is there, and ours");
            }
            is_there
        });
        let proxy = observed.proxy.present().unwrap();
        let ours = is_owned(proxy.tags.as_ref().unwrap(), &designed.name);
        let mut left = differences(&designed, &found);
        if !ours {
            // The logins of others stay, and so does their role; ours is among them.
            shared += 1;
            left.retain(|(path, _)| !path.starts_with(".proxy.auth") && !path.starts_with(".role."));
            assert!(designed.proxy.auth.iter().all(|our| found.proxy.auth.contains(our)), "{what}");
        }
        assert_eq!(left, [], "{what}");

        // All of it is there, by its id; only rules of others' and wider ones have none.
        let live = live(&adopted, &observed).unwrap();
        assert!(live.rules.iter().all(Option::is_some), "{what}: {live:?}");
        assert_eq!(live.rules.len(), adopted.network.rules.len());
        assert!(live.proxy.is_some() && live.target && live.role && live.role_policy && live.function_policy, "{what}");
        for (part, id) in [
            (GroupPart::Function, &live.function_group),
            (GroupPart::Proxy, &live.proxy_group),
            (GroupPart::Endpoint, &live.endpoint_group),
            (GroupPart::ProxyEndpoint, &live.proxy_endpoint_group),
        ] {
            let owned = adopted.network.group(part).is_some_and(|group| group.owned);
            assert_eq!(id.is_some(), owned, "{what}: {part:?}");
        }
        let own = adopted.proxy.endpoints.iter().filter(|endpoint| endpoint.owned());
        assert_eq!(live.proxy_endpoints, own.map(|endpoint| endpoint.name.clone()).collect::<Vec<_>>(), "{what}");
        assert_eq!(live.endpoint.is_some(), adopted.network.endpoint.as_ref().is_some_and(|endpoint| endpoint.owned));
        assert_eq!(live.secret_arn.is_some(), matches!(adopted.secret, SecretSetup::Owned { .. }), "{what}");
        // Every format takes it.
        export::files_of(&adopted, Some(&live), &export::targets_of(&adopted)).unwrap();
    }
    assert!(shared > 0);
}

/// The exported files of what is there are those of what was designed.
#[tokio::test]
async fn an_adopted_setup_is_exported_as_the_designed_one() {
    let choices = choices("orders-reporting", "orders-webhook", AuthMode::EndToEndIam);
    let journey = Journey::new("default", choices.clone());
    let designed = design(&choices, &journey.observe().await).unwrap();
    journey.apply().await;
    let mut adopted = adopted(&look(&journey, &designed.name, &choices.function).await, None).unwrap();
    // All but the one rule that a wider one makes needless.
    adopted.network.rules = designed.network.rules.clone();
    assert_eq!(export::files(&adopted).unwrap(), export::files(&designed).unwrap());
}

/// What others made is referenced where the function names it; what a setup cannot hold is left out and named.
#[tokio::test]
async fn endpoints_that_others_made_are_referenced_or_left_out() {
    let journey = Journey::new("default", choices("orders-prod", "orders-api", AuthMode::StandardIam));
    journey.apply().await;
    let practice = &journey.practice;
    let proxy = practice.proxy("orders-proxy").await.unwrap().unwrap();
    for (name, role) in
        [("reads", EndpointRole::ReadOnly), ("more-reads", EndpointRole::ReadOnly), ("writes", EndpointRole::ReadWrite)]
    {
        let new = NewProxyEndpoint {
            name: name.into(),
            proxy: proxy.name.clone(),
            role,
            subnet_ids: proxy.subnet_ids.clone(),
            security_group_ids: proxy.security_group_ids.clone(),
            network_type: NetworkType::Ipv4,
            tags: Tags::new(),
        };
        practice.create_proxy_endpoint(new).await.unwrap();
    }
    practice.clock().sleep(std::time::Duration::from_secs(600)).await;
    let titles = |setup: &Setup| {
        let all = setup.notes.iter().map(|note| format!("{}: {}\n", note.title, note.text));
        all.collect::<String>()
    };
    let setup = adopted(&look(&journey, "orders-proxy", "orders-api").await, None).unwrap();
    assert_eq!(setup.proxy.endpoints, []);
    let said = titles(&setup);
    assert!(said.contains("3 further endpoints are left out") && said.contains("`more-reads`"), "{said}");

    let host = practice.proxy_endpoint("more-reads").await.unwrap().unwrap().host.unwrap();
    practice.tamper(|state| {
        let record = state.functions.iter_mut().find(|record| record.function.name == "orders-api").unwrap();
        record.environment.insert("READERS".into(), host.clone());
    });
    let observed = look(&journey, "orders-proxy", "orders-api").await;
    let setup = adopted(&observed, None).unwrap();
    let [endpoint] = setup.proxy.endpoints.as_slice() else { panic!("{:#?}", setup.proxy.endpoints) };
    assert_eq!((endpoint.name.as_str(), endpoint.used_host.as_ref()), ("more-reads", Some(&host)));
    assert_eq!(setup.access.environment.get("READERS"), Some(&host));
    let said = titles(&setup);
    for words in ["`more-reads` of the proxy is referenced", "2 further endpoints are left out", "`reads`, `writes`"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    // Referenced: made by no format, imported by none.
    let there = live(&setup, &observed).unwrap();
    assert_eq!(there.proxy_endpoints, [] as [&str; 0]);
    for file in export::files_of(&setup, Some(&there), &export::targets_of(&setup)).unwrap() {
        let makes = ["aws_db_proxy_endpoint", "AWS::RDS::DBProxyEndpoint", "create-db-proxy-endpoint"];
        assert!(makes.iter().all(|word| !file.text.contains(word)), "{}", file.path);
    }

    // Whose it is must be known.
    let mut blind = observed.clone();
    let Part::Present(named) = &mut blind.named_endpoints else { panic!() };
    named.iter_mut().for_each(|endpoint| endpoint.tags = None);
    let obstacles = adopted(&blind, None).unwrap_err();
    let [Obstacle::Unread { why, .. }] = obstacles.as_slice() else { panic!("{obstacles:?}") };
    assert_eq!(why.operation, "rds:ListTagsForResource");
    blind.named_endpoints = Part::Unreadable(denied("rds:DescribeDBProxyEndpoints"));
    assert_eq!(adopted(&blind, None).unwrap_err().len(), 1);
}

/// Its own are in every format, with the ids that an import asks for.
#[tokio::test]
async fn own_endpoints_are_exported_as_designed_and_imported() {
    for picked in [reads(AuthMode::StandardIam), elsewhere(AuthMode::StandardIam, true)] {
        let journey = Journey::new("default", picked.clone());
        let designed = design(&picked, &journey.observe().await).unwrap();
        journey.apply().await;
        let observed = look(&journey, &designed.name, &picked.function).await;
        let mut adopted = adopted(&observed, None).unwrap();
        let there = live(&adopted, &observed).unwrap();
        let all = export::files_of(&adopted, Some(&there), &export::targets_of(&adopted)).unwrap();
        for endpoint in &designed.proxy.endpoints {
            let id = format!("{}/{}", designed.name, endpoint.name);
            assert!(all.iter().any(|file| file.text.contains("import {") && file.text.contains(&id)), "{id}");
            let named = format!("\"DBProxyEndpointName\": \"{}\"", endpoint.name);
            let imports = |file: &&export::File| file.path.ends_with("resources-to-import.json");
            assert!(all.iter().filter(imports).any(|file| file.text.contains(&named)), "{named}");
        }
        adopted.network.rules = designed.network.rules.clone();
        let texts = |setup: &Setup| {
            let files = export::files(setup).unwrap().into_iter();
            files.map(|file| (file.path, file.text)).collect::<Vec<_>>()
        };
        for (is, should) in texts(&adopted).into_iter().zip(texts(&designed)) {
            assert_eq!(is, should, "{}", designed.name);
        }
    }
}

#[tokio::test]
async fn what_is_live_of_a_set_up_is_nothing_before_it_and_all_after_it() {
    let choices = choices("crm", "billing-pdf", AuthMode::Password);
    let journey = Journey::new("no-nat", choices.clone());
    let before = journey.observe().await;
    let setup = design(&choices, &before).unwrap();
    assert!(live(&setup, &before).unwrap().is_empty());
    journey.apply().await;
    let after = journey.observe().await;
    let found = live(&design(&choices, &after).unwrap(), &after).unwrap();
    assert!(found.secret_arn.is_some() && found.role && found.role_policy && found.function_policy);
    assert!(found.function_group.is_some() && found.proxy_group.is_some() && found.endpoint_group.is_some());
    assert!(found.endpoint.is_some() && found.target && found.vpc_policy);
    let proxy = found.proxy.unwrap();
    assert!(proxy.id.starts_with("prx-") && proxy.arn.ends_with(&proxy.id) && proxy.host.is_some());
    let ids: BTreeSet<String> = found.rules.iter().flatten().map(|rule| rule.id.clone()).collect();
    assert!(ids.len() > 3 && ids.iter().all(|id| id.starts_with("sgr-")), "{ids:?}");

    // Without its id a rule cannot be taken over, and left out it would be made twice.
    let mut blind = after.clone();
    let Part::Present(groups) = &mut blind.security_groups else { panic!() };
    groups.iter_mut().flat_map(|group| &mut group.rules).for_each(|rule| rule.id = None);
    let obstacles = live(&setup, &blind).unwrap_err();
    let [Obstacle::Unread { why, .. }] = obstacles.as_slice() else { panic!("{obstacles:?}") };
    assert_eq!(why.operation, "ec2:DescribeSecurityGroupRules");
    let mut blind = after;
    blind.vpc_endpoints = Part::Unreadable(denied("ec2:DescribeVpcEndpoints"));
    assert_eq!(live(&setup, &blind).unwrap_err().len(), 1);
}

fn denied(operation: &str) -> Unreadable {
    Unreadable {
        operation: operation.to_owned(),
        because: "no".to_owned(),
        denied: true,
        signed_out: false,
        unanswered: false,
    }
}

/// Everything that a setup needs and that one cannot read is named, all of it at once.
#[tokio::test]
async fn what_was_not_read_is_named_and_never_left_out() {
    let whole = by_hand().await;
    adopted(&whole, None).unwrap();
    type Blind = fn(&mut Observed, Unreadable);
    let parts: [(&str, Blind); 10] = [
        ("rds:DescribeDBProxyTargetGroups", |seen, why| seen.pool = Part::Unreadable(why)),
        ("rds:DescribeDBProxyTargets", |seen, why| seen.targets = Part::Unreadable(why)),
        ("rds:DescribeDBProxyEndpoints", |seen, why| seen.proxy_endpoints = Part::Unreadable(why)),
        ("rds:DescribeDBInstances", |seen, why| seen.database = Part::Unreadable(why)),
        ("iam:GetRole", |seen, why| seen.proxy_role = Part::Unreadable(why)),
        ("lambda:GetFunctionConfiguration", |seen, why| seen.function = Part::Unreadable(why)),
        ("iam:GetRolePolicy", |seen, why| seen.function_role = Part::Unreadable(why)),
        ("ec2:DescribeSubnets", |seen, why| seen.subnets = Part::Unreadable(why)),
        ("ec2:DescribeSecurityGroups", |seen, why| seen.security_groups = Part::Unreadable(why)),
        ("ec2:DescribeVpcEndpoints", |seen, why| seen.vpc_endpoints = Part::Unreadable(why)),
    ];
    let named = |obstacles: &[Obstacle]| -> BTreeSet<String> {
        let operation = |obstacle: &Obstacle| match obstacle {
            Obstacle::Unread { why, .. } => why.operation.clone(),
            Obstacle::Open { title, .. } => panic!("{title}"),
        };
        obstacles.iter().map(operation).collect()
    };
    for (operation, blind) in parts {
        let mut seen = whole.clone();
        blind(&mut seen, denied(operation));
        assert_eq!(named(&adopted(&seen, None).unwrap_err()), BTreeSet::from([operation.to_owned()]));
    }
    let mut seen = whole.clone();
    seen.proxy_secrets[0].secret = Part::Unreadable(denied("secretsmanager:DescribeSecret"));
    assert_eq!(named(&adopted(&seen, None).unwrap_err()), BTreeSet::from(["secretsmanager:DescribeSecret".to_owned()]));
    let mut seen = whole.clone();
    let Part::Present(proxy) = &mut seen.proxy else { panic!() };
    proxy.tags = None;
    assert_eq!(named(&adopted(&seen, None).unwrap_err()), BTreeSet::from(["rds:ListTagsForResource".to_owned()]));
    let mut seen = whole;
    seen.pool = Part::Unreadable(denied("a"));
    seen.subnets = Part::Unreadable(denied("b"));
    assert_eq!(named(&adopted(&seen, None).unwrap_err()), BTreeSet::from(["a".to_owned(), "b".to_owned()]));
}

/// Of every proxy of every scenario: the setup says what the account says, or what stands in the way.
#[tokio::test]
async fn every_proxy_of_every_scenario_is_written_down_as_it_is_or_refused_with_a_reason() {
    let (mut written, mut refused) = (0, 0);
    for scenario in SCENARIOS.iter().filter(|scenario| scenario.name != "large") {
        let journey = Journey::new(scenario.name, choices("crm", "billing-pdf", AuthMode::StandardIam));
        let connection = journey.connection();
        let Ok(proxies) = connection.reader().proxies().await else { continue };
        for proxy in proxies {
            let what = format!("{}: {}", scenario.name, proxy.name);
            let asked = Existing { proxy: proxy.name.clone(), function: None, read_secrets: false };
            let (clock, account) = (connection.clock.as_ref(), &connection.account);
            let found = match observe_to_adopt(connection.reader(), clock, account, &asked).await {
                Ok(observed) => adopted(&observed, None).map(|setup| (setup, observed)),
                Err(obstacles) => Err(obstacles),
            };
            let (setup, observed) = match found {
                Ok(found) => found,
                Err(obstacles) => {
                    assert!(!obstacles.is_empty(), "{what}");
                    refused += 1;
                    continue;
                }
            };
            written += 1;
            assert_eq!(setup.name, proxy.name);
            assert_eq!(Some(&setup.pool), observed.pool.present(), "{what}");
            assert_eq!(setup.proxy.auth.len(), proxy.auth.len(), "{what}");
            assert_eq!(setup.proxy.role_arn, proxy.role_arn, "{what}");
            assert_eq!(setup.proxy.idle_client_timeout_secs, proxy.idle_client_timeout_secs, "{what}");
            assert_eq!(setup.network.chosen_subnet_ids(), proxy.subnet_ids, "{what}");
            let groups: BTreeSet<_> = setup.network.group_ids(GroupPart::Proxy).into_iter().collect();
            assert_eq!(groups, proxy.security_group_ids.iter().cloned().collect(), "{what}");
            assert!(setup.reasons.is_empty() && setup.choices.is_none() && setup.cost.lines.iter().all(|one| one.paid));
            let live = live(&setup, &observed).unwrap();
            export::files_of(&setup, Some(&live), &export::targets_of(&setup)).unwrap();
        }
    }
    assert!(written > 20 && refused > 0, "{written} written, {refused} refused");
}

fn role(observed: &mut Observed) -> &mut Role {
    match &mut observed.proxy_role {
        Part::Present(role) => role,
        part => panic!("{part:?}"),
    }
}

fn notes(setup: &Setup) -> String {
    setup.notes.iter().map(|note| format!("{}: {}\n", note.title, note.text)).collect()
}

#[tokio::test]
async fn a_role_is_taken_over_only_where_one_inline_policy_says_all_and_nobody_else_has_it() {
    let seen = by_hand().await;
    let setup = adopted(&seen, None).unwrap();
    let there = seen.proxy_role.present().unwrap();
    assert!(setup.role.owned, "{}", notes(&setup));
    assert_eq!(Some(&setup.role.policy), there.inline.get(&setup.role.policy_name));
    assert_eq!((&setup.role.path, &setup.role.trust), (&there.path, &there.trust));

    let anything = || Document::new(vec![Statement::allow(None, "s3:GetObject", "*")]);
    type Change = Box<dyn Fn(&mut Observed)>;
    let cases: Vec<(&str, Change)> = vec![
        (
            "Beside its inline policy",
            Box::new(move |seen| {
                let policy =
                    AttachedPolicy { name: "Logs".into(), arn: "arn:aws:iam::1:policy/Logs".into(), document: None };
                role(seen).attached.push(policy);
            }),
        ),
        ("several inline policies", Box::new(move |seen| drop(role(seen).inline.insert("more".into(), anything())))),
        ("no inline policy", Box::new(|seen| role(seen).inline.clear())),
        (
            "Other proxies have it too: crm-proxy",
            Box::new(|seen| {
                seen.others_with_role = Part::Present(vec!["crm-proxy".into()]);
            }),
        ),
        ("is not known", Box::new(|seen| seen.others_with_role = Part::Unreadable(denied("rds:DescribeDBProxies")))),
        (
            "RDS is not the only one",
            Box::new(|seen| {
                role(seen).trust.statement.extend(Document::trust("lambda.amazonaws.com").statement);
            }),
        ),
        (
            "does not understand",
            Box::new(|seen| {
                let text =
                    r#"{"Version":"2012-10-17","Statement":{"Effect":"Perhaps","Action":"s3:Get*","Resource":"*"}}"#;
                let policy: Document = serde_json::from_str(text).unwrap();
                role(seen).inline.values_mut().for_each(|one| one.statement.extend(policy.statement.clone()));
            }),
        ),
    ];
    for (why, change) in cases {
        let mut seen = seen.clone();
        change(&mut seen);
        let setup = adopted(&seen, None).unwrap();
        assert!(!setup.role.owned, "{why}");
        assert!(notes(&setup).contains(why), "{why}:\n{}", notes(&setup));
        assert!(!live(&setup, &seen).unwrap().role, "{why}");
    }
}

#[tokio::test]
async fn groups_secrets_and_rights_of_others_are_referenced_and_said() {
    let seen = by_hand().await;
    let setup = adopted(&seen, None).unwrap();
    assert!(setup.network.groups.iter().all(|group| !group.owned && group.id.starts_with("sg-")));
    assert!(matches!(&setup.secret, SecretSetup::Used { rds_managed: false, .. }), "{:?}", setup.secret);
    assert!(setup.network.rules.is_empty(), "{:?}", setup.network.rules);
    for said in ["The security group", "stay as they are", "The secret `"] {
        assert!(notes(&setup).contains(said), "{said}:\n{}", notes(&setup));
    }
    let found = live(&setup, &seen).unwrap();
    assert!(found.proxy_group.is_none() && found.secret_arn.is_none() && found.rules.is_empty());

    // A policy that says more than this path needs is not the setup's to take away.
    assert!(setup.access.policy_owned);
    let mut wider = seen.clone();
    let Part::Present(role) = &mut wider.function_role else { panic!() };
    let more = Statement::allow(None, "s3:GetObject", "*");
    role.inline.values_mut().for_each(|policy| policy.statement.push(more.clone()));
    let setup = adopted(&wider, None).unwrap();
    assert!(!setup.access.policy_owned && !live(&setup, &wider).unwrap().function_policy);
    assert!(!setup.access.policy.to_json().contains("s3:"), "{}", setup.access.policy.to_json());
    let script = export::files(&setup).unwrap().into_iter().find(|file| file.path == "cli/setup.sh").unwrap();
    assert!(!script.text.contains("policy=$(cat") && !script.text.contains("put-role-policy --role-name billing-run"));
}

#[tokio::test]
async fn every_login_and_every_group_of_the_proxy_stays() {
    let mut seen = by_hand().await;
    let Part::Present(proxy) = &mut seen.proxy else { panic!() };
    let mut second = proxy.auth[0].clone();
    second.secret_arn = second.secret_arn.replace("billing", "reports");
    second.iam_auth = IamAuth::Disabled;
    proxy.auth.push(second.clone());
    let database_group = seen.database.present().unwrap().security_group_ids[0].clone();
    proxy.security_group_ids.push(database_group.clone());
    let mut facts = seen.proxy_secrets[0].clone();
    facts.arn.clone_from(&second.secret_arn);
    seen.proxy_secrets.push(facts);

    // Which of the two is the function's was not looked at.
    let obstacles = adopted(&seen, None).unwrap_err();
    let [Obstacle::Open { cure, .. }] = obstacles.as_slice() else { panic!("{obstacles:?}") };
    assert!(cure.contains("--read-secrets"), "{cure}");
    let user = adopted(&by_hand().await, None).unwrap().db_user;
    for (secret, user) in seen.proxy_secrets.iter_mut().zip([user.as_str(), "reports"]) {
        secret.shape = Part::Present(rds_proxy_wizard::domain::secret::SecretShape {
            username: Some(user.to_owned()),
            ..Default::default()
        });
    }
    let setup = adopted(&seen, None).unwrap();
    assert_eq!(setup.proxy.auth.len(), 2);
    assert_eq!(setup.proxy.auth[1], second);
    assert_eq!(setup.network.group_ids(GroupPart::Proxy).len(), 2);
    let script = export::files(&setup).unwrap().into_iter().find(|file| file.path == "cli/setup.sh").unwrap().text;
    assert!(script.contains(&format!("\"$PROXY_SG\" {database_group}")), "{script}");
    assert_eq!(script.matches("PROXY_SG=").count(), 1);
    // Named by the person, the other one is.
    assert_eq!(adopted(&seen, Some("reports")).unwrap().auth_mode, AuthMode::Password);
}

#[tokio::test]
async fn what_is_not_understood_is_not_written_down() {
    let seen = by_hand().await;
    type Change = fn(&mut rds_proxy_wizard::domain::proxy::Proxy);
    let changes: [(&str, Change); 2] = [
        ("OPTIONAL", |proxy| proxy.auth[0].iam_auth = IamAuth::Other("OPTIONAL".into())),
        ("NetworkType", |proxy| proxy.endpoint_network_type = NetworkType::Other),
    ];
    for (what, change) in changes {
        let mut seen = seen.clone();
        let Part::Present(proxy) = &mut seen.proxy else { panic!() };
        change(proxy);
        let obstacles = adopted(&seen, None).unwrap_err();
        let [Obstacle::Open { title, .. }] = obstacles.as_slice() else { panic!("{obstacles:?}") };
        assert!(title.contains(what), "{title}");
    }
}

#[tokio::test]
async fn tags_of_a_run_and_of_a_stack_are_no_tags_of_the_setup() {
    let mut seen = by_hand().await;
    let Part::Present(proxy) = &mut seen.proxy else { panic!() };
    let tags = proxy.tags.as_mut().unwrap();
    for (key, value) in
        [("team", "web"), ("rds-proxy-wizard:run", "r-1"), ("aws:cloudformation:stack-name", "shop-stack")]
    {
        tags.insert(key.to_owned(), value.to_owned());
    }
    let setup = adopted(&seen, None).unwrap();
    assert_eq!(setup.tags.get("team").map(String::as_str), Some("web"));
    assert!(is_owned(&setup.tags, &setup.name));
    assert!(!setup.tags.keys().any(|key| key.starts_with("aws:") || key.ends_with(":run")), "{:?}", setup.tags);
    assert!(notes(&setup).contains("shop-stack"));
}

/// Choices that are made out from it lead to a proxy of the same name, and never to a role that is not its own.
#[tokio::test]
async fn an_adopted_setup_gives_choices() {
    let seen = by_hand().await;
    let setup = adopted(&seen, None).unwrap();
    let choices = choices_of(&setup);
    assert_eq!(choices.proxy.name.as_deref(), Some("billing-pg-proxy"));
    assert_eq!(choices.proxy.idle_client_timeout_secs, Some(setup.proxy.idle_client_timeout_secs));
}
