//! Links into the AWS console, for leftovers and details.

use super::account::Account;

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
    regional(account, "rds", &format!("proxy:id={name}"))
}

pub fn role(account: &Account, name: &str) -> String {
    format!("https://{}/iam/home#/roles/details/{name}", host(account))
}

pub fn security_group(account: &Account, id: &str) -> String {
    regional(account, "vpc", &format!("SecurityGroup:groupId={id}"))
}

pub fn vpc_endpoint(account: &Account, id: &str) -> String {
    regional(account, "vpc", &format!("EndpointDetails:vpcEndpointId={id}"))
}

pub fn function(account: &Account, name: &str) -> String {
    regional(account, "lambda", &format!("/functions/{name}"))
}

pub fn secret(account: &Account, name: &str) -> String {
    let region = &account.region;
    format!("https://{region}.{}/secretsmanager/secret?name={name}&region={region}", host(account))
}

pub fn database(account: &Account, id: &str, cluster: bool) -> String {
    regional(account, "rds", &format!("database:id={id};is-cluster={cluster}"))
}
