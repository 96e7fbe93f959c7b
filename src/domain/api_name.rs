//! Names of AWS's API as other languages write them.

/// `EnableIAMDatabaseAuthentication` as `enable-iam-database-authentication`, as the AWS CLI does it.
pub fn kebab(name: &str) -> String {
    split_words(name).join("-")
}

/// `DBProxyName` as `db_proxy_name`, as Terraform and Python do it.
pub fn snake(name: &str) -> String {
    split_words(name).join("_")
}

/// `DBProxyName` as `dbProxyName`, as JavaScript does it.
pub fn camel(name: &str) -> String {
    let mut words = split_words(name).into_iter();
    words.next().into_iter().chain(words.map(|word| capital(&word))).collect()
}

/// `db_proxy_name` as `DbProxyName`.
pub fn pascal(name: &str) -> String {
    split_words(name).iter().map(|word| capital(word)).collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// The words of a name, in small letters: a run of capitals is one, by the rule of botocore's
/// `xform_name`. <https://github.com/boto/botocore/blob/develop/botocore/__init__.py>
fn split_words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let next_is_small = letters.get(at + 1).is_some_and(char::is_ascii_lowercase);
        let is_capital = letter.is_ascii_uppercase();
        if *letter == '_' || (is_capital && before.is_some_and(|b| !b.is_ascii_uppercase() || next_is_small)) {
            words.push(String::new());
        }
        if *letter != '_'
            && let Some(word) = words.last_mut()
        {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_each_language_writes_them() {
        for (name, cli, hump) in [
            ("CreateDBProxy", "create-db-proxy", "createDbProxy"),
            (
                "EnableIAMDatabaseAuthentication",
                "enable-iam-database-authentication",
                "enableIamDatabaseAuthentication",
            ),
            ("RequireTLS", "require-tls", "requireTls"),
            ("IAMAuth", "iam-auth", "iamAuth"),
            ("DBInstanceIdentifiers", "db-instance-identifiers", "dbInstanceIdentifiers"),
            ("logGroupName", "log-group-name", "logGroupName"),
            ("OKActions", "ok-actions", "okActions"),
            ("VpcId", "vpc-id", "vpcId"),
            ("idle_client_timeout", "idle-client-timeout", "idleClientTimeout"),
        ] {
            assert_eq!((kebab(name), camel(name)), (cli.to_owned(), hump.to_owned()));
        }
        assert_eq!(snake("DBProxyName"), "db_proxy_name");
        assert_eq!(pascal("db_proxy_name"), "DbProxyName");
    }
}
