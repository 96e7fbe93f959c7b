//! The network as resources of Terraform's provider.

use super::super::super::draft::{StackDraft, group_names};
use super::super::super::terraform::secrets_endpoint;
use super::super::super::{Expression, attribute};
use super::{CIDR, GROUPS, SUBNETS, SUBNETS_ASKED, asks, missing_endpoint, zone};
use crate::domain::setup::GroupPart;

pub(in crate::export::resources::parts) fn terraform(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let endpoint = missing_endpoint(&draft.stack, setup);
    let endpoint = endpoint.map(|there| {
        let (subnets, groups) = (draft.subnets(), vec![draft.group_id(GroupPart::Endpoint)].into());
        secrets_endpoint(draft, &there.service_name, subnets, Some(groups))
    });
    draft.stack.make(
        "Vpc",
        "aws_vpc",
        [
            ("cidr_block", Some(CIDR.into())),
            ("enable_dns_support", Some(true.into())),
            ("enable_dns_hostnames", Some(true.into())),
            ("tags", draft.tags()),
        ],
    );
    draft.stack.make("Routes", "aws_route_table", [("vpc_id", Some(attribute("Vpc", "id"))), ("tags", draft.tags())]);
    for (nth, subnet) in SUBNETS.into_iter().enumerate() {
        let zone = draft.stack.ask(zone(setup, nth, subnet));
        let (id, range, ..) = subnet;
        draft.stack.make(
            id,
            "aws_subnet",
            [
                ("vpc_id", Some(attribute("Vpc", "id"))),
                ("cidr_block", Some(range.into())),
                ("availability_zone", Some(zone)),
                ("tags", draft.tags()),
            ],
        );
        draft.stack.make(
            &format!("{id}Routes"),
            "aws_route_table_association",
            [("subnet_id", Some(attribute(id, "id"))), ("route_table_id", Some(attribute("Routes", "id")))],
        );
    }
    for part in GROUPS {
        let (group, parameter, about) = group_names(part);
        if !asks(&draft.stack, parameter) {
            continue;
        }
        draft.stack.make(
            group,
            "aws_security_group",
            [("description", Some(about.into())), ("vpc_id", Some(attribute("Vpc", "id"))), ("tags", draft.tags())],
        );
        draft.stack.answer(parameter, &attribute(group, "id"));
    }
    if let Some(endpoint) = endpoint {
        draft.stack.resources.push(endpoint);
    }
    let subnets = Expression::List(SUBNETS.map(|(id, ..)| attribute(id, "id")).to_vec());
    SUBNETS_ASKED.into_iter().for_each(|asked| draft.stack.answer(asked, &subnets));
    draft.stack.answer("VpcId", &attribute("Vpc", "id"));
}
