//! Whether the function's VPC resolves the proxy's name.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::network::VpcAttribute;
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::network::shared::by_owner;
use crate::rules::operation::log_signs::{find, times_logged};
use crate::rules::path::dns::{Dns, dns};
use crate::rules::path::{End, VpcFacts};
use crate::rules::rule::{Check, Cure, Rule, Seen, passed};
use crate::text::{series, t};

pub const OFF: Rule = Rule {
    code: "vpc-dns-support-disabled",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html",
    needs: &[Need::Proxy, Need::Function, Need::Vpc, Need::FunctionLog],
    check,
};

fn check(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let end = End::function(facts::function(observed)?)?;
    match dns(VpcFacts::find(observed, end.vpc_id)?)? {
        Dns::Amazon => passed(),
        Dns::Off => {
            let seen = Seen::at("vpc", end.vpc_id).because(t!(
                "seen-setting",
                setting = "enableDnsSupport",
                owner = end.vpc_id,
                value = "false"
            ));
            let modify = aws(observed, "ec2 modify-vpc-attribute").with("vpc-id", end.vpc_id);
            let command = modify.with("enable-dns-support", r#"{"Value":true}"#).line();
            let on = Mend::VpcAttribute { vpc: end.vpc_id.to_owned(), attribute: VpcAttribute::DnsSupport };
            by_owner(observed, end.vpc_id, seen, [Cure::mending(command, on)]).flagged()
        }
        // Own servers are common, and most forward what they do not know: only a failure tells.
        Dns::Own(servers) => match find(&observed.function_log, "name-unknown")? {
            None => passed(),
            Some(sign) => Seen::at("vpc", end.vpc_id)
                .because(t!(
                    "seen-setting",
                    setting = "domain-name-servers",
                    owner = end.vpc_id,
                    value = series(&servers)
                ))
                .because(t!("seen-network-names-not-found", times = times_logged(sign)))
                .sure(Confidence::Medium)
                .cure(aws(observed, "ec2 describe-dhcp-options").line())
                .flagged(),
        },
    }
}
