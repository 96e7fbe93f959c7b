//! What a role's policies say about `rds-db:connect`, taken apart for comparing.
//!
//! The verdicts on it are in `connect` (the function's role) and `proxy_role` (the proxy's own).

use crate::domain::arn::Arn;
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::domain::policy::{Document, Statement, glob};
use crate::domain::proxy::Proxy;
use crate::domain::role::Role;

use crate::rules::command::aws;
use crate::rules::facts;
use crate::rules::iam::{self, Layer, Opinion, PolicyAnswer};
use crate::rules::login::function_sends_token;
use crate::rules::rule::{Cure, Seen, Stop};
use crate::rules::user::{User, database_user};
use crate::text::t;

/// The one permission that lets somebody log in with a token.
pub const ACTION: &str = "rds-db:connect";

/// Everything the family reads, once the mode says that it applies.
pub struct Case<'a> {
    pub proxy: &'a Proxy,
    pub role: &'a Role,
    pub user: Option<User>,
}

/// One resource of one allow statement that looks like a try at `rds-db:connect`.
pub struct Grant<'a> {
    pub policy: &'a str,
    pub statement: &'a Statement,
    /// The statement's actions include `rds-db:connect`.
    pub connects: bool,
    pub resource: &'a str,
    arn: Option<Arn>,
}

impl Grant<'_> {
    /// The ARN is one of this service.
    pub fn service(&self, name: &str) -> bool {
        self.arn.as_ref().is_some_and(|arn| arn.service == name)
    }

    /// `prx-…` in `dbuser:prx-…/orders_app`.
    pub fn id(&self) -> Option<&str> {
        Some(self.target()?.split('/').next().unwrap_or_default())
    }

    /// `orders_app` in `dbuser:prx-…/orders_app`.
    pub fn user(&self) -> Option<&str> {
        Some(self.target()?.split_once('/')?.1)
    }

    /// `prx-…/orders_app`.
    pub fn target(&self) -> Option<&str> {
        let resource = &self.arn.as_ref()?.resource;
        resource.strip_prefix("dbuser:").or_else(|| resource.strip_prefix("dbuser/"))
    }

    /// In the proxy's partition, region and account.
    pub fn is_home(&self, proxy: &Proxy) -> bool {
        let (Some(own), Ok(home)) = (&self.arn, proxy.arn.parse::<Arn>()) else { return false };
        glob(&own.partition, &home.partition) && glob(&own.region, &home.region) && glob(&own.account, &home.account)
    }
}

/// What the family reads; it is about modes with tokens only.
///
/// # Errors
/// Not applicable with passwords or without a function, unknown where a part was not read.
pub fn case(observed: &Observed) -> Result<Case<'_>, Stop> {
    let proxy = facts::proxy(observed)?;
    if !function_sends_token(observed, proxy)? {
        return Err(Stop::NotApplicable);
    }
    facts::function(observed)?;
    let role = facts::function_role(observed)?;
    Ok(Case { proxy, role, user: database_user(observed, proxy) })
}

impl<'a> Case<'a> {
    /// What the role must be allowed to do it on.
    pub fn resource(&self, user: &str) -> String {
        connect_arn(self.proxy, self.proxy.resource_id(), user)
    }

    /// Everything that looks like a try at the permission.
    pub fn grants(&self) -> Vec<Grant<'a>> {
        iam::allows(self.role)
            .flat_map(|(policy, statement)| {
                let connects = allows_action(statement);
                statement.resource.iter().filter_map(move |resource| {
                    let arn: Option<Arn> = resource.parse().ok();
                    (connects || resource.contains(":dbuser")).then_some(Grant {
                        policy,
                        statement,
                        connects,
                        resource,
                        arn,
                    })
                })
            })
            .collect()
    }

    /// The answer for the function's user; without a known one, for whichever user is granted.
    pub fn answer(&self) -> PolicyAnswer {
        if let Some(user) = &self.user {
            return iam::may(self.role, ACTION, &self.resource(&user.name), &[]);
        }
        let mut users: Vec<String> = self.grants().iter().filter_map(|grant| grant.user().map(str::to_owned)).collect();
        users.push("app".to_owned());
        let mut answers =
            users.iter().map(|user| iam::may(self.role, ACTION, &self.resource(&user.replace(['*', '?'], "u")), &[]));
        let first = answers.next().unwrap_or(PolicyAnswer::NotAllowed(Layer::Identity));
        if first.is_allowed() { first } else { answers.find(PolicyAnswer::is_allowed).unwrap_or(first) }
    }

    /// What the simulator says of the same question.
    pub fn opinion(&self, observed: &'a Observed) -> Opinion<'a> {
        Opinion::on(observed, self.role, ACTION, &self.resource(self.user_name()))
    }

    /// [`Case::answer`], where it is known and the simulator does not contradict it.
    pub fn agreed(&self, observed: &Observed) -> Result<PolicyAnswer, Stop> {
        Opinion::on(observed, self.role, ACTION, &self.resource(self.user_name())).agree(self.answer())?.known()
    }

    /// The user, or a stand-in where none is known.
    pub fn user_name(&self) -> &str {
        self.user.as_ref().map_or("app", |user| &user.name)
    }

    /// Whether the policy is the role's own and holds one try at the permission and nothing else, so
    /// that writing it anew loses nothing.
    pub fn replaceable(&self, policy: &str) -> bool {
        self.role.inline.get(policy).is_some_and(|document| match document.statement.as_slice() {
            [only] => {
                let about_login = !only.action.is_empty() && only.action.iter().all(|action| action.starts_with("rds"));
                about_login && only.resource.iter().count() == 1
            }
            _ => false,
        })
    }

    /// The finding, with what is wanted and the command that puts it there.
    pub fn seen(&self, observed: &Observed, policy: Option<&str>) -> Seen {
        let wanted = self.resource(self.user_name());
        let mut seen =
            Seen::at("role", &self.role.name).because(t!("seen-wanted-on", action = ACTION, resource = &wanted));
        if let Some(user) = &self.user {
            seen = seen.because(t!("seen-connect-user", user = &user.name, from = &user.from));
        } else {
            seen = seen.because(t!("seen-connect-user-unknown"));
        }
        let document = Document::new(vec![Statement::allow(None, ACTION, wanted)]);
        let name = policy
            .filter(|name| self.replaceable(name))
            .map_or_else(|| policy_name(self.role, self.proxy, "connect", &document), str::to_owned);
        seen.cure(put_policy(observed, &self.role.name, &name, &document))
    }
}

/// `arn:aws:rds-db:…:dbuser:<id>/<user>` in the proxy's partition, region and account.
pub fn connect_arn(proxy: &Proxy, id: &str, user: &str) -> String {
    let home: Arn = match proxy.arn.parse() {
        Ok(arn) => arn,
        Err(_) => return format!("dbuser:{id}/{user}"),
    };
    Arn { service: "rds-db".to_owned(), resource: format!("dbuser:{id}/{user}"), ..home }.to_string()
}

/// A name for an inline policy of this proxy with this content, `orders-proxy-connect`: writing it
/// replaces one that was a try at the same, and takes nothing from others who have the role.
pub fn policy_name(role: &Role, proxy: &Proxy, what: &str, content: &Document) -> String {
    let resources = |document: &Document| -> Vec<String> {
        document.statement.iter().flat_map(|statement| statement.resource.iter()).map(str::to_owned).collect()
    };
    let wanted = resources(content);
    let ours = |document: &Document| {
        let known = [ACTION, "secretsmanager:GetSecretValue", "kms:Decrypt"];
        let about_it = document.statement.iter().all(|statement| {
            statement.not_action.is_empty() && statement.action.iter().all(|action| known.contains(&action))
        });
        about_it && resources(document).iter().all(|there| wanted.iter().any(|wanted| same_try(there, wanted)))
    };
    let name = format!("{}-{what}", proxy.name);
    let mut names = std::iter::once(name.clone()).chain((2..).map(|number| format!("{name}-{number}")));
    names.find(|name| role.inline.get(name).is_none_or(ours)).unwrap_or(name)
}

/// The two name the same login, whatever proxy or database they put it at, or the same secret or key,
/// one of them without its end.
fn same_try(there: &str, wanted: &str) -> bool {
    let login = |arn: &str| Some(arn.split_once(":dbuser:")?.1.rsplit_once('/')?.1.to_owned());
    let stem = there.trim_end_matches(['*', '?', '-']);
    match (login(there), login(wanted)) {
        (Some(there), Some(wanted)) => there == wanted,
        _ => stem.contains(':') && wanted.starts_with(stem),
    }
}

/// The command that writes an inline policy.
pub fn put_policy(observed: &Observed, role: &str, name: &str, document: &Document) -> Cure {
    let command = aws(observed, "iam put-role-policy")
        .with("role-name", role)
        .with("policy-name", name)
        .with("policy-document", &document.to_json_line())
        .line();
    let (role, policy, document) = (role.to_owned(), name.to_owned(), document.clone());
    Cure::mending(command, Mend::PutRolePolicy { role, policy, document })
}

/// The statement's actions include `rds-db:connect`.
pub fn allows_action(statement: &Statement) -> bool {
    statement.has_action(ACTION)
}
