//! Packets that do not arrive.

use super::{UNREACHABLE, close, function_says, open, sends_password, starves, times_out, with_function, with_proxy};
use crate::domain::finding::Severity::{Error, Warning};
use crate::domain::function::FunctionVpc;
use crate::domain::network::{Direction, NetworkAcl, VpcEndpoint, VpcEndpointState};
use crate::practice::acls::entry;
use crate::practice::founding::{add_group, group_id, subnet_ids, vpc_id};
use crate::practice::scenarios::{Scenario, broken};
use crate::practice::state::{EndpointRecord, State, hex};

pub const SCENARIOS: &[Scenario] = &[
    broken("broken-closed-door", &[("sg-db-ingress-proxy", Error)], closed_door).followed_by(UNREACHABLE),
    broken("broken-proxy-stays-in", &[("sg-proxy-egress-db", Error)], |state| {
        close(state, "orders-proxy-sg", Direction::Egress, "orders-db");
        starves(state);
    })
    .followed_by(UNREACHABLE),
    broken("broken-proxy-door", &[("sg-proxy-ingress-lambda", Error)], |state| {
        close(state, "orders-proxy-sg", Direction::Ingress, "orders-checkout-sg");
        times_out(state);
    }),
    broken("broken-function-stays-in", &[("sg-lambda-egress-proxy", Error)], |state| {
        close(state, "orders-checkout-sg", Direction::Egress, "orders-proxy-sg");
        times_out(state);
    }),
    broken("broken-shared-group", &[("sg-shared-without-self-rule", Error)], shared_group).followed_by(UNREACHABLE),
    broken("broken-network-acl", &[("nacl-blocks-db-port", Warning)], network_acl),
    broken("broken-outside", &[("lambda-not-in-vpc", Error)], |state| {
        with_function(state, |record| record.function.vpc = None);
        times_out(state);
        function_says(state, "Error: connect ETIMEDOUT 10.20.16.44:3306");
    }),
    broken("broken-other-network", &[("lambda-vpc-differs-from-proxy", Error)], other_network),
    broken("broken-dns-off", &[("vpc-dns-support-disabled", Error)], |state| {
        let main = vpc_id(state, "acme-main");
        for vpc in state.vpcs.iter_mut().filter(|vpc| vpc.id == main) {
            vpc.dns_support = Some(false);
            vpc.dns_hostnames = Some(false);
        }
        times_out(state);
        function_says(state, "Error: getaddrinfo ENOTFOUND orders-proxy");
    }),
    broken("broken-no-service-route", &[("lambda-subnet-without-service-route", Warning)], |state| {
        sends_password(state);
        state.endpoints.retain(|record| !record.endpoint.service_name.ends_with(".secretsmanager"));
        times_out(state);
    }),
    broken("broken-endpoint-door", &[("vpce-sg-blocks-lambda", Error)], |state| {
        sends_password(state);
        times_out(state);
    }),
];

fn closed_door(state: &mut State) {
    close(state, "orders-db", Direction::Ingress, "orders-proxy-sg");
    starves(state);
}

/// The proxy is in the database's own group, which lets in the function but not itself.
fn shared_group(state: &mut State) {
    close(state, "orders-db", Direction::Ingress, "orders-proxy-sg");
    open(state, "orders-db", "in 3306 orders-checkout-sg");
    open(state, "orders-checkout-sg", "out 3306 orders-db");
    let shared = group_id(state, "orders-db");
    with_proxy(state, |proxy| proxy.security_group_ids = vec![shared.clone()]);
    starves(state);
}

/// Only HTTPS and answers come into `private-b`.
fn network_acl(state: &mut State) {
    let port = |number, port| entry(number, Direction::Ingress, true, Some(port));
    let mut answers = port(200, 32_768);
    answers.to_port = Some(65_535);
    state.acls.push(NetworkAcl {
        id: format!("acl-0{}", hex("acl/private-b", 16)),
        vpc_id: vpc_id(state, "acme-main"),
        is_default: false,
        subnet_ids: subnet_ids(state, &["private-b".to_owned()]),
        entries: vec![
            port(100, 443),
            answers,
            entry(32_767, Direction::Ingress, false, None),
            entry(100, Direction::Egress, true, None),
            entry(32_767, Direction::Egress, false, None),
        ],
    });
    times_out(state);
}

fn other_network(state: &mut State) {
    let vpc = FunctionVpc {
        vpc_id: vpc_id(state, "acme-data"),
        subnet_ids: subnet_ids(state, &["data-a".to_owned(), "data-b".to_owned()]),
        security_group_ids: vec![group_id(state, "payments-sg")],
        ipv6_allowed: false,
    };
    with_function(state, |record| record.function.vpc = Some(vpc.clone()));
    times_out(state);
}

/// An endpoint of Secrets Manager, through which the password is rotated.
pub fn add_endpoint(state: &mut State) {
    add_group(state, "acme-main", "endpoints-sg", "Interface endpoints");
    open(state, "endpoints-sg", "in 443 orders-api-sg");
    let endpoint = VpcEndpoint {
        id: state.new_id("vpce", "acme-main/secretsmanager"),
        vpc_id: vpc_id(state, "acme-main"),
        service_name: format!("com.amazonaws.{}.secretsmanager", state.account.region),
        kind: "Interface".into(),
        state: VpcEndpointState::Available,
        subnet_ids: subnet_ids(state, &["private-a".to_owned(), "private-b".to_owned()]),
        security_group_ids: vec![group_id(state, "endpoints-sg")],
        private_dns: true,
        policy: None,
        tags: crate::domain::Tags::new(),
    };
    state.endpoints.push(EndpointRecord { endpoint, ready_at: 0, gone_at: None });
}

/// Lets the checkout function in at the endpoint of Secrets Manager.
pub fn open_endpoint(state: &mut State) {
    open(state, "endpoints-sg", "in 443 orders-checkout-sg");
}
