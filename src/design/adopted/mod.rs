//! Observed → Setup: a proxy that is there, with all that hangs on it, written down as it is.
//!
//! The way back of [`super::design`]: nothing is chosen, added or improved. What bears the setup's tags
//! is its own; a role that nothing but this proxy has is taken as its own too. Everything else is
//! referenced, and a note says so. What was not read is an [`Obstacle`], never a guess.
//!
//! What AWS named stands as a token where the setup owns it, as in a setup that is yet to be made, so
//! that an export of both is the same.

mod access;
mod endpoints;
mod identity;
mod login;
mod network;
mod obstacle;
mod there;

use std::collections::BTreeMap;

use super::cost;
use crate::domain::observed::Observed;
use crate::domain::output::{Output, Outputs};
use crate::domain::policy::Document;
use crate::domain::proxy::{AuthMode, ProxyAuth};
use crate::domain::setup::{
    Cost, DatabaseSetup, Note, NoteLevel, Page, ProxyEndpointSetup, ProxySetup, SecretSetup, Setup,
};
use crate::domain::{PROGRAM, TAG_MADE_BY, TAG_RUN, TAG_SETUP, Tags, is_owned};
use crate::text::{Sentence, said};

pub use obstacle::Obstacle;

use there::There;

/// What is gathered on the way.
struct AdoptedDraft<'a> {
    there: There<'a>,
    /// What AWS named of what the setup owns.
    known: Outputs,
    notes: Vec<Note>,
}

impl AdoptedDraft<'_> {
    /// Whether something bears the tags of this setup.
    fn owns(&self, tags: &Tags) -> bool {
        is_owned(tags, &self.there.proxy.name)
    }

    /// The proxy itself was made by a setup of its name.
    fn is_ours(&self) -> bool {
        self.owns(self.there.tags)
    }

    fn note(&mut self, page: Page, title: impl Into<Sentence>, text: impl Into<Sentence>) {
        self.notes.push(Note { level: NoteLevel::Note, page, title: title.into(), text: text.into() });
    }

    /// The document with tokens in the place of what AWS named.
    fn tokens_in(&self, document: &Document) -> Document {
        let mut document = document.clone();
        for statement in &mut document.statement {
            for resource in &mut statement.resource.0 {
                *resource = self.known.unfill(resource);
            }
        }
        document
    }
}

/// The setup that is there. `user` names the database user where nothing that was read does.
///
/// # Errors
/// Everything that keeps it from being complete.
pub fn adopted(observed: &Observed, user: Option<&str>) -> Result<Setup, Vec<Obstacle>> {
    let there = There::read(observed)?;
    let login = login::login(&there, user).map_err(|obstacle| vec![obstacle])?;
    let mut draft = AdoptedDraft { known: Outputs::default(), notes: Vec::new(), there };
    let (proxy, database) = (draft.there.proxy, draft.there.database);
    draft.known.set(Output::ProxyId, proxy.resource_id());
    draft.known.set(Output::ProxyHost, draft.there.host);

    let secret = identity::secret(&mut draft, &login).map_err(|obstacle| vec![obstacle])?;
    let carried = endpoints::carried(&mut draft).map_err(|obstacle| vec![obstacle])?;
    let network = network::network(&mut draft, login.mode, &carried);
    let role = identity::role(&mut draft);
    let access = access::access(&mut draft, &login, &secret, &network);
    let proxy_as_it_is = proxy_setup(&draft, &secret, carried.endpoints);
    let cost = cost::estimate(&observed.account.region, database, &secret, &network, &proxy_as_it_is, true);
    note_stack(&mut draft);

    Ok(Setup {
        account: observed.account.clone(),
        name: proxy.name.clone(),
        auth_mode: login.mode,
        db_user: login.user,
        database: DatabaseSetup {
            kind: database.kind,
            id: database.id.clone(),
            arn: database.arn.clone(),
            resource_id: database.resource_id.clone(),
            engine: database.engine.clone(),
            family: proxy.engine_family,
            host: draft.there.database_host.to_owned(),
            port: draft.there.database_port,
            database_name: access::database_name(&draft),
            needs_iam_auth: login.mode == AuthMode::EndToEndIam && database.iam_auth,
        },
        proxy: proxy_as_it_is,
        pool: draft.there.pool.clone(),
        tags: tags(&draft),
        notes: draft.notes,
        secret,
        role,
        network,
        access,
        more: Vec::new(),
        cost: all_paid(cost),
        reasons: BTreeMap::new(),
        choices: None,
    })
}

fn proxy_setup(draft: &AdoptedDraft<'_>, secret: &SecretSetup, endpoints: Vec<ProxyEndpointSetup>) -> ProxySetup {
    let proxy = draft.there.proxy;
    let owned = matches!(secret, SecretSetup::Owned { .. });
    let named = |arn: &str| if owned { draft.known.unfill(arn) } else { arn.to_owned() };
    let auth = proxy.auth.iter().map(|auth| ProxyAuth { secret_arn: named(&auth.secret_arn), ..auth.clone() });
    ProxySetup {
        name: proxy.name.clone(),
        family: proxy.engine_family,
        port: proxy.engine_family.proxy_port(),
        auth: auth.collect(),
        default_iam_auth: proxy.default_iam_auth,
        role_arn: proxy.role_arn.clone(),
        require_tls: proxy.require_tls,
        idle_client_timeout_secs: proxy.idle_client_timeout_secs,
        debug_logging: proxy.debug_logging,
        endpoint_network_type: proxy.endpoint_network_type,
        target_connection_network_type: proxy.target_connection_network_type,
        endpoints,
        used: None,
    }
}

/// The proxy's own, without those of a run and those that only AWS may write; with the wizard's, by which
/// what the setup owns is known.
fn tags(draft: &AdoptedDraft<'_>) -> Tags {
    let kept = |key: &str| key != TAG_RUN && !key.starts_with("aws:");
    let mut tags: Tags = draft.there.tags.clone().into_iter().filter(|(key, _)| kept(key)).collect();
    tags.insert(TAG_MADE_BY.to_owned(), PROGRAM.to_owned());
    tags.insert(TAG_SETUP.to_owned(), draft.there.proxy.name.clone());
    tags
}

/// All of it is there, so nothing is added to the bill.
fn all_paid(mut cost: Cost) -> Cost {
    cost.lines.iter_mut().for_each(|line| line.paid = true);
    cost
}

fn note_stack(draft: &mut AdoptedDraft<'_>) {
    if let Some(stack) = draft.there.tags.get("aws:cloudformation:stack-name") {
        let title = said!("adopt-of-stack", stack = stack.as_str());
        draft.note(Page::Proxy, title, said!("adopt-of-stack-text"));
    }
}
