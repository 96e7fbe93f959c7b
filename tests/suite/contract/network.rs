//! VPCs, subnets, routes, endpoints.

use super::Subject;
use rds_proxy_wizard::cloud::{ErrorKind, NewVpcEndpoint};
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::network::{Direction, NetworkAclEntry, VpcAttribute, VpcEndpointState};

pub async fn the_network_is_read(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let vpc = cloud.vpc(&seeded.vpc_id).await.unwrap().unwrap();
    assert_eq!((vpc.dns_support, vpc.dns_hostnames), (Some(true), Some(true)));
    assert_eq!((vpc.tenancy.as_str(), vpc.cidrs.is_empty(), vpc.name.is_some()), ("default", false, true));
    assert!(cloud.vpcs().await.unwrap().iter().any(|listed| listed.id == vpc.id && listed.name == vpc.name));
    assert_eq!(cloud.vpc("vpc-00000000000000000").await.unwrap(), None);

    let subnets = cloud.subnets(&seeded.vpc_id).await.unwrap();
    let mut zones: Vec<_> = subnets
        .iter()
        .filter(|subnet| seeded.subnet_ids.contains(&subnet.id))
        .inspect(|subnet| {
            assert!(subnet.vpc_id == seeded.vpc_id && subnet.free_addresses > 0 && !subnet.cidr.is_empty())
        })
        .map(|subnet| (subnet.zone.as_str(), subnet.zone_id.as_str()))
        .collect();
    zones.sort_unstable();
    zones.dedup();
    assert!(zones.len() >= 2 && zones.iter().all(|(_, id)| id.contains("-az")), "{zones:?}");
    assert_eq!(cloud.subnets("vpc-00000000000000000").await.unwrap(), []);

    let tables = cloud.route_tables(&seeded.vpc_id).await.unwrap();
    let main = tables.iter().find(|table| table.main).unwrap();
    assert!(main.routes.iter().any(|route| route.target == "local" && route.active), "{main:?}");

    let groups = cloud.security_groups(&seeded.vpc_id).await.unwrap();
    for id in [&seeded.database_group_id, &seeded.function_group_id] {
        assert!(groups.iter().any(|group| group.id == *id && group.vpc_id == seeded.vpc_id));
    }
}

pub async fn an_endpoint_is_made_listed_and_deleted(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let service_name = format!("com.amazonaws.{}.secretsmanager", subject.connection.account.region);
    let new = NewVpcEndpoint {
        vpc_id: seeded.vpc_id.clone(),
        service_name: service_name.clone(),
        subnet_ids: seeded.subnet_ids.clone(),
        security_group_ids: vec![seeded.function_group_id.clone()],
        tags: Tags::from([("made-by".into(), "rds-proxy-wizard".into())]),
        token: "a-token-of-a-test-0123456789abcdef".into(),
    };
    let made = cloud.create_vpc_endpoint(new).await.unwrap();
    let found = || async {
        let all = cloud.vpc_endpoints(&seeded.vpc_id).await.unwrap();
        all.into_iter().find(|endpoint| endpoint.id == made.id)
    };
    let endpoint = found().await.unwrap();
    assert_eq!((endpoint.kind.as_str(), endpoint.service_name), ("Interface", service_name));
    assert_eq!((&endpoint.vpc_id, endpoint.subnet_ids.len()), (&seeded.vpc_id, seeded.subnet_ids.len()));
    assert_eq!(endpoint.tags.get("made-by").map(String::as_str), Some("rds-proxy-wizard"));
    if subject.can("show an endpoint's groups and private DNS") {
        assert_eq!(endpoint.security_group_ids, std::slice::from_ref(&seeded.function_group_id));
        assert!(endpoint.private_dns);
    }
    subject
        .until("the endpoint", || async { found().await.is_some_and(|now| now.state == VpcEndpointState::Available) })
        .await;

    subject.patiently(|| cloud.delete_vpc_endpoint(&made.id)).await;
    subject
        .until("its deletion", || async { found().await.is_none_or(|now| now.state == VpcEndpointState::Deleted) })
        .await;
    if subject.can("say that an endpoint is not found") {
        subject.refused(cloud.delete_vpc_endpoint("vpce-00000000000000000").await, ErrorKind::NotFound);
    }
}

pub async fn what_filters_and_leads_elsewhere_is_read(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let vpc = cloud.vpc(&seeded.vpc_id).await.unwrap().unwrap();
    assert!(vpc.dns_servers.is_some(), "{vpc:?}");

    let acls = cloud.network_acls(&seeded.vpc_id).await.unwrap();
    let default = acls.iter().find(|acl| acl.is_default).unwrap();
    assert_eq!(default.vpc_id, seeded.vpc_id);
    for direction in [Direction::Ingress, Direction::Egress] {
        let entries: Vec<_> = default.entries.iter().filter(|entry| entry.direction == direction).collect();
        let everything = |allow: bool| {
            entries
                .iter()
                .any(|entry| entry.allow == Some(allow) && entry.protocol == "-1" && entry.cidr == "0.0.0.0/0")
        };
        assert!(everything(true) && everything(false), "{direction:?}: {entries:?}");
    }
    assert_eq!(cloud.network_acls("vpc-00000000000000000").await.unwrap(), []);

    assert_eq!(cloud.prefix_lists(&[]).await.unwrap(), []);
    if subject.can("find peering connections by VPC") {
        assert_eq!(cloud.peerings(&seeded.vpc_id).await.unwrap(), []);
    }
}

pub async fn an_acl_entry_is_written_and_deleted(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let acls = cloud.network_acls(&seeded.vpc_id).await.unwrap();
    let acl = acls.iter().find(|acl| acl.is_default).unwrap();
    let entry = NetworkAclEntry {
        number: 77,
        direction: Direction::Ingress,
        allow: Some(true),
        protocol: "6".into(),
        cidr: "10.99.0.0/24".into(),
        from_port: Some(3306),
        to_port: Some(3306),
    };
    let found = || async {
        let acls = cloud.network_acls(&seeded.vpc_id).await.unwrap();
        let entries = acls.into_iter().find(|there| there.id == acl.id).unwrap().entries;
        entries.into_iter().find(|there| there.number == 77 && there.direction == Direction::Ingress)
    };
    assert_eq!(found().await, None);
    cloud.create_acl_entry(&acl.id, &entry).await.unwrap();
    let there = found().await.unwrap();
    assert_eq!((there.allow, there.protocol.as_str(), there.cidr.as_str()), (Some(true), "6", "10.99.0.0/24"));
    if subject.can("keep the ports of an ACL entry") {
        assert_eq!(there, entry);
    }
    cloud.delete_acl_entry(&acl.id, 77, Direction::Ingress).await.unwrap();
    assert_eq!(found().await, None);
    let unclear = NetworkAclEntry { allow: None, ..entry };
    if subject.name != "practice" {
        subject.refused(cloud.create_acl_entry(&acl.id, &unclear).await, ErrorKind::Refused);
    }
}

pub async fn dns_of_a_vpc_is_switched(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let id = &seeded.vpc_id;
    for on in [false, true] {
        cloud.set_vpc_attribute(id, VpcAttribute::DnsHostnames, on).await.unwrap();
        let vpc = cloud.vpc(id).await.unwrap().unwrap();
        assert_eq!((vpc.dns_support, vpc.dns_hostnames), (Some(true), Some(on)));
    }
    let nowhere = cloud.set_vpc_attribute("vpc-00000000000000000", VpcAttribute::DnsSupport, true).await;
    if subject.can("say that a VPC to change is not found") {
        subject.refused(nowhere, ErrorKind::NotFound);
    }
}
