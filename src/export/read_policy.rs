//! The least that `validate` must be allowed: every action that its reading makes, and no other.
//!
//! The actions are those of the table of reads ([`Read`]), so that a part that rules begin to read is here too. Resources are as the Service Authorization Reference lists them: exact ARNs where one
//! proxy is meant, patterns of this account and region where all are, and `*` only for what cannot
//! be limited.

use std::collections::{BTreeMap, BTreeSet};

use crate::cloud::Read;
use crate::design::names;
use crate::domain::account::Account;
use crate::domain::observed::{Observed, Part};
use crate::domain::policy::{Document, OneOrMany, Statement};
use crate::domain::role::Role;
use crate::domain::setup::{SecretSetup, Setup};
use crate::rules::Need;

/// The policy for one proxy as it was observed, or for all of the account. Looking into secrets is
/// allowed only where `read_secrets` says so.
pub fn read_policy(account: &Account, one: Option<&Observed>, read_secrets: bool) -> Document {
    let asked = |need| match need {
        Need::SecretShapes => read_secrets && one.is_none_or(|observed| !observed.proxy_secrets.is_empty()),
        _ => one.is_none_or(|observed| is_asked(need, observed)),
    };
    let mut actions: BTreeSet<&str> = Need::ALL.into_iter().filter(|need| asked(*need)).flat_map(actions).collect();
    if one.is_none() {
        // Which function belongs to which proxy is told by their environments.
        actions.extend(Read::Functions.actions());
    }
    if read_secrets && actions.contains("kms:DescribeKey") {
        actions.insert(DECRYPT);
    }
    let resources = |scope: Scope| one.map_or_else(|| scope.any(account), |observed| scope.arns(account, observed));
    Document::new(statements(account, actions, resources))
}

/// What `monitor` and `load` read beside what `validate` does: when alarms went off, whom one can tell, how
/// often the account's functions run at once, and X-Ray's traces. Only the first can be limited.
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html>
pub fn watch_policy(account: &Account) -> Vec<Statement> {
    const UNLIMITED: [Read; 4] = [Read::AccountConcurrency, Read::Topics, Read::Traces, Read::TraceIds];
    let owned = |reads: &[Read]| OneOrMany(reads.iter().flat_map(|read| read.actions()).map(str::to_owned).collect());
    let unlimited = owned(&UNLIMITED);
    vec![
        Statement::allow(Some("WhatMonitorAndLoadRead"), unlimited, "*"),
        Statement::allow(Some("WhenAlarmsWentOff"), owned(&[Read::AlarmRings]), OneOrMany(Scope::Alarms.any(account))),
    ]
}

/// What `validate --history` reads: who changed a thing. It cannot be limited to some things.
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html>
pub fn history_policy() -> Statement {
    Statement::allow(Some("WhoChangedWhat"), Read::Changes.operation(), "*")
}

/// What `validate --organization-role` needs beside, where it is started: the list of accounts, which cannot
/// be limited, and this role in each of them.
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html>
pub fn organization_policy(account: &Account, role: &str) -> Vec<Statement> {
    let everywhere = Account { id: "*".to_owned(), ..account.clone() };
    vec![
        Statement::allow(Some("TheAccounts"), Read::OrganizationAccounts.operation(), "*"),
        Statement::allow(
            Some("TheRoleInEach"),
            "sts:AssumeRole",
            everywhere.global_arn("iam", &format!("role/{role}")),
        ),
    ]
}

/// What is read of a setup that is about to be made, is being made, and is validated when it is: the
/// same, and the lists to choose from. Secrets are not looked into.
pub(super) fn of_setup(setup: &Setup) -> Vec<Statement> {
    const LISTS: [Read; 4] = [Read::ProxyRoles, Read::KmsKeys, Read::Functions, Read::Secrets];
    let needs = Need::ALL.into_iter().filter(|need| *need != Need::SecretShapes);
    let actions: BTreeSet<&str> = needs.flat_map(actions).chain(LISTS.into_iter().flat_map(Read::actions)).collect();
    let mut by_resources: Vec<Statement> = Vec::new();
    for statement in statements(&setup.account, actions, |scope| scope.of_setup(setup)) {
        match by_resources.iter_mut().find(|there| there.resource == statement.resource) {
            Some(there) => there.action.0.extend(statement.action.0),
            None => by_resources.push(statement),
        }
    }
    by_resources.extend(whether_free(setup));
    by_resources
}

/// A secret that is not there has no ARN to be checked against: the request itself is looked at.
fn whether_free(setup: &Setup) -> Option<Statement> {
    let SecretSetup::Owned { name, .. } = &setup.secret else { return None };
    let first = names::followed(name);
    let mut statement = Statement::allow(Some("WhetherTheNameIsFree"), "secretsmanager:DescribeSecret", "*");
    let requested = OneOrMany(vec![first.to_owned(), format!("{first}-?")]);
    let key = BTreeMap::from([("secretsmanager:SecretId".to_owned(), requested)]);
    statement.condition.insert("StringLike".to_owned(), key);
    Some(statement)
}

/// The questions behind a part.
fn reads(need: Need) -> &'static [Read] {
    match need {
        Need::Proxy => &[Read::Proxy],
        Need::OtherProxies => &[Read::Proxies],
        Need::Pool => &[Read::Pool],
        Need::Targets => &[Read::Targets],
        Need::ProxyEndpoints => &[Read::ProxyEndpoints],
        Need::ProxyQuota => &[Read::ProxyQuota],
        Need::Database => &[Read::DbInstances, Read::DbClusters, Read::DbSubnetGroups, Read::GlobalMemberships],
        Need::BlueGreen => &[Read::BlueGreenDeployments],
        Need::Parameters => &[Read::DbParameters, Read::DbClusterParameters],
        Need::Vpc | Need::FunctionNetwork => &[Read::Vpc],
        Need::Subnets => &[Read::Subnets],
        Need::RouteTables => &[Read::RouteTables],
        Need::NetworkAcls => &[Read::NetworkAcls],
        Need::SecurityGroups => &[Read::SecurityGroups],
        Need::PrefixLists => &[Read::PrefixLists],
        Need::VpcEndpoints => &[Read::VpcEndpoints],
        Need::Peerings => &[Read::Peerings],
        Need::Function => &[Read::Function],
        Need::RotationFunctions | Need::SecondVersion => &[Read::FunctionAt],
        Need::CapacityProvider => &[Read::CapacityProvider],
        Need::Aliases => &[Read::Aliases],
        Need::ReservedConcurrency => &[Read::ReservedConcurrency],
        Need::ProvisionedConcurrency => &[Read::ProvisionedConcurrency],
        Need::FunctionRole | Need::ProxyRole => {
            &[Read::Role, Read::RolePolicies, Read::AttachedPolicies, Read::ManagedPolicy]
        }
        Need::Secrets => &[Read::Secret],
        Need::SecretShapes => &[Read::SecretShape],
        Need::SecretVersions => &[Read::SecretVersions],
        Need::SecretPolicies => &[Read::SecretPolicy],
        Need::Keys => &[Read::KmsKey],
        Need::KeyPolicies => &[Read::KeyPolicy],
        Need::KeyGrants => &[Read::KeyGrants],
        Need::RotationTags => &[Read::FunctionTags],
        Need::Simulated => &[Read::SimulateRole],
        Need::Metrics => &[Read::Series],
        Need::Events => &[Read::ProxyEvents],
        Need::Alarms => &[Read::Alarms],
        Need::EventSubscriptions => &[Read::EventSubscriptions],
        Need::LogGroups => &[Read::LogGroup],
        Need::ProxyLog | Need::FunctionLog => &[Read::LogLines],
    }
}

/// Every action behind a part, and those that an account is opened with.
fn actions(need: Need) -> impl Iterator<Item = &'static str> {
    const OPENING: [Read; 2] = [Read::AccountAlias, Read::Caller];
    reads(need).iter().copied().chain(OPENING).flat_map(Read::actions)
}

/// One statement a scope; where nothing is meant there is none.
fn statements(
    account: &Account,
    actions: BTreeSet<&'static str>,
    resources: impl Fn(Scope) -> Vec<String>,
) -> Vec<Statement> {
    let mut by_scope: BTreeMap<Scope, Vec<&str>> = BTreeMap::new();
    for action in actions {
        by_scope.entry(scope(action)).or_default().push(action);
    }
    let statements = by_scope.into_iter().filter_map(|(scope, actions)| {
        let resources = resources(scope);
        let owned = actions.into_iter().map(str::to_owned).collect();
        let allow = Statement::allow(Some(scope.sid()), OneOrMany(owned), OneOrMany(resources.clone()));
        let service = format!("secretsmanager.{}.{}", account.region, account.dns_suffix());
        let allow =
            if scope == Scope::Decryption { allow.when("StringEquals", "kms:ViaService", &service) } else { allow };
        (!resources.is_empty()).then_some(allow)
    });
    statements.collect()
}

/// Made by Secrets Manager in the caller's name, and only for keys of the customer: the policy of the
/// AWS managed one lets in whoever may read the secret.
/// <https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html>
const DECRYPT: &str = "kms:Decrypt";

/// Whether there is anything of the kind to read about this proxy and its function.
fn is_asked(need: Need, observed: &Observed) -> bool {
    let secrets = &observed.proxy_secrets;
    match need {
        Need::Function | Need::Aliases | Need::ReservedConcurrency | Need::ProvisionedConcurrency => {
            observed.function != Part::NotAsked
        }
        Need::CapacityProvider => observed.capacity_provider != Part::NotAsked,
        Need::FunctionRole => observed.function_role != Part::NotAsked,
        Need::FunctionLog => observed.function_log != Part::NotAsked,
        Need::FunctionNetwork => observed.function_network != Part::NotAsked,
        Need::Peerings => observed.peerings != Part::NotAsked,
        // None are named, no question is left: then the call is not made.
        Need::PrefixLists => observed.prefix_lists != Part::Present(Vec::new()),
        Need::Simulated => observed.simulated != Part::Present(Vec::new()),
        Need::Secrets | Need::SecretVersions | Need::SecretPolicies => !secrets.is_empty(),
        Need::Keys | Need::KeyPolicies | Need::KeyGrants => secrets.iter().any(|secret| secret.key != Part::NotAsked),
        Need::RotationFunctions => secrets.iter().any(|secret| secret.rotation_function != Part::NotAsked),
        Need::SecondVersion => observed.second_version != Part::NotAsked,
        Need::RotationTags => secrets.iter().any(|secret| secret.rotation_tags != Part::NotAsked),
        _ => true,
    }
}

/// What an action can be limited to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    Unlimited,
    Alarms,
    Databases,
    TheProxy,
    InstanceParameters,
    ClusterParameters,
    Vpcs,
    PrefixLists,
    TheFunction,
    CapacityProviders,
    RotationFunctions,
    Logs,
    Roles,
    Policies,
    Secrets,
    Keys,
    Decryption,
}

fn scope(action: &str) -> Scope {
    match action {
        "cloudwatch:DescribeAlarms" => Scope::Alarms,
        "rds:ListTagsForResource" => Scope::TheProxy,
        "rds:DescribeDBParameters" => Scope::InstanceParameters,
        "rds:DescribeDBClusterParameters" => Scope::ClusterParameters,
        "rds:DescribeEvents" => Scope::Unlimited,
        "ec2:DescribeVpcAttribute" => Scope::Vpcs,
        "ec2:GetManagedPrefixListEntries" => Scope::PrefixLists,
        "lambda:ListFunctions" => Scope::Unlimited,
        "lambda:ListTags" => Scope::RotationFunctions,
        "lambda:GetCapacityProvider" => Scope::CapacityProviders,
        "logs:FilterLogEvents" => Scope::Logs,
        "iam:ListAccountAliases" => Scope::Unlimited,
        "iam:GetPolicy" | "iam:GetPolicyVersion" => Scope::Policies,
        "iam:ListRoles" | "kms:ListAliases" | "secretsmanager:ListSecrets" => Scope::Unlimited,
        DECRYPT => Scope::Decryption,
        _ => match action.split(':').next() {
            Some("rds") => Scope::Databases,
            Some("lambda") => Scope::TheFunction,
            Some("iam") => Scope::Roles,
            Some("secretsmanager") => Scope::Secrets,
            Some("kms") => Scope::Keys,
            _ => Scope::Unlimited,
        },
    }
}

impl Scope {
    fn sid(self) -> &'static str {
        match self {
            Self::Unlimited => "WhatCannotBeLimited",
            Self::Alarms => "Alarms",
            Self::Databases => "DatabasesAndProxies",
            Self::TheProxy => "TagsOfTheProxy",
            Self::InstanceParameters => "Parameters",
            Self::ClusterParameters => "ClusterParameters",
            Self::Vpcs => "DnsOfTheVpc",
            Self::PrefixLists => "PrefixLists",
            Self::TheFunction => "TheFunction",
            Self::CapacityProviders => "CapacityProviders",
            Self::RotationFunctions => "TagsOfTheRotation",
            Self::Logs => "KnownTextsInLogs",
            Self::Roles => "Roles",
            Self::Policies => "PoliciesOfTheRoles",
            Self::Secrets => "Secrets",
            Self::Keys => "Keys",
            Self::Decryption => "DecryptTheSecrets",
        }
    }

    /// Every one of the kind in account and region.
    fn any(self, account: &Account) -> Vec<String> {
        let in_account = |service: &str, patterns: &[&str]| -> Vec<String> {
            patterns.iter().map(|pattern| account.arn(service, pattern)).collect()
        };
        match self {
            Self::Unlimited => vec!["*".to_owned()],
            Self::Alarms => in_account("cloudwatch", &["alarm:*"]),
            Self::Databases => {
                let kinds = [
                    "cluster:*",
                    "db:*",
                    "db-proxy:*",
                    "db-proxy-endpoint:*",
                    "deployment:*",
                    "es:*",
                    "subgrp:*",
                    "target-group:*",
                ];
                let mut all = in_account("rds", &kinds);
                all.push(account.global_arn("rds", "global-cluster:*"));
                all
            }
            Self::TheProxy => in_account("rds", &["db-proxy:*"]),
            Self::InstanceParameters => in_account("rds", &["pg:*"]),
            Self::ClusterParameters => in_account("rds", &["cluster-pg:*"]),
            Self::Vpcs => vec![of_any_owner(account, "vpc/*")],
            Self::PrefixLists => vec![of_any_owner(account, "prefix-list/*")],
            Self::TheFunction | Self::RotationFunctions => in_account("lambda", &["function:*"]),
            Self::CapacityProviders => in_account("lambda", &["capacity-provider:*"]),
            Self::Logs => in_account("logs", &["log-group:/aws/lambda/*", "log-group:/aws/rds/proxy/*"]),
            Self::Roles => vec![account.global_arn("iam", "role/*")],
            Self::Policies => vec![account.global_arn("iam", "policy/*"), account.managed_policy_arn("*")],
            Self::Secrets => in_account("secretsmanager", &["secret:*"]),
            Self::Keys | Self::Decryption => in_account("kms", &["key/*"]),
        }
    }

    /// Those of a setup, by the names it gives; any, where AWS gives the name.
    fn of_setup(self, setup: &Setup) -> Vec<String> {
        let account = &setup.account;
        let function = &setup.access.function_arn;
        let key = || setup.secret.key().filter(|key| key.customer_managed).map(|key| key.arn.clone());
        match self {
            // One statement, for the policy is long enough.
            Self::Databases | Self::TheProxy | Self::InstanceParameters | Self::ClusterParameters => {
                let parameters =
                    Self::InstanceParameters.any(account).into_iter().chain(Self::ClusterParameters.any(account));
                Self::Databases.any(account).into_iter().chain(parameters).collect()
            }
            Self::Vpcs | Self::PrefixLists => {
                let elsewhere = setup.network.function_vpc.as_ref().map(|vpc| vpc.vpc_id.as_str());
                let vpcs = std::iter::once(setup.network.vpc_id.as_str()).chain(elsewhere);
                let vpcs = vpcs.map(|id| of_any_owner(account, &format!("vpc/{id}")));
                vpcs.chain(Self::PrefixLists.any(account)).collect()
            }
            // A secret that is made here is not rotated.
            Self::RotationFunctions if !matches!(setup.secret, SecretSetup::Used { .. }) => Vec::new(),
            Self::TheFunction => {
                let further = setup.more.iter().map(|further| &further.access.function_arn);
                let all = std::iter::once(function).chain(further);
                let itself: Vec<String> = all.flat_map(|arn| [format!("{arn}:*"), arn.clone()]).collect();
                itself.into_iter().chain(Self::RotationFunctions.of_setup(setup)).collect()
            }
            Self::Logs => log_groups(account, &setup.proxy.name, Some(&setup.access.function_name)),
            Self::Roles => {
                let mut roles = vec![setup.access.role_arn.clone(), setup.role.arn.clone()];
                for further in &setup.more {
                    if !roles.contains(&further.access.role_arn) {
                        roles.push(further.access.role_arn.clone());
                    }
                }
                roles
            }
            Self::Secrets => secrets(setup),
            Self::Keys | Self::Decryption => key().into_iter().collect(),
            _ => self.any(account),
        }
    }

    /// Those of this proxy and its function; any, where which they are could not be read.
    fn arns(self, account: &Account, observed: &Observed) -> Vec<String> {
        let mut named = match self {
            Self::Unlimited | Self::Alarms | Self::Databases => None,
            Self::TheProxy => observed.proxy.present().map(|proxy| vec![proxy.arn.clone()]),
            Self::InstanceParameters => parameter_groups(account, observed, false),
            Self::ClusterParameters => parameter_groups(account, observed, true),
            Self::Vpcs => vpcs(account, observed),
            Self::PrefixLists => observed.prefix_lists.present().map(|lists| {
                lists.iter().map(|list| of_any_owner(account, &format!("prefix-list/{}", list.id))).collect()
            }),
            Self::TheFunction => the_functions(account, observed),
            Self::CapacityProviders => match &observed.capacity_provider {
                Part::Present(provider) => Some(vec![provider.arn.clone()]),
                _ => None,
            },
            Self::RotationFunctions => rotations(observed),
            Self::Logs => logs(account, observed),
            Self::Roles => every(roles(observed), |role| vec![role.arn.clone()]),
            Self::Policies => every(roles(observed), |role| {
                let attached = role.attached.iter().map(|policy| policy.arn.clone());
                attached.chain(role.permissions_boundary.clone()).collect()
            }),
            Self::Secrets => Some(observed.proxy_secrets.iter().map(|facts| facts.arn.clone()).collect()),
            Self::Keys | Self::Decryption => {
                every(observed.proxy_secrets.iter().map(|facts| &facts.key), |key| vec![key.arn.clone()])
            }
        }
        .unwrap_or_else(|| self.any(account));
        named.sort();
        named.dedup();
        named
    }
}

/// A secret to be made has no ARN yet: AWS appends a hyphen and six characters to its name. Where that
/// name is a deleted secret's, one of those that follow is taken.
pub(super) fn secrets(setup: &Setup) -> Vec<String> {
    let names = |name: &str| {
        let first = names::followed(name);
        // Before there is one, also without. Sorted, as sets of resources are compared.
        ["", "-?", "-?-??????", "-??????"]
            .map(|end| setup.account.arn("secretsmanager", &format!("secret:{first}{end}")))
            .to_vec()
    };
    match &setup.secret {
        SecretSetup::Owned { name, .. } => names(name),
        SecretSetup::Used { arn, .. } => vec![arn.clone()],
        SecretSetup::None => Vec::new(),
    }
}

/// A VPC may be shared by another account, and lists of AWS belong to `aws`.
fn of_any_owner(account: &Account, resource: &str) -> String {
    format!("arn:{}:ec2:{}:*:{resource}", account.partition, account.region)
}

fn parameter_groups(account: &Account, observed: &Observed, of_cluster: bool) -> Option<Vec<String>> {
    let kind = if of_cluster { "cluster-pg" } else { "pg" };
    let database = match &observed.database {
        Part::Present(database) => database,
        Part::Unreadable(_) => return None,
        Part::Absent | Part::NotAsked => return Some(Vec::new()),
    };
    let groups = database.parameter_groups.iter().filter(|group| group.of_cluster == of_cluster);
    Some(groups.map(|group| account.arn("rds", &format!("{kind}:{}", group.name))).collect())
}

fn vpcs(account: &Account, observed: &Observed) -> Option<Vec<String>> {
    let of_function = observed.function.present().and_then(|function| function.vpc.as_ref()).map(|vpc| &vpc.vpc_id);
    let ids = observed.proxy.present().map(|proxy| &proxy.vpc_id).into_iter().chain(of_function);
    let arns: Vec<String> = ids.map(|id| of_any_owner(account, &format!("vpc/{id}"))).collect();
    (!arns.is_empty()).then_some(arns)
}

/// The function with its aliases and versions, and those that rotate the secrets.
fn the_functions(account: &Account, observed: &Observed) -> Option<Vec<String>> {
    let mut all = rotations(observed)?;
    match &observed.function {
        Part::Present(function) => {
            let itself = account.arn("lambda", &format!("function:{}", function.name));
            all.extend([format!("{itself}:*"), itself]);
        }
        Part::Absent | Part::NotAsked if !all.is_empty() => {}
        _ => return None,
    }
    Some(all)
}

fn rotations(observed: &Observed) -> Option<Vec<String>> {
    every(observed.proxy_secrets.iter().map(|facts| &facts.secret), |secret| {
        secret.rotation_lambda_arn.iter().cloned().collect()
    })
}

fn logs(account: &Account, observed: &Observed) -> Option<Vec<String>> {
    let function = observed.function.present().map(|function| function.name.as_str());
    Some(log_groups(account, &observed.proxy.present()?.name, function))
}

fn log_groups(account: &Account, proxy: &str, function: Option<&str>) -> Vec<String> {
    let of_function = function.map(|name| format!("/aws/lambda/{name}"));
    let groups = [format!("/aws/rds/proxy/{proxy}")].into_iter().chain(of_function);
    // Both forms of the ARN are in use:
    // <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html>
    groups.flat_map(|name| ["", ":*"].map(|end| account.arn("logs", &format!("log-group:{name}{end}")))).collect()
}

fn roles(observed: &Observed) -> impl Iterator<Item = &Part<Role>> {
    [&observed.proxy_role, &observed.function_role, &observed.second_role].into_iter()
}

/// The ARNs in all parts; `None` where one could not be read.
fn every<'a, T: 'a>(parts: impl Iterator<Item = &'a Part<T>>, arns: impl Fn(&T) -> Vec<String>) -> Option<Vec<String>> {
    let mut all = Vec::new();
    for part in parts {
        match part {
            Part::Present(value) => all.extend(arns(value)),
            Part::Unreadable(_) => return None,
            Part::Absent | Part::NotAsked => {}
        }
    }
    Some(all)
}
