//! Amazon Resource Names, taken apart and put together.

use std::fmt;
use std::str::FromStr;

use crate::text::t;

/// `arn:partition:service:region:account:resource`; the resource keeps its own colons.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Arn {
    pub partition: String,
    pub service: String,
    pub region: String,
    pub account: String,
    pub resource: String,
}

/// The text is not an ARN.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{}", t!("error-arn", text = .0))]
pub struct NotAnArn(pub String);

impl FromStr for Arn {
    type Err = NotAnArn;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(6, ':').map(str::to_owned);
        match (parts.next(), parts.next(), parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(arn), Some(partition), Some(service), Some(region), Some(account), Some(resource))
                if arn == "arn" && !resource.is_empty() =>
            {
                Ok(Self { partition, service, region, account, resource })
            }
            _ => Err(NotAnArn(text.to_owned())),
        }
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { partition, service, region, account, resource } = self;
        write!(f, "arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}

/// The last segment of an ARN, the name people recognise: `role/svc/x` gives `x`.
pub fn short_name(arn: &str) -> &str {
    arn.rsplit(['/', ':']).next().unwrap_or(arn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_resource_keeps_its_colons() {
        let arn: Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/app-AbCdEf".parse().unwrap();
        assert_eq!(arn.resource, "secret:orders/app-AbCdEf");
        assert_eq!(arn.to_string(), "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/app-AbCdEf");
    }

    #[test]
    fn something_else_is_refused_by_name() {
        assert_eq!("orders".parse::<Arn>(), Err(NotAnArn("orders".into())));
    }
}
