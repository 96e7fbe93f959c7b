//! What a template sees of a sick target.

use super::health::seen_whole;
use crate::domain::finding::{Hop, Severity};
use crate::domain::proxy::TargetHealth;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Rule, Seen, Stop, passed};
use crate::text::t;

/// Set by CloudFormation on everything it makes, whether written by hand, SAM or the CDK.
const STACK: &str = "aws:cloudformation:stack-name";

pub const STUCK: Rule = Rule {
    code: "proxy-iac-stuck-target-group",
    severity: Severity::Info,
    hop: Hop::ProxyToDatabase,
    source: "https://github.com/aws/aws-cdk/issues/8919",
    needs: &[Need::Proxy, Need::Targets],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        let targets = facts::targets(observed)?;
        // Whatever made the proxy waits for nothing then.
        if targets.iter().filter_map(|target| target.health.as_ref()).any(TargetHealth::is_available) {
            return passed();
        }
        let tags = proxy.tags.as_ref().ok_or_else(|| {
            Stop::unknown(t!("seen-target-tags-unread", proxy = &proxy.name), &["rds:ListTagsForResource"])
        })?;
        let stack = tags.get(STACK).ok_or(Stop::NotApplicable)?;
        if targets.is_empty() {
            return Err(Stop::NotApplicable);
        }
        seen_whole(targets)?;
        Seen::at("db-proxy", &proxy.name)
            .because(t!("seen-setting", setting = STACK, owner = &proxy.name, value = stack))
            .because(t!("seen-target-none-available").to_owned())
            .flagged()
    },
};
