//! The proxy's endpoints beside its default one.

use super::PlanDraft;
use super::network::rule_id;
use crate::domain::proxy::{EndpointRole, ProxyEndpoint, ProxyStatus};
use crate::domain::setup::{Page, ProxyEndpointSetup};
use crate::plan::actions::CreateProxyEndpoint;
use crate::plan::{Action, Change};
use crate::text::t;

/// Id of the step that makes the endpoint of this role.
fn step_id(role: EndpointRole) -> &'static str {
    match role {
        EndpointRole::ReadOnly => "create-read-only-endpoint",
        EndpointRole::ReadWrite => "create-function-vpc-endpoint",
    }
}

impl PlanDraft<'_> {
    pub(super) fn endpoints(&mut self) {
        for endpoint in &self.setup.proxy.endpoints {
            self.proxy_endpoint(endpoint);
        }
    }

    fn proxy_endpoint(&mut self, endpoint: &ProxyEndpointSetup) {
        let there = self.observed.named_endpoints.items().iter().find(|there| there.name == endpoint.name);
        if let Some(there) = there.filter(|_| endpoint.owned()) {
            if let Some((title, cure)) = self.in_the_way(endpoint, there) {
                return self.conflict(Page::Proxy, title, cure);
            }
            if let Some(host) = &there.host {
                self.known.set(endpoint.output(), host);
            }
        }
        let change = if endpoint.owned() && there.is_none() { Change::Create } else { Change::AlreadySo };
        let rules = self.setup.network.rules.iter();
        let rules: Vec<String> =
            rules.filter(|rule| rule.group == endpoint.groups || rule.peer == endpoint.groups).map(rule_id).collect();
        // A read-only one is refused while nobody is behind the proxy.
        let mut after = vec!["create-proxy", "modify-proxy", "register-target"];
        after.extend(rules.iter().map(String::as_str));
        let create = CreateProxyEndpoint {
            proxy: self.setup.proxy.name.clone(),
            proxy_id: self.setup.proxy.id(),
            endpoint: endpoint.clone(),
            security_group_ids: self.setup.network.group_ids(endpoint.groups),
        };
        self.step(step_id(endpoint.role), change, Page::Proxy, &after, Action::CreateProxyEndpoint(create));
    }

    /// Why the endpoint of that name is not the one that should be, and what to do.
    fn in_the_way(&self, endpoint: &ProxyEndpointSetup, there: &ProxyEndpoint) -> Option<(String, String)> {
        let name = endpoint.name.as_str();
        let ours = there.tags.as_ref().is_some_and(|tags| self.owns(tags));
        let same = there.proxy == self.setup.proxy.name
            && EndpointRole::known(&there.role) == Some(endpoint.role)
            && there.network_type == endpoint.network_type;
        // A group that is yet to be made is none that it could have.
        let groups = self.setup.network.group_ids(endpoint.groups);
        let mut groups = groups.iter().map(|id| self.known.fill_known(id)).filter(|id| !id.contains("${"));
        let let_in = groups.all(|id| there.security_group_ids.contains(&id));
        // AWS drops subnets in zones that it does not support.
        let placed = there.subnet_ids.iter().all(|id| endpoint.subnet_ids.contains(id));
        if !ours || !same || !placed || !let_in {
            let title = t!("plan-conflict-proxy-endpoint", name = name, proxy = there.proxy.as_str());
            return Some((title, t!("plan-conflict-proxy-endpoint-cure").to_owned()));
        }
        (there.status != ProxyStatus::Available || there.host.is_none()).then(|| {
            let title = t!("plan-conflict-proxy-endpoint-busy", name = name, status = there.status.as_str());
            (title, t!("plan-conflict-proxy-busy-cure").to_owned())
        })
    }
}
