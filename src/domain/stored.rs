//! Texts that AWS stores. They are never translated: what a run wrote is found again by the next one, whatever
//! language it speaks, and EC2 takes plain ASCII only.

/// Of a secret that is made.
pub fn secret_description(user: &str, proxy: &str) -> String {
    format!("Password of {user}, read by the RDS Proxy {proxy}")
}

/// Of the role that the proxy assumes.
pub fn role_description(proxy: &str) -> String {
    format!("Lets the RDS Proxy {proxy} log in to its database")
}

/// Of the security group that a function gets.
pub fn function_group_description(function: &str) -> String {
    format!("Function {function}, towards its RDS Proxy")
}

/// Of the proxy's security group.
pub fn proxy_group_description(proxy: &str) -> String {
    format!("RDS Proxy {proxy}")
}

/// Of the security group of an interface endpoint.
pub fn endpoint_group_description(proxy: &str) -> String {
    format!("Secrets Manager endpoint for users of {proxy}")
}

/// Of the security group of a proxy's endpoint in another VPC.
pub fn proxy_endpoint_group_description(proxy: &str, function: &str) -> String {
    format!("Endpoint of {proxy} for {function}")
}

/// Of the function that a proof makes for a moment.
pub const PROBE_DESCRIPTION: &str = "Connects once to a database, for rds-proxy-wizard. Safe to delete.";

/// Of the secret that a move to another login makes.
pub const MOVED_SECRET_DESCRIPTION: &str = "Database user of a proxy (rds-proxy-wizard)";

/// Of a rule of a security group.
pub fn rule_description(from: &str, to: &str) -> String {
    format!("{from} to {to}")
}

/// Of a rule that lets a function reach the interface endpoint of Secrets Manager.
pub const ENDPOINT_RULE_DESCRIPTION: &str = "Secrets Manager";

/// Of a rule that a repair adds.
pub fn repair_rule_description(proxy: &str) -> String {
    format!("Lets {proxy} work (rds-proxy-wizard)")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html>
    fn ec2_takes(text: &str) -> bool {
        text.len() <= 255
            && text.chars().all(|sign| sign.is_ascii_alphanumeric() || " ._-:/()#,@[]+=&;{}!$*".contains(sign))
    }

    #[test]
    fn every_description_is_one_that_aws_takes() {
        // As long as AWS lets names be, with every sign that they may have.
        let function = format!("{}-_", "f".repeat(62));
        let (proxy, database) = (format!("{}-1", "p".repeat(61)), "d".repeat(63));
        for text in [
            function_group_description(&function),
            proxy_group_description(&proxy),
            endpoint_group_description(&proxy),
            rule_description(&function, &proxy),
            rule_description(&proxy, &database),
            ENDPOINT_RULE_DESCRIPTION.to_owned(),
            repair_rule_description(&proxy),
        ] {
            assert!(ec2_takes(&text), "{text}");
        }
        assert!(!ec2_takes("the proxy’s"), "the check cannot fail");
        // <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>
        let role = role_description(&proxy);
        assert!(role.is_ascii() && role.len() <= 1_000, "{role}");
        // <https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html>
        let secret = secret_description(&"u".repeat(63), &proxy);
        assert!(secret.is_ascii() && secret.len() <= 2_048, "{secret}");
    }
}
