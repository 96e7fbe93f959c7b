//! EC2: what rules and routes refer to outside the VPC: prefix lists and peering connections.

use aws_sdk_ec2::Client;
use aws_sdk_ec2::types::{Filter, VpcPeeringConnection};
use futures::stream::{self, StreamExt, TryStreamExt};
use std::collections::BTreeMap;

use crate::aws::ec2::network::filter;
use crate::aws::error::{absent, failed_on, unless_denied};
use crate::cloud::CloudResult;
use crate::domain::network::{PrefixList, VpcPeering};

/// Values that one filter takes. <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html>
const FILTER_VALUES: usize = 200;
/// Calls at once.
const AT_ONCE: usize = 4;

/// Lists of AWS and of the customer answer the same calls. One that is gone is left out; where
/// names may not be read, each goes by its id.
pub async fn prefix_lists(ec2: &Client, ids: &[String]) -> CloudResult<Vec<PrefixList>> {
    let names = async { unless_denied(names(ec2, ids).await) };
    let entries = stream::iter(ids.to_vec())
        .map(|id| async move {
            let cidrs = absent(cidrs(ec2, &id).await)?;
            CloudResult::Ok(cidrs.map(|cidrs| (id, cidrs)))
        })
        .buffered(AT_ONCE)
        .try_collect::<Vec<_>>();
    let (names, entries) = futures::try_join!(names, entries)?;
    let names = names.unwrap_or_default();
    let list = |(id, cidrs): (String, Vec<String>)| PrefixList {
        name: names.get(&id).cloned().unwrap_or_else(|| id.clone()),
        id,
        cidrs,
    };
    Ok(entries.into_iter().flatten().map(list).collect())
}

async fn cidrs(ec2: &Client, id: &str) -> CloudResult<Vec<String>> {
    let entries: Vec<_> = ec2
        .get_managed_prefix_list_entries()
        .prefix_list_id(id)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("ec2:GetManagedPrefixListEntries", id))?;
    Ok(entries.into_iter().filter_map(|entry| entry.cidr).collect())
}

async fn names(ec2: &Client, ids: &[String]) -> CloudResult<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for chunk in ids.chunks(FILTER_VALUES) {
        let of_ids = Filter::builder().name("prefix-list-id").set_values(Some(chunk.to_vec())).build();
        let found: Vec<_> = ec2
            .describe_managed_prefix_lists()
            .filters(of_ids)
            .into_paginator()
            .items()
            .send()
            .collect::<Result<_, _>>()
            .await
            .map_err(failed_on("ec2:DescribeManagedPrefixLists", &chunk.join(", ")))?;
        names.extend(found.into_iter().filter_map(|list| Some((list.prefix_list_id?, list.prefix_list_name?))));
    }
    Ok(names)
}

/// Two calls, for filters of one call must all match.
pub async fn peerings(ec2: &Client, vpc: &str) -> CloudResult<Vec<VpcPeering>> {
    let (requested, accepted) = futures::try_join!(
        connections(ec2, "requester-vpc-info.vpc-id", vpc),
        connections(ec2, "accepter-vpc-info.vpc-id", vpc)
    )?;
    Ok(requested.into_iter().chain(accepted).filter_map(peering).collect())
}

async fn connections(ec2: &Client, side: &str, vpc: &str) -> CloudResult<Vec<VpcPeeringConnection>> {
    ec2.describe_vpc_peering_connections()
        .filters(filter(side, vpc))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("ec2:DescribeVpcPeeringConnections", vpc))
}

fn peering(found: VpcPeeringConnection) -> Option<VpcPeering> {
    let code = found.status.and_then(|status| status.code);
    Some(VpcPeering {
        id: found.vpc_peering_connection_id?,
        status: code.as_ref().map_or("", |code| code.as_str()).into(),
        requester_vpc: found.requester_vpc_info.and_then(|info| info.vpc_id).unwrap_or_default(),
        accepter_vpc: found.accepter_vpc_info.and_then(|info| info.vpc_id).unwrap_or_default(),
    })
}
