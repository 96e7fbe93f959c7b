//! Links into the AWS console, for leftovers and details.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::account::Account;

/// What stands for itself in every part of an address.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// A name or id as a part of an address.
fn part(name: &str) -> String {
    utf8_percent_encode(name, ENCODED).to_string()
}

fn host(account: &Account) -> &'static str {
    match account.partition.as_str() {
        "aws-cn" => "console.amazonaws.cn",
        "aws-us-gov" => "console.amazonaws-us-gov.com",
        _ => "console.aws.amazon.com",
    }
}

fn regional(account: &Account, service: &str, rest: &str) -> String {
    let region = &account.region;
    format!("https://{region}.{}/{service}/home?region={region}#{rest}", host(account))
}

pub fn proxy(account: &Account, name: &str) -> String {
    regional(account, "rds", &format!("proxy:id={}", part(name)))
}

pub fn role(account: &Account, name: &str) -> String {
    format!("https://{}/iam/home#/roles/details/{}", host(account), part(name))
}

pub fn security_group(account: &Account, id: &str) -> String {
    regional(account, "vpc", &format!("SecurityGroup:groupId={}", part(id)))
}

pub fn network_acl(account: &Account, id: &str) -> String {
    regional(account, "vpc", &format!("NetworkAclDetails:networkAclId={}", part(id)))
}

pub fn vpc(account: &Account, id: &str) -> String {
    regional(account, "vpc", &format!("VpcDetails:VpcId={}", part(id)))
}

pub fn vpc_endpoint(account: &Account, id: &str) -> String {
    regional(account, "vpc", &format!("EndpointDetails:vpcEndpointId={}", part(id)))
}

pub fn function(account: &Account, name: &str) -> String {
    regional(account, "lambda", &format!("/functions/{}", part(name)))
}

pub fn log_group(account: &Account, name: &str) -> String {
    // The console wants a name escaped twice, with a dollar for the percent sign.
    let name = part(name).replace('%', "$25").replace('/', "$252F");
    regional(account, "cloudwatch", &format!("logsV2:log-groups/log-group/{name}"))
}

pub fn alarm(account: &Account, name: &str) -> String {
    regional(account, "cloudwatch", &format!("alarmsV2:alarm/{}", part(name)))
}

pub fn secret(account: &Account, name: &str) -> String {
    let (region, name) = (&account.region, part(name));
    format!("https://{region}.{}/secretsmanager/secret?name={name}&region={region}", host(account))
}

pub fn database(account: &Account, id: &str, cluster: bool) -> String {
    regional(account, "rds", &format!("database:id={};is-cluster={cluster}", part(id)))
}
