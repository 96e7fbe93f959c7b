//! Port and region in the environment, against those of the proxy.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::facts::Need;
use crate::rules::rule::{Check, Rule, Stop};

use super::environment::What;
use super::reading::Reading;

/// The database's own port is left to `proxy-client-uses-db-custom-port`.
pub const WRONG: Rule = Rule {
    code: "token-wrong-port-or-region",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    title: "The function's variables name a port or a region that is not the proxy's",
    why: "A proxy listens on one port, 3306 or 5432, and accepts a token only if it was signed for that port and for \
          its own region. With another port connecting times out; with another region the token is refused.",
    fix: "Set the variable to the proxy's port, or to its region, or remove it.",
    source: "https://github.com/aws/aws-sdk-go-v2/issues/428",
    needs: &[Need::Proxy, Need::Function],
    check: wrong,
};

fn wrong(observed: &Observed) -> Check {
    let reading = Reading::of(observed)?;
    let proxys = reading.proxy.engine_family.proxy_port();
    let databases = observed.database.present().and_then(|database| database.port);
    let region = observed.account.region.as_str();
    let mut said = false;
    let mut found = Vec::new();
    for host in reading.proxy_hosts() {
        let sure = if host.whole { Confidence::High } else { Confidence::Medium };
        if let Some(fact) = reading.environment.beside(host, &What::Port) {
            said = true;
            let port = fact.value.parse::<u16>().ok();
            if port != Some(proxys) && port != databases {
                let evidence = [reading.words(host), reading.words(fact), format!("port of the proxy: {proxys}")];
                found.push(reading.seen(sure, evidence));
            }
        }
        if let Some(fact) = reading.environment.beside(host, &What::Region).filter(|_| reading.with_tokens()) {
            said = true;
            if fact.value != region {
                let evidence = [reading.words(host), reading.words(fact), format!("region of the proxy: {region}")];
                found.push(reading.seen(sure, evidence));
            }
        }
    }
    if said { Ok(found) } else { Err(Stop::NotApplicable) }
}
