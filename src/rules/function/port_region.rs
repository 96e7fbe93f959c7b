//! Port and region in the environment, against those of the proxy.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::environment::{Fact, What};
use crate::rules::facts::Need;
use crate::rules::rule::{Check, Rule, Stop};
use crate::text::t;

use super::reading::Reading;

/// The database's own port is left to `proxy-client-uses-db-custom-port`.
pub const WRONG: Rule = Rule {
    code: "token-wrong-port-or-region",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://github.com/aws/aws-sdk-go-v2/issues/428",
    needs: &[Need::Proxy, Need::Function],
    check: wrong,
};

fn wrong(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let proxys = reading.proxy.engine_family.proxy_port();
    let databases = observed.database.present().and_then(|database| database.port);
    let region = observed.account.region.as_str();
    let mut said = false;
    let mut found = Vec::new();
    let mut judge = |host: Option<&Fact>, what: What, is_right: &dyn Fn(&str) -> bool, right: String| {
        let environment = &reading.environment;
        let fact = match host {
            Some(host) => environment.beside(host, &what),
            None => environment.about(what).next(),
        };
        let Some(fact) = fact else { return };
        said = true;
        if !is_right(&fact.value) {
            let sure = if host.is_some_and(|host| host.whole) { Confidence::High } else { Confidence::Medium };
            let words = host.into_iter().chain([fact]).map(|fact| reading.evidence(fact));
            found.push(reading.seen(sure, words.chain([right])));
        }
    };
    // Where no variable names a host, what they say is of the only connection that is known of.
    let nowhere = reading.names_host().is_err();
    for host in reading.proxy_hosts().map(Some).chain(nowhere.then_some(None)) {
        let port = |text: &str| text.parse().ok().is_some_and(|port| port == proxys || Some(port) == databases);
        judge(host, What::Port, &port, t!("seen-function-proxy-port", port = proxys.to_string()));
        // Only tokens are of a region.
        if host.is_none_or(|host| reading.environment.beside(host, &What::Region).is_some()) && reading.sends_token()? {
            judge(host, What::Region, &|text| text == region, t!("seen-function-proxy-region", region = region));
        }
    }
    if said { Ok(found) } else { Err(Stop::NotApplicable) }
}
