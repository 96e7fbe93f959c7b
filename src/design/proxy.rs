//! The proxy's own settings.

use super::{Draft, Problem, used};
use crate::domain::database::EngineFamily;
use crate::domain::network::Subnet;
use crate::domain::proxy::{AuthMode, IamAuth, NetworkType, ProxyAuth, is_proxy_name};
use crate::domain::setup::{NetworkSetup, Page, ProxyEndpointSetup, ProxySetup, RoleSetup, SecretSetup};
use crate::text::{said, t};

/// The nearest name the API accepts, of a proxy and of its endpoints.
pub(super) fn repaired(name: &str) -> String {
    let clean: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let mut parts: Vec<&str> = clean.split('-').filter(|part| !part.is_empty()).collect();
    if parts.first().is_none_or(|first| !first.starts_with(|c: char| c.is_ascii_alphabetic())) {
        parts.insert(0, "proxy");
    }
    let mut name = parts.join("-");
    name.truncate(63);
    name.trim_end_matches('-').to_owned()
}

pub(super) fn design(
    draft: &mut Draft<'_>,
    family: EngineFamily,
    secret: &SecretSetup,
    role: &RoleSetup,
    network: &NetworkSetup,
    endpoints: Vec<ProxyEndpointSetup>,
) -> ProxySetup {
    let choices = &draft.choices.proxy;
    let others = draft.others_proxy();
    // Tokens need TLS, whatever others come with.
    let keeps_tls = draft.choices.proxy.existing || !draft.mode.uses_token();
    let kept_tls = others.filter(|_| keeps_tls).map(|proxy| proxy.require_tls);
    let used = used::proxy(draft);
    let proxy = ProxySetup {
        name: draft.name.clone(),
        family,
        port: family.proxy_port(),
        auth: auth(draft, secret),
        default_iam_auth: used.map_or(draft.mode == AuthMode::EndToEndIam, |proxy| proxy.default_iam_auth),
        role_arn: role.arn.clone(),
        require_tls: choices.require_tls.or(kept_tls).unwrap_or(true),
        idle_client_timeout_secs: choices
            .idle_client_timeout_secs
            .or(others.map(|proxy| proxy.idle_client_timeout_secs))
            .unwrap_or(1800),
        debug_logging: choices.debug_logging.or(others.map(|proxy| proxy.debug_logging)).unwrap_or(false),
        endpoint_network_type: choices
            .endpoint_network_type
            .or(used.map(|proxy| proxy.endpoint_network_type))
            .unwrap_or_default(),
        target_connection_network_type: choices
            .target_connection_network_type
            .or(used.map(|proxy| proxy.target_connection_network_type))
            .unwrap_or_default(),
        endpoints,
        used: used.map(|there| used::referenced(draft, there)),
    };
    if !is_proxy_name(&proxy.name) {
        draft.problem(
            Problem::new(Page::Proxy, "proxy.name", t!("design-proxy-name"), t!("design-proxy-name-cure"))
                .suggesting(repaired(&proxy.name)),
        );
    }
    check(draft, &proxy);
    if proxy.used.is_none() {
        check_addresses(draft, &proxy, network);
    }
    let reused = draft.reused().is_some();
    let why = if reused { said!("design-proxy-name-reused-why") } else { said!("design-proxy-name-why") };
    draft.reason("DBProxyName", why);
    draft.reason("EngineFamily", said!("design-family-why", port = proxy.port.to_string()));
    let kept = kept_tls == Some(false) && !proxy.require_tls && choices.require_tls.is_none();
    draft.reason("RequireTLS", if kept { said!("design-kept-why") } else { said!("design-tls-why") });
    let kept = others.is_some() && choices.idle_client_timeout_secs.is_none();
    draft.reason("IdleClientTimeout", if kept { said!("design-kept-why") } else { said!("design-idle-why") });
    let kept = others.is_some() && choices.debug_logging.is_none();
    draft.reason("DebugLogging", if kept { said!("design-kept-why") } else { said!("design-debug-why") });
    draft.reason("EndpointNetworkType", said!("design-network-type-why"));
    proxy
}

fn auth(draft: &Draft<'_>, secret: &SecretSetup) -> Vec<ProxyAuth> {
    let iam_auth = match draft.mode {
        AuthMode::Password => IamAuth::Disabled,
        AuthMode::StandardIam | AuthMode::EndToEndIam => IamAuth::Required,
    };
    // The client auth type is left to AWS: its default fits each engine, and setting it makes
    // infrastructure code drift.
    secret
        .arn()
        .map(|secret_arn| ProxyAuth { secret_arn, iam_auth, client_password_auth_type: None, description: None })
        .into_iter()
        .collect()
}

fn check(draft: &mut Draft<'_>, proxy: &ProxySetup) {
    if !proxy.require_tls && draft.mode.uses_token() {
        draft.problem(
            Problem::new(Page::Proxy, "proxy.require_tls", t!("design-tls-needed"), t!("design-tls-needed-cure"))
                .suggesting("true"),
        );
    } else if !proxy.require_tls {
        draft.warn(Page::Proxy, said!("design-tls-off"), said!("design-tls-off-text"));
    }
    if !(1..=28_800).contains(&proxy.idle_client_timeout_secs) {
        draft.problem(
            Problem::new(
                Page::Proxy,
                "proxy.idle_client_timeout_secs",
                t!("design-idle-range"),
                t!("design-idle-range-cure"),
            )
            .suggesting("1800"),
        );
    }
    if proxy.debug_logging {
        draft.warn(Page::Proxy, said!("design-debug-on"), said!("design-debug-on-text"));
    }
}

/// Whether an endpoint of this kind can be in the subnet: IPV6 needs those that are IPv6 only, DUAL such
/// with both.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html>
pub(super) fn fits(subnet: &Subnet, kind: NetworkType) -> bool {
    match kind {
        NetworkType::Ipv4 => !subnet.is_ipv6_only(),
        NetworkType::Ipv6 => subnet.is_ipv6_only(),
        NetworkType::Dual => !subnet.is_ipv6_only() && subnet.ipv6_cidr.is_some(),
        // A type that is not understood is an existing proxy's, whose subnets RDS has taken.
        NetworkType::Other => true,
    }
}

/// The subnets of the proxy against the addresses that its endpoint is to have.
fn check_addresses(draft: &mut Draft<'_>, proxy: &ProxySetup, network: &NetworkSetup) {
    let chosen: Vec<&str> =
        network.proxy_subnets.iter().filter(|pick| pick.chosen).map(|pick| pick.id.as_str()).collect();
    let mut subnets = draft.observed.subnets.items().iter().filter(|subnet| chosen.contains(&subnet.id.as_str()));
    if !subnets.all(|subnet| fits(subnet, proxy.endpoint_network_type)) {
        let (title, cure) = match proxy.endpoint_network_type {
            NetworkType::Ipv4 => (t!("design-ipv4-subnets"), t!("design-ipv4-subnets-cure")),
            NetworkType::Ipv6 => (t!("design-ipv6-only-subnets"), t!("design-ipv6-only-subnets-cure")),
            NetworkType::Dual | NetworkType::Other => (t!("design-ipv6-subnets"), t!("design-ipv6-subnets-cure")),
        };
        let problem = Problem::new(Page::Proxy, "proxy.endpoint_network_type", title, cure);
        draft.problem(if proxy.endpoint_network_type == NetworkType::Ipv4 {
            problem
        } else {
            problem.suggesting("IPV4")
        });
    }
    if proxy.target_connection_network_type == NetworkType::Dual {
        draft.problem(
            Problem::new(
                Page::Proxy,
                "proxy.target_connection_network_type",
                t!("design-target-dual"),
                t!("design-target-dual-cure"),
            )
            .suggesting("IPV4"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_judged_as_the_api_does_and_repaired() {
        for (name, valid, repair) in [
            ("orders-proxy", true, "orders-proxy"),
            ("orders_proxy", false, "orders-proxy"),
            ("orders--proxy", false, "orders-proxy"),
            ("orders-", false, "orders"),
            ("1orders", false, "proxy-1orders"),
            ("", false, "proxy"),
        ] {
            assert_eq!(is_proxy_name(name), valid, "{name}");
            assert_eq!(repaired(name), repair, "{name}");
            assert!(is_proxy_name(&repaired(name)), "{name}");
        }
        assert!(!is_proxy_name(&"a".repeat(64)));
    }
}
