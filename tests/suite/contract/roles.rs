//! IAM roles, their policies, and simulation.

use super::Subject;
use rds_proxy_wizard::cloud::{ErrorKind, NewRole};
use rds_proxy_wizard::discover;
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::policy::{Document, Statement};

fn new(subject: &Subject, what: &str, service: &str) -> NewRole {
    NewRole {
        name: subject.named(what),
        path: "/service/".into(),
        description: "made by a test".into(),
        trust: Document::trust(service),
        permissions_boundary: None,
        tags: Tags::from([("made-by".into(), "rds-proxy-wizard".into())]),
    }
}

pub async fn a_role_is_made_filled_read_and_deleted(subject: &Subject) {
    const POLICY: &str = "read-secret";
    let cloud = subject.cloud();
    let new = new(subject, "filled", "rds.amazonaws.com");
    let name = new.name.as_str();
    assert_eq!(cloud.role(name).await.unwrap(), None);
    assert_eq!(cloud.role_policies(name).await.unwrap(), None);
    assert_eq!(cloud.attached_policies(name).await.unwrap(), None);
    let arn = cloud.create_role(new.clone()).await.unwrap();
    assert!(arn.ends_with(&format!(":role/service/{name}")), "{arn}");
    subject.refused(cloud.create_role(new.clone()).await, ErrorKind::AlreadyExists);

    let document = Document::new(vec![
        Statement::allow(
            Some("Read"),
            "secretsmanager:GetSecretValue",
            "arn:aws:secretsmanager:*:*:secret:orders-??????",
        )
        .when("StringEquals", "aws:RequestedRegion", "us-east-1"),
    ]);
    let managed = subject.connection.account.managed_policy_arn("service-role/AWSLambdaVPCAccessExecutionRole");
    cloud.put_role_policy(name, POLICY, &Document::new(Vec::new())).await.ok();
    cloud.put_role_policy(name, POLICY, &document).await.unwrap();
    cloud.attach_role_policy(name, &managed).await.unwrap();

    let role = discover::role(subject.connection.reader(), name).await.unwrap().unwrap();
    assert_eq!((role.name.as_str(), role.path.as_str(), &role.arn), (name, "/service/", &arn));
    assert_eq!((&role.trust, role.inline.get(POLICY)), (&new.trust, Some(&document)));
    assert_eq!((&role.tags, role.permissions_boundary), (&new.tags, None));
    assert_eq!(cloud.managed_policy(&format!("{managed}-of-nobody")).await.unwrap(), None);
    if subject.can("list roles in detail") {
        let listed = cloud.roles().await.unwrap().into_iter().find(|listed| listed.name == name).unwrap();
        assert_eq!((&listed.arn, &listed.trust, &listed.inline), (&arn, &new.trust, &role.inline));
        assert_eq!((&listed.path, &listed.tags), (&role.path, &role.tags));
        // Whether the documents of managed policies are there differs: those that are not are asked for alone.
        assert_eq!(listed.attached.iter().map(|policy| policy.arn.as_str()).collect::<Vec<_>>(), [managed.as_str()]);
    }
    let attached: Vec<_> = role.attached.iter().map(|policy| policy.arn.as_str()).collect();
    assert_eq!(attached, [managed.as_str()]);
    let rules = cloud.managed_policy(&managed).await.unwrap().unwrap();
    assert!(rules.statement.iter().any(|statement| statement.covers("ec2:CreateNetworkInterface", "*")));

    subject.refused(cloud.delete_role(name).await, ErrorKind::InUse);
    cloud.detach_role_policy(name, &managed).await.unwrap();
    subject.refused(cloud.detach_role_policy(name, &managed).await, ErrorKind::NotFound);
    cloud.delete_role_policy(name, POLICY).await.unwrap();
    subject.refused(cloud.delete_role_policy(name, POLICY).await, ErrorKind::NotFound);
    cloud.delete_role(name).await.unwrap();
    assert_eq!(cloud.role(name).await.unwrap(), None);
    subject.refused(cloud.delete_role(name).await, ErrorKind::NotFound);
    subject.refused(cloud.put_role_policy(name, POLICY, &document).await, ErrorKind::NotFound);
}

pub async fn roles_of_proxies_are_told_apart(subject: &Subject) {
    let cloud = subject.cloud();
    let proxy = new(subject, "proxy", "rds.amazonaws.com");
    let other = new(subject, "other", "ec2.amazonaws.com");
    cloud.create_role(proxy.clone()).await.unwrap();
    cloud.create_role(other.clone()).await.unwrap();
    let roles = cloud.proxy_roles().await.unwrap();
    assert!(roles.iter().any(|role| role.name == proxy.name));
    assert!(!roles.iter().any(|role| role.name == other.name || role.name == subject.seeded.function_role));
    for role in [proxy, other] {
        cloud.delete_role(&role.name).await.unwrap();
    }
}

pub async fn permissions_are_simulated(subject: &Subject) {
    if !subject.can("simulate a principal's policies") {
        return;
    }
    let cloud = subject.cloud();
    let account = &subject.connection.account;
    let mut role = new(subject, "simulated", "lambda.amazonaws.com");
    role.path = "/".into();
    let arn = cloud.create_role(role.clone()).await.unwrap();
    let allowed = account.arn("rds-db", "dbuser:prx-0123456789abcdef0/app");
    let other = account.arn("rds-db", "dbuser:prx-0123456789abcdef0/admin");
    let document = Document::new(vec![Statement::allow(None, "rds-db:connect", allowed.as_str())]);
    cloud.put_role_policy(&role.name, "connect", &document).await.unwrap();
    let connect = "rds-db:connect".to_owned();
    let asked = [(connect.clone(), other), (connect, allowed), ("rds:CreateDBProxy".to_owned(), "*".to_owned())];
    let answers = cloud.simulate(&arn, &asked).await.unwrap();
    let verdicts: Vec<_> = answers.iter().map(|answer| (answer.resource.as_str(), answer.allowed)).collect();
    assert_eq!(verdicts, [(asked[0].1.as_str(), false), (asked[1].1.as_str(), true), ("*", false)]);
    cloud.delete_role_policy(&role.name, "connect").await.unwrap();
    cloud.delete_role(&role.name).await.unwrap();
}

pub async fn a_role_is_read_with_its_boundary(subject: &Subject) {
    let cloud = subject.cloud();
    let account = &subject.connection.account;
    let mut role = new(subject, "bounded", "rds.amazonaws.com");
    role.path = "/".into();
    role.permissions_boundary = Some(account.managed_policy_arn("ReadOnlyAccess"));
    let arn = cloud.create_role(role.clone()).await.unwrap();
    let found = cloud.role(&role.name).await.unwrap().unwrap();
    assert!(found.created.is_some_and(|created| created > 0), "{found:?}");
    assert_eq!(found.permissions_boundary, role.permissions_boundary);
    if subject.can("the document of a boundary") {
        let limit = cloud.managed_policy(&found.permissions_boundary.unwrap()).await.unwrap().unwrap();
        assert!(!limit.statement.is_empty());
    }

    if subject.can("simulate a principal's policies") {
        let asked = [("rds-db:connect".to_owned(), account.arn("rds-db", "dbuser:prx-0123456789abcdef0/app"))];
        let answers = cloud.simulate_role(&arn, &asked).await.unwrap();
        let [answer] = answers.as_slice() else { panic!("{answers:?}") };
        assert_eq!((&answer.principal, &answer.action, &answer.resource), (&arn, &asked[0].0, &asked[0].1));
        assert_eq!(answer.decision, "implicitDeny");
    }
    cloud.delete_role(&role.name).await.unwrap();
}
