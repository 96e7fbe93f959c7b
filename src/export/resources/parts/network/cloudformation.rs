//! The network as CloudFormation's resources.

use super::super::super::cloudformation::{nowhere, secrets_endpoint};
use super::super::super::draft::{StackDraft, group_names};
use super::super::super::{Expression, attribute};
use super::{CIDR, GROUPS, SUBNETS, SUBNETS_ASKED, asks, missing_endpoint, zone};
use crate::domain::setup::GroupPart;

pub(in crate::export::resources::parts) fn cloudformation(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let endpoint = missing_endpoint(&draft.stack, setup);
    let endpoint = endpoint.map(|there| {
        let (subnets, groups) = (draft.subnets(), vec![draft.group_id(GroupPart::Endpoint)].into());
        secrets_endpoint(draft, &there.service_name, subnets, Some(groups))
    });
    draft.stack.make(
        "Vpc",
        "AWS::EC2::VPC",
        [
            ("CidrBlock", Some(CIDR.into())),
            ("EnableDnsSupport", Some(true.into())),
            ("EnableDnsHostnames", Some(true.into())),
            ("Tags", draft.tags()),
        ],
    );
    draft.stack.make("Routes", "AWS::EC2::RouteTable", [("VpcId", Some(attribute("Vpc", ""))), ("Tags", draft.tags())]);
    for (nth, subnet) in SUBNETS.into_iter().enumerate() {
        let zone = draft.stack.ask(zone(setup, nth, subnet));
        let (id, range, ..) = subnet;
        draft.stack.make(
            id,
            "AWS::EC2::Subnet",
            [
                ("VpcId", Some(attribute("Vpc", ""))),
                ("CidrBlock", Some(range.into())),
                ("AvailabilityZone", Some(zone)),
                ("Tags", draft.tags()),
            ],
        );
        draft.stack.make(
            &format!("{id}Routes"),
            "AWS::EC2::SubnetRouteTableAssociation",
            [("SubnetId", Some(attribute(id, ""))), ("RouteTableId", Some(attribute("Routes", "")))],
        );
    }
    for part in GROUPS {
        let (group, parameter, about) = group_names(part);
        if !asks(&draft.stack, parameter) {
            continue;
        }
        draft.stack.make(
            group,
            "AWS::EC2::SecurityGroup",
            [
                ("GroupDescription", Some(about.into())),
                ("VpcId", Some(attribute("Vpc", ""))),
                ("SecurityGroupEgress", Some(vec![nowhere()].into())),
                ("Tags", draft.tags()),
            ],
        );
        draft.stack.answer(parameter, &attribute(group, "GroupId"));
    }
    if let Some(endpoint) = endpoint {
        draft.stack.resources.push(endpoint);
    }
    let subnets = Expression::List(SUBNETS.map(|(id, ..)| attribute(id, "")).to_vec());
    SUBNETS_ASKED.into_iter().for_each(|asked| draft.stack.answer(asked, &subnets));
    draft.stack.answer("VpcId", &attribute("Vpc", ""));
}
