//! Does the VPC resolve the proxy's name?

use crate::domain::network::Vpc;
use crate::rules::facts;
use crate::rules::path::place::VpcFacts;
use crate::rules::rule::Stop;
use crate::text::t;

/// Who answers the VPC's DNS questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dns {
    /// The Amazon resolver, which knows the proxy's name.
    Amazon,
    /// The Amazon resolver is meant to, and is turned off.
    Off,
    /// These servers; whether they know the name cannot be told from here.
    Own(Vec<String>),
}

/// The resolver of a VPC.
///
/// # Errors
/// Unknown where the VPC or its attribute was not read.
pub fn dns(place: VpcFacts<'_>) -> Result<Dns, Stop> {
    let vpc: &Vpc = facts::there(place.vpc)?;
    if let Some(own) = vpc.dns_servers.as_ref().filter(|servers| servers.iter().any(|server| is_own(server))) {
        return Ok(Dns::Own(own.clone()));
    }
    match vpc.dns_support {
        Some(true) => Ok(Dns::Amazon),
        Some(false) => Ok(Dns::Off),
        None => Err(Stop::unknown(t!("seen-path-dns-unknown", vpc = &vpc.id), &["ec2:DescribeVpcAttribute"])),
    }
}

fn is_own(server: &str) -> bool {
    server != "AmazonProvidedDNS" && server != "169.254.169.253" && !server.is_empty()
}
