//! How many proxies the account may still make.

use crate::domain::finding::{Hop, Severity};
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Rule, Seen, passed};
use crate::text::t;

pub const NEAR: Rule = Rule {
    code: "proxy-quota-near",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html",
    needs: &[Need::Proxy, Need::OtherProxies, Need::ProxyQuota],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        let proxies = facts::there(&observed.other_proxies)?.len() + 1;
        let quota = *facts::there(&observed.proxy_quota)?;
        // Four of five are taken.
        if proxies * 5 < quota as usize * 4 {
            return passed();
        }
        Seen::at("db-proxy", &proxy.name)
            .because(t!("seen-proxy-quota", region = &observed.account.region, count = proxies, quota = quota))
            .cure(
                aws(observed, "service-quotas request-service-quota-increase")
                    .with("service-code", "rds")
                    .with("quota-code", "L-D94C7EA3")
                    .with("desired-value", &(quota * 2).to_string())
                    .line(),
            )
            .flagged()
    },
};
