//! Everything the program reads.

use async_trait::async_trait;
use std::collections::BTreeMap;

use super::CloudResult;
use super::reads::each_read;
use crate::domain::account::Caller;
use crate::domain::alarm::MetricAlarm;
use crate::domain::database::{BlueGreen, Database, GlobalMembership, Parameter};
use crate::domain::function::{AccountConcurrency, Alias, CapacityProvider, Function, ProvisionedConcurrency};
use crate::domain::monitoring::{Alarm, AlarmRing, Event, EventSubscription, LogGroup, LogLine, MetricQuery, Series};
use crate::domain::network::{NetworkAcl, PrefixList, RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint, VpcPeering};
use crate::domain::observed::Permission;
use crate::domain::organization::MemberAccount;
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyEndpoint, Target};
use crate::domain::recorded_change::RecordedChange;
use crate::domain::role::{AttachedPolicy, Role, Simulated};
use crate::domain::secret::{KeyGrant, KmsKey, Secret, SecretShape, SecretVersion};
use crate::domain::trace::TracedCall;
use crate::domain::{Tags, UnixSeconds};

/// A cluster as `rds:DescribeDBClusters` gives it: it names its subnet group and members, whose
/// details come from two other calls that may be denied separately.
#[derive(Debug, Clone)]
pub struct DbCluster {
    /// Without VPC and subnets, and with member classes absent.
    pub database: Database,
    pub subnet_group: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DbSubnetGroup {
    pub name: String,
    pub vpc_id: String,
    pub subnet_ids: Vec<String>,
}

macro_rules! port {
    ($($(#[$doc:meta])* $read:ident: $method:ident($($arg:ident: $type:ty),*) -> $answer:ty,
       $needs:tt, $beside:tt, $resource:expr;)*) => {
        /// Everything that is read of an account: a method for each row of [`super::reads`].
        #[async_trait]
        pub trait Reader: Send + Sync {
            $($(#[$doc])* async fn $method(&self, $($arg: $type),*) -> CloudResult<$answer>;)*
        }
    };
}

each_read!(port);
