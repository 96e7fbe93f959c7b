//! The practice organization: accounts beside the one that is opened, each of them a scenario in one
//! region or more. One does not let anybody in, one is suspended.

use super::scenarios::{self, ORGANIZATION};
use crate::domain::organization::{MemberAccount, MemberStatus};

/// An account of the organization.
#[derive(Debug, Clone)]
pub struct Member {
    pub id: &'static str,
    /// As `--profiles` names it.
    pub name: &'static str,
    pub status: MemberStatus,
    /// Its roles let the management account in.
    pub lets_in: bool,
    /// What is there, by region; nothing is in any other. Its own region is the first.
    pub regions: &'static [(&'static str, &'static str)],
}

/// Every account but the management account, which is the scenario's own.
pub const MEMBERS: &[Member] = &[
    Member {
        id: "210000000011",
        name: "acme-prod",
        status: MemberStatus::Active,
        lets_in: true,
        regions: &[("eu-west-1", "broken-closed-door"), ("us-east-1", "all-well")],
    },
    Member {
        id: "210000000022",
        name: "acme-staging",
        status: MemberStatus::Active,
        lets_in: true,
        regions: &[("eu-west-1", "broken-tls-off")],
    },
    Member {
        id: "210000000033",
        name: "acme-data",
        status: MemberStatus::Active,
        lets_in: false,
        regions: &[("eu-west-1", scenarios::DEFAULT)],
    },
    Member { id: "210000000044", name: "acme-old", status: MemberStatus::Suspended, lets_in: false, regions: &[] },
];

/// The member with this number.
pub fn member(id: &str) -> Option<&'static Member> {
    MEMBERS.iter().find(|member| member.id == id)
}

/// What `organizations:ListAccounts` answers.
pub fn accounts() -> Vec<MemberAccount> {
    let account = |id: &str, name: &str, status: &MemberStatus| MemberAccount {
        id: id.to_owned(),
        name: name.to_owned(),
        status: status.clone(),
    };
    let own = account(&scenarios::account_id(ORGANIZATION), scenarios::ALIAS, &MemberStatus::Active);
    let members = MEMBERS.iter().map(|member| account(member.id, member.name, &member.status));
    std::iter::once(own).chain(members).collect()
}

impl Member {
    /// The region where it works unless another is named.
    pub fn own_region(&self) -> &'static str {
        self.regions.first().map_or("eu-west-1", |(region, _)| region)
    }

    /// The scenario that is there.
    pub fn scenario(&self, region: &str) -> Option<&'static str> {
        self.regions.iter().find(|(there, _)| *there == region).map(|(_, scenario)| *scenario)
    }
}
