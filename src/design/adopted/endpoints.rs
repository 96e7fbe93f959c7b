//! Endpoints of the proxy beside its default one, as far as a setup carries them: one for reads; and where the
//! function is in another VPC than the proxy, those there.

use super::AdoptedDraft;
use super::obstacle::{Obstacle, needed};
use crate::domain::Tags;
use crate::domain::network::VpcEndpoint;
use crate::domain::proxy::{EndpointRole, NetworkType, ProxyEndpoint};
use crate::domain::setup::{FunctionVpcSetup, GroupPart, Page, ProxyEndpointSetup};
use crate::text::{Filling, said};

/// What is carried, and what follows for the network.
pub(super) struct Carried<'a> {
    pub endpoints: Vec<ProxyEndpointSetup>,
    pub function_vpc: Option<FunctionVpcSetup>,
    /// Their group, where it is not the proxy's own.
    pub group_id: Option<&'a str>,
    /// Interface endpoints of AWS services in the VPC of the function.
    pub beside_function: &'a [VpcEndpoint],
}

/// An endpoint that a setup can hold.
struct HeldEndpoint<'a> {
    there: &'a ProxyEndpoint,
    role: EndpointRole,
    host: &'a str,
    owned: bool,
    groups: GroupPart,
}

/// The setup's own, by their tags, and those that the function names. All others are left out, and a note says so.
pub(super) fn carried<'a>(draft: &mut AdoptedDraft<'a>) -> Result<Carried<'a>, Obstacle> {
    let there = draft.there.endpoints.iter().filter(|endpoint| !endpoint.is_default);
    let further: Vec<&'a ProxyEndpoint> = there.collect();
    let mut carried = Carried {
        endpoints: Vec::new(),
        function_vpc: None,
        group_id: None,
        beside_function: draft.there.vpc_endpoints,
    };
    if further.is_empty() {
        return Ok(carried);
    }
    let mut candidates = Vec::new();
    for endpoint in &further {
        candidates.extend(candidate(draft, endpoint)?);
    }
    // The way of every statement first; its own before what others made.
    candidates.sort_by_key(|one| (one.role, !one.owned));
    let mut subnets: Option<&[String]> = None;
    for one in candidates {
        let is_second = carried.endpoints.iter().any(|other| other.role == one.role);
        let group = one.there.security_group_ids.first().filter(|_| one.groups == GroupPart::ProxyEndpoint);
        // All of them have one group and the same subnets.
        let differs = subnets.is_some_and(|subnets| {
            subnets != one.there.subnet_ids.as_slice() || carried.group_id != group.map(String::as_str)
        });
        if is_second || differs {
            continue;
        }
        subnets = Some(&one.there.subnet_ids);
        carried.group_id = group.map(String::as_str);
        carried.endpoints.push(setup(draft, &one));
    }
    if let (Some(vpc_id), Some(subnets)) = (elsewhere(draft), subnets) {
        let network = needed(&draft.there.observed.function_network, vpc_id)?;
        needed(&network.security_groups, vpc_id)?;
        carried.beside_function = needed(&network.vpc_endpoints, vpc_id)?;
        carried.function_vpc = Some(FunctionVpcSetup {
            vpc_id: vpc_id.to_owned(),
            label: network.vpc.present().map_or(vpc_id, |vpc| vpc.label()).to_owned(),
            subnet_ids: subnets.to_vec(),
        });
    }
    note_left_out(draft, &further, &carried);
    Ok(carried)
}

/// The VPC of the function, where it is another than the proxy's.
fn elsewhere<'a>(draft: &AdoptedDraft<'a>) -> Option<&'a str> {
    let vpc = draft.there.function.vpc.as_ref().filter(|vpc| !vpc.vpc_id.is_empty())?;
    (vpc.vpc_id != draft.there.proxy.vpc_id).then_some(vpc.vpc_id.as_str())
}

fn candidate<'a>(draft: &AdoptedDraft<'a>, there: &'a ProxyEndpoint) -> Result<Option<HeldEndpoint<'a>>, Obstacle> {
    let elsewhere = elsewhere(draft);
    let place = elsewhere.unwrap_or(&draft.there.proxy.vpc_id);
    let role = EndpointRole::known(&there.role).filter(|role| elsewhere.is_some() || *role == EndpointRole::ReadOnly);
    let (Some(role), Some(host)) = (role, there.host.as_deref()) else { return Ok(None) };
    if there.vpc_id != place || there.network_type == NetworkType::Other {
        return Ok(None);
    }
    let owned = draft.owns(tags(draft, there)?);
    let named = draft.there.function.variables_naming(host).next().is_some();
    let groups = groups(draft, there);
    Ok(groups.filter(|_| owned || named).map(|groups| HeldEndpoint { there, role, host, owned, groups }))
}

/// The listing has no tags: they take a call of their own for each.
fn tags<'a>(draft: &AdoptedDraft<'a>, there: &ProxyEndpoint) -> Result<&'a Tags, Obstacle> {
    let all = needed(&draft.there.observed.named_endpoints, &there.name)?;
    let read = all.iter().find(|one| one.arn == there.arn).and_then(|one| one.tags.as_ref());
    read.ok_or_else(|| super::there::tags_unread(&there.arn))
}

/// The proxy's own groups, or one of its own.
fn groups(draft: &AdoptedDraft<'_>, there: &ProxyEndpoint) -> Option<GroupPart> {
    let (own, of_proxy) = (&there.security_group_ids, &draft.there.proxy.security_group_ids);
    if own.len() == of_proxy.len() && own.iter().all(|id| of_proxy.contains(id)) {
        return Some(GroupPart::Proxy);
    }
    (own.len() == 1).then_some(GroupPart::ProxyEndpoint)
}

fn setup(draft: &mut AdoptedDraft<'_>, one: &HeldEndpoint<'_>) -> ProxyEndpointSetup {
    let setup = ProxyEndpointSetup {
        name: one.there.name.clone(),
        role: one.role,
        subnet_ids: one.there.subnet_ids.clone(),
        groups: one.groups,
        network_type: one.there.network_type,
        used_host: (!one.owned).then(|| one.host.to_owned()),
    };
    if one.owned {
        draft.known.set(setup.output(), one.host);
    } else {
        let title = said!("adopt-endpoint-used", name = one.there.name.as_str());
        draft.note(Page::Proxy, title, said!("adopt-endpoint-used-text"));
    }
    setup
}

fn note_left_out(draft: &mut AdoptedDraft<'_>, further: &[&ProxyEndpoint], carried: &Carried<'_>) {
    let left = further.iter().filter(|one| carried.endpoints.iter().all(|kept| kept.name != one.name));
    let left: Vec<&str> = left.map(|endpoint| endpoint.name.as_str()).collect();
    if !left.is_empty() {
        let title = said!("adopt-extra-endpoints", count = left.len());
        draft.note(Page::Proxy, title, said!("adopt-extra-endpoints-text", names = Filling::names(left)));
    }
}
