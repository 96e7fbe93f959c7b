//! Security groups and their rules.

use super::Subject;
use rds_proxy_wizard::cloud::{ErrorKind, GroupRule, NewSecurityGroup};
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::network::{Direction, Peer, SecurityGroup, SecurityGroupRule};

fn new(subject: &Subject, what: &str) -> NewSecurityGroup {
    NewSecurityGroup {
        name: subject.named(what),
        description: "made by a test".into(),
        vpc_id: subject.seeded.vpc_id.clone(),
        tags: Tags::from([("made-by".into(), "rds-proxy-wizard".into())]),
    }
}

async fn find(subject: &Subject, id: &str) -> Option<SecurityGroup> {
    let all = subject.cloud().security_groups(&subject.seeded.vpc_id).await.unwrap();
    all.into_iter().find(|group| group.id == id)
}

pub async fn a_group_starts_empty_and_its_rules_come_and_go(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let group = cloud.create_security_group(new(subject, "proxy")).await.unwrap();
    let made = find(subject, &group).await.unwrap();
    assert_eq!((&made.vpc_id, made.name.as_str()), (&seeded.vpc_id, subject.named("proxy").as_str()));
    assert_eq!(made.tags.get("made-by").map(String::as_str), Some("rds-proxy-wizard"));
    assert_eq!(made.rules, [], "the allow-all egress rule is revoked");
    subject.refused(cloud.create_security_group(new(subject, "proxy")).await, ErrorKind::AlreadyExists);

    let rule = |direction, peer: &str| GroupRule {
        group_id: group.clone(),
        direction,
        port: 3306,
        peer_group_id: peer.into(),
        description: "function to proxy".into(),
    };
    let ingress = rule(Direction::Ingress, &seeded.function_group_id);
    let egress = rule(Direction::Egress, &seeded.database_group_id);
    let ingress_id = cloud.authorize(&ingress).await.unwrap();
    let egress_id = cloud.authorize(&egress).await.unwrap();
    let mut rules = find(subject, &group).await.unwrap().rules;
    rules.sort_by_key(|rule| rule.direction);
    let shows_description = subject.can("show a rule's description");
    let listed = |rule: &GroupRule, id: &str| SecurityGroupRule {
        id: Some(id.into()),
        direction: rule.direction,
        protocol: "tcp".into(),
        from_port: Some(3306),
        to_port: Some(3306),
        peer: Peer::Group(rule.peer_group_id.clone()),
        description: shows_description.then(|| "function to proxy".into()),
    };
    assert_eq!(rules, [listed(&ingress, &ingress_id), listed(&egress, &egress_id)]);
    if subject.can("refuse a rule that is there") {
        subject.refused(cloud.authorize(&ingress).await, ErrorKind::AlreadyExists);
    }

    cloud.revoke(&ingress, Some(&ingress_id)).await.unwrap();
    cloud.revoke(&egress, None).await.unwrap();
    assert_eq!(find(subject, &group).await.unwrap().rules, []);
    if subject.can("refuse to revoke what is not there") {
        subject.refused(cloud.revoke(&ingress, Some(&ingress_id)).await, ErrorKind::NotFound);
        subject.refused(cloud.revoke(&egress, None).await, ErrorKind::NotFound);
    }

    cloud.delete_security_group(&group).await.unwrap();
    assert_eq!(find(subject, &group).await, None);
    if subject.can("say that a group is not found") {
        subject.refused(cloud.delete_security_group(&group).await, ErrorKind::NotFound);
        subject.refused(cloud.authorize(&ingress).await, ErrorKind::NotFound);
    }
}

pub async fn a_group_in_use_is_not_deleted(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let group = cloud.create_security_group(new(subject, "used")).await.unwrap();
    let rule = GroupRule {
        group_id: seeded.database_group_id.clone(),
        direction: Direction::Ingress,
        port: 3306,
        peer_group_id: group.clone(),
        description: String::new(),
    };
    let id = cloud.authorize(&rule).await.unwrap();
    if subject.can("refuse to delete a group that a rule refers to") {
        subject.refused(cloud.delete_security_group(&group).await, ErrorKind::InUse);
    }
    cloud.revoke(&rule, Some(&id)).await.unwrap();
    cloud.delete_security_group(&group).await.unwrap();
}

pub async fn a_rule_of_another_hand_is_revoked_and_written_again(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let group = cloud.create_security_group(new(subject, "open")).await.unwrap();
    let rule = SecurityGroupRule {
        id: None,
        direction: Direction::Ingress,
        protocol: "tcp".into(),
        from_port: Some(3306),
        to_port: Some(3310),
        peer: Peer::Cidr("0.0.0.0/0".into()),
        description: Some("by another hand".into()),
    };
    let found = || async {
        let groups = cloud.security_groups(&seeded.vpc_id).await.unwrap();
        let rules = groups.into_iter().find(|there| there.id == group).unwrap().rules;
        rules.into_iter().find(|there| there.peer == rule.peer)
    };
    for by_id in [true, false] {
        let id = cloud.restore_rule(&group, &rule).await.unwrap();
        assert!(id.starts_with("sgr-"), "{id}");
        let there = found().await.unwrap();
        assert_eq!(SecurityGroupRule { id: None, ..there.clone() }, rule);
        let named = if by_id { there } else { rule.clone() };
        cloud.revoke_rule(&group, &named).await.unwrap();
        assert_eq!(found().await, None, "by id: {by_id}");
    }
    cloud.delete_security_group(&group).await.unwrap();
}
