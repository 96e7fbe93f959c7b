//! The role the proxy assumes: who may assume it, and what it may read.

use crate::domain::arn::{Arn, short_name};
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::policy::{Document, Effect, OneOrMany, Principal, Statement, glob};
use crate::domain::proxy::{AuthMode, Proxy, TargetHealth};
use crate::domain::role::Role;

use crate::rules::command::aws;
use crate::rules::connect::grants::{connect_arn, policy_name, put_policy};
use crate::rules::facts::{self, Need};
use crate::rules::iam::{self, Answer};
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::rules::user::database_user;

const SETUP: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html";
const NEEDS: &[Need] = &[Need::Proxy, Need::ProxyRole];
const READ: &str = "secretsmanager:GetSecretValue";
const DECRYPT: &str = "kms:Decrypt";
const CONNECT: &str = "rds-db:connect";

pub const NOT_FOUND: Rule = Rule {
    code: "proxy-role-not-found",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The proxy's role does not exist",
    why: "The proxy cannot read a single secret and reports its target as unavailable for want of credentials.",
    fix: "Make the role again under the same name, with its policies, or give the proxy another one.",
    source: SETUP,
    needs: NEEDS,
    check: not_found,
};

pub const TRUST: Rule = Rule {
    code: "proxy-role-trust-missing-rds",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "RDS may not assume the proxy's role",
    why: "The role trusts someone else, so the proxy can use none of its permissions.",
    fix: "Let the service rds.amazonaws.com assume the role.",
    source: SETUP,
    needs: NEEDS,
    check: trust,
};

pub const NO_SECRET: Rule = Rule {
    code: "proxy-role-missing-getsecretvalue",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The proxy's role may not read the secret",
    why: "Without the password the proxy cannot log in. AWS reports that the proxy has no registered credentials.",
    fix: "Allow the role to read exactly this secret.",
    source: SETUP,
    needs: NEEDS,
    check: no_secret,
};

pub const ARN_SUFFIX: Rule = Rule {
    code: "proxy-role-secret-arn-suffix-missing",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The role's policy names the secret without its last six characters",
    why: "Secrets Manager appends six random characters to every ARN, and IAM compares the whole of it. A secret \
          that was made again has new ones.",
    fix: "Name the full ARN of the secret.",
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html",
    needs: NEEDS,
    check: arn_suffix,
};

pub const NO_DECRYPT: Rule = Rule {
    code: "proxy-role-missing-kms-decrypt",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The proxy's role may not use the secret's key",
    why: "The secret is encrypted with a key of your own. Reading it takes kms:Decrypt on that key as well; \
          naming an alias as the resource does not count.",
    fix: "Allow the role to decrypt with exactly this key, by way of Secrets Manager.",
    source: SETUP,
    needs: &[Need::Proxy, Need::ProxyRole, Need::Secrets, Need::Keys],
    check: no_decrypt,
};

pub const E2E_MISSING: Rule = Rule {
    code: "proxy-role-e2e-missing-rds-db-connect",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The proxy's role may not connect to the database",
    why: "With end-to-end IAM the proxy itself logs in with a token, so its role needs rds-db:connect on the \
          database's own resource id.",
    fix: "Allow the role rds-db:connect on exactly this database and user.",
    source: SETUP,
    needs: &[Need::Proxy, Need::ProxyRole, Need::Database],
    check: |observed| end_to_end(observed, false),
};

pub const E2E_PRX: Rule = Rule {
    code: "proxy-role-e2e-uses-prx-id",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The proxy's role names the proxy instead of the database",
    why: "The function's role names the proxy's id; the proxy's own role names the database's.",
    fix: "Put the database's resource id into the policy.",
    source: SETUP,
    needs: &[Need::Proxy, Need::ProxyRole, Need::Database],
    check: |observed| end_to_end(observed, true),
};

fn not_found(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if facts::read(&observed.proxy_role)?.is_some() {
        return passed();
    }
    Seen::at("role", short_name(&proxy.role_arn))
        .because(format!("role of {}: {}", proxy.name, proxy.role_arn))
        .because("iam:GetRole finds no such role")
        .found()
}

fn trusts_rds(role: &Role) -> bool {
    role.trust.statement.iter().any(|statement| {
        let assume = statement.action.iter().any(|action| glob(&action.to_ascii_lowercase(), "sts:assumerole"));
        let rds = match &statement.principal {
            Some(Principal::Kinds(kinds)) => kinds
                .get("Service")
                .is_some_and(|services| services.iter().any(|service| service == "rds.amazonaws.com")),
            _ => false,
        };
        statement.effect == Effect::Allow && assume && rds
    })
}

fn trust(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let role = facts::proxy_role(observed)?;
    if trusts_rds(role) {
        return passed();
    }
    let mut seen = Seen::at("role", &role.name);
    for statement in &role.trust.statement {
        if let Some(Principal::Kinds(kinds)) = &statement.principal {
            for (kind, ids) in kinds {
                seen =
                    seen.because(format!("{} trusts {kind} {}", role.name, ids.iter().collect::<Vec<_>>().join(", ")));
            }
        }
    }
    seen.because("missing: Service rds.amazonaws.com")
        .cure(
            aws(observed, "iam update-assume-role-policy")
                .with("role-name", &role.name)
                .with("policy-document", &Document::trust("rds.amazonaws.com").to_json_line())
                .line(),
        )
        .found()
}

/// The secrets that the proxy names; none in end-to-end IAM.
fn secrets(proxy: &Proxy) -> Result<Vec<&str>, Stop> {
    let arns: Vec<&str> = proxy.auth.iter().map(|auth| auth.secret_arn.as_str()).collect();
    if arns.is_empty() { Err(Stop::NotApplicable) } else { Ok(arns) }
}

/// What Secrets Manager says of the request when it asks KMS.
fn via(secret_arn: &str, observed: &Observed) -> String {
    let region = secret_arn.parse::<Arn>().map_or_else(|_| observed.account.region.clone(), |arn| arn.region);
    format!("secretsmanager.{region}.{}", observed.account.dns_suffix())
}

/// The policy that the proxy's role should have: the secrets, and the key where it is the
/// customer's own.
fn wanted(observed: &Observed, proxy: &Proxy) -> Document {
    let arns: Vec<String> = proxy.auth.iter().map(|auth| auth.secret_arn.clone()).collect();
    let mut statements = vec![Statement::allow(None, READ, OneOrMany(arns.clone()))];
    if let (Some(key), Some(first)) = (
        observed.proxy_secrets.iter().find_map(|secret| secret.key.present()).filter(|key| key.customer_managed),
        arns.first(),
    ) {
        let decrypt = Statement::allow(None, DECRYPT, key.arn.clone());
        statements.push(decrypt.when("StringEquals", "kms:ViaService", &via(first, observed)));
    }
    Document::new(statements)
}

fn cure(observed: &Observed, proxy: &Proxy, role: &Role) -> Cure {
    put_policy(observed, &role.name, &policy_name(role, proxy, "secret"), &wanted(observed, proxy))
}

/// The policies of secret and key may name the role themselves and are not read: a proxy that has
/// this one secret and is logged in says that they do.
fn certainty(observed: &Observed, proxy: &Proxy) -> Confidence {
    let logged_in =
        observed.targets.items().iter().any(|target| target.health.as_ref().is_some_and(TargetHealth::is_available));
    if logged_in && proxy.auth.len() == 1 { Confidence::Medium } else { Confidence::High }
}

/// A resource that would name the secret, if it had its last six characters.
fn almost<'a>(role: &'a Role, secret_arn: &str) -> Option<(&'a str, &'a str)> {
    let stem = secret_arn.rsplit_once('-').map(|(stem, _)| stem)?;
    iam::allows(role).find_map(|(policy, statement)| {
        let reads =
            statement.action.iter().any(|action| glob(&action.to_ascii_lowercase(), "secretsmanager:getsecretvalue"));
        let resource = statement.resource.iter().find(|resource| {
            *resource == stem
                || resource.strip_prefix(stem).is_some_and(|rest| {
                    // Another incarnation's six characters.
                    rest.len() == 7 && rest.starts_with('-') && !rest.contains(['*', '?']) && *resource != secret_arn
                })
        })?;
        reads.then_some((policy, resource))
    })
}

fn no_secret(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let arns = secrets(proxy)?;
    let role = facts::proxy_role(observed)?;
    let mut found = Vec::new();
    let mut said_elsewhere = false;
    for arn in arns {
        match iam::may(role, READ, arn, &[]).known()? {
            Answer::Allowed(_) | Answer::Unknown(_) => {}
            Answer::NotAllowed(_) if almost(role, arn).is_some() => said_elsewhere = true,
            Answer::NotAllowed(_) => found.push(
                Seen::at("role", &role.name)
                    .because(format!("no policy of {} allows {READ} on {arn}", role.name))
                    .cure(cure(observed, proxy, role))
                    .sure(certainty(observed, proxy)),
            ),
            Answer::Denied(policy) => {
                found.push(Seen::at("role", &role.name).because(format!("{policy} denies {READ} on {arn}")));
            }
        }
    }
    if found.is_empty() && said_elsewhere { Err(Stop::NotApplicable) } else { Ok(found) }
}

fn arn_suffix(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let arns = secrets(proxy)?;
    let role = facts::proxy_role(observed)?;
    let mut found = Vec::new();
    for arn in arns {
        if !matches!(iam::may(role, READ, arn, &[]).known()?, Answer::NotAllowed(_)) {
            continue;
        }
        if let Some((policy, resource)) = almost(role, arn) {
            found.push(
                Seen::at("role", &role.name)
                    .because(format!("{policy} allows {resource}"))
                    .because(format!("wanted: {arn}"))
                    .cure(cure(observed, proxy, role)),
            );
        }
    }
    Ok(found)
}

fn no_decrypt(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let arns = secrets(proxy)?;
    let Some(secret) =
        facts::read(&facts::first_secret(observed)?.secret)?.filter(|secret| arns.contains(&secret.arn.as_str()))
    else {
        return Err(Stop::NotApplicable);
    };
    let key = facts::read(&facts::first_secret(observed)?.key)?;
    let Some(key) = key.filter(|key| key.customer_managed) else { return Err(Stop::NotApplicable) };
    let role = facts::proxy_role(observed)?;
    let via = via(&secret.arn, observed);
    let context = [("kms:ViaService", via.as_str())];
    let fact = match iam::may(role, DECRYPT, &key.arn, &context).known()? {
        Answer::Allowed(_) | Answer::Unknown(_) => return passed(),
        Answer::NotAllowed(_) => format!("no policy of {} allows {DECRYPT} on {} through {via}", role.name, key.arn),
        Answer::Denied(policy) => format!("{policy} denies {DECRYPT} on {}", key.arn),
    };
    Seen::at("role", &role.name)
        .because(format!("{} is encrypted with {}", secret.name, key.arn))
        .because(fact)
        .cure(cure(observed, proxy, role))
        .sure(certainty(observed, proxy))
        .found()
}

fn end_to_end(observed: &Observed, near_miss: bool) -> Check {
    let proxy = facts::proxy(observed)?;
    if proxy.auth_mode() != AuthMode::EndToEndIam {
        return Err(Stop::NotApplicable);
    }
    let role = facts::proxy_role(observed)?;
    let database = facts::database(observed)?;
    let granted = |id: &str| {
        let prefix = format!("dbuser:{id}/");
        iam::allows(role)
            .flat_map(|(_, statement)| statement.resource.iter())
            .find_map(|resource| Some(resource.split_once(&prefix)?.1.replace(['*', '?'], "u")))
    };
    let user = database_user(observed, proxy).map(|user| user.name);
    let user = user.or_else(|| granted(&database.resource_id)).unwrap_or_else(|| "app".to_owned());
    let wanted = connect_arn(proxy, &database.resource_id, &user);
    let answer = iam::may(role, CONNECT, &wanted, &[]).known()?;
    if answer.is_allowed() {
        return passed();
    }
    let names_proxy = granted(proxy.resource_id()).is_some();
    match (near_miss, names_proxy) {
        (true, false) => return passed(),
        (false, true) => return Err(Stop::NotApplicable),
        (true, true) | (false, false) => {}
    }
    let fact = match answer {
        Answer::Denied(policy) => format!("{policy} denies {CONNECT} on {wanted}"),
        _ if near_miss => format!("{} allows {CONNECT} on {}", role.name, proxy.resource_id()),
        _ => format!("no policy of {} allows {CONNECT} on {wanted}", role.name),
    };
    let document = Document::new(vec![Statement::allow(None, CONNECT, wanted.clone())]);
    Seen::at("role", &role.name)
        .because(fact)
        .because(format!("wanted: {CONNECT} on {wanted}"))
        .cure(put_policy(observed, &role.name, &policy_name(role, proxy, "connect"), &document))
        .found()
}
