//! The network of a function on Lambda managed instances, which is that of their capacity provider.

use super::part_read;
use crate::cloud::{CloudResult, Reader};
use crate::domain::function::{CapacityProvider, Function, FunctionVpc};
use crate::domain::observed::{Observed, Part};

/// Reads the capacity provider of a function that has one.
pub async fn of_function(reader: &dyn Reader, function: &CloudResult<Option<Function>>) -> Part<CapacityProvider> {
    let managed = match function {
        Ok(Some(function)) => function.managed_instances.as_ref(),
        _ => None,
    };
    match managed {
        Some(managed) => part_read(reader.capacity_provider(&managed.capacity_provider).await),
        None => Part::NotAsked,
    }
}

/// Puts the function into its capacity provider's network. A provider names subnets and no VPC: it
/// is known where they are among those that were read.
pub fn place(observed: &mut Observed) {
    let (Part::Present(provider), Part::Present(function)) = (&observed.capacity_provider, &mut observed.function)
    else {
        return;
    };
    let own = observed.subnets.items().iter().filter(|subnet| provider.subnet_ids.contains(&subnet.id));
    let mut vpcs: Vec<&str> = own.map(|subnet| subnet.vpc_id.as_str()).collect();
    let vpc_id = if vpcs.len() == provider.subnet_ids.len() { vpcs.pop() } else { None };
    function.vpc = Some(FunctionVpc {
        vpc_id: vpc_id.unwrap_or_default().to_owned(),
        subnet_ids: provider.subnet_ids.clone(),
        security_group_ids: provider.security_group_ids.clone(),
        ipv6_allowed: false,
    });
}
