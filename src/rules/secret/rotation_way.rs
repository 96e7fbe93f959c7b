//! The way of the function that rotates a secret: to the database, and to Secrets Manager.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::secret::ProxySecret;

use super::each::each;
use crate::domain::service::SECRETS_MANAGER;
use crate::rules::facts::{self, Need};
use crate::rules::network::has_way;
use crate::rules::path::End;
use crate::rules::path::hop::{self, HopWay, way};
use crate::rules::rule::{Check, Rule, Seen, Stop};
use crate::text::t;

pub const NETWORK: Rule = Rule {
    code: "secret-rotation-network",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-function-network-access.html",
    needs: &[
        Need::Proxy,
        Need::Secrets,
        Need::RotationFunctions,
        Need::Database,
        Need::Subnets,
        Need::RouteTables,
        Need::NetworkAcls,
        Need::SecurityGroups,
        Need::VpcEndpoints,
    ],
    check: network,
};

fn network(observed: &Observed) -> Check {
    each(observed, |secret| {
        let function = rotation_function(secret)?;
        let database = facts::database(observed)?;
        let seen = Seen::at("function", &function.name);
        let end = match End::function(function) {
            Err(Stop::NotApplicable) if database.publicly_accessible => {
                let because = t!("seen-secret-way-internet", function = &function.name);
                return Err(Stop::unknown(because, &[]));
            }
            Err(Stop::NotApplicable) => {
                let fact = t!("seen-secret-way-no-vpc", function = &function.name, database = &database.id);
                return Ok(Some(seen.because(fact)));
            }
            end => end?,
        };
        let proxy = facts::proxy(observed)?;
        let hop = hop::Hop {
            from: end,
            to: End::database(database, proxy),
            port: facts::database_port(database)?,
            network: proxy.target_connection_network_type,
        };
        let to_secrets = has_way(observed, end, &SECRETS_MANAGER);
        let mut seen = seen;
        let gap = match way(observed, hop) {
            HopWay::Closed(missing) => {
                seen = seen.because(t!(
                    "seen-secret-way-blocked",
                    function = &function.name,
                    database = &database.id,
                    missing = missing
                ));
                None
            }
            HopWay::Unknown(gap) => Some(Stop::Unknown(gap)),
            HopWay::Open(_) => None,
        };
        let gap = match to_secrets {
            Ok(true) => gap,
            Ok(false) => {
                let fact = t!("seen-secret-way-no-service", function = &function.name, vpc = end.vpc_id);
                seen = seen.because(fact);
                gap
            }
            Err(stop) => gap.or(Some(stop)),
        };
        match gap {
            _ if !seen.evidence.is_empty() => Ok(Some(seen.sure(Confidence::Medium))),
            Some(gap) => Err(gap),
            None => Ok(None),
        }
    })
}

/// The function itself, and no namesake of another account or region.
fn rotation_function(secret: &ProxySecret) -> Result<&Function, Stop> {
    let metadata = facts::there(&secret.secret)?;
    let arn = metadata.rotation_lambda_arn.as_ref().filter(|_| metadata.rotation_enabled).ok_or(Stop::NotApplicable)?;
    let function = facts::there(&secret.rotation_function)?;
    if function.arn.trim_end_matches(":$LATEST") == arn.trim_end_matches(":$LATEST") {
        Ok(function)
    } else {
        Err(Stop::unknown(t!("seen-unread", what = arn), &["lambda:GetFunctionConfiguration"]))
    }
}
