//! The visit from this machine, over a login that is typed.

use secrecy::SecretString;

use super::super::connect::{self, DialWay, asked_to_stop, dig};
use super::super::interrupt::Interrupts;
use super::super::output::{self, Ended, Exit, Failure};
use super::super::session::Session;
use super::super::{prompt, show};
use super::args::UserArgs;
use crate::domain::observed::Observed;
use crate::export::ProxyLogsIn;
use crate::probe::{ProbeTarget, StageEvent, StageVerdict, Trust};
use crate::prove::{Deed, Here, VisitPlace, WantedUser, database_target, visit};
use crate::report::{Kind, Report};
use crate::text::t;

pub async fn run(session: &Session, observed: &Observed, wanted: &WantedUser, deed: Deed, args: &UserArgs) -> Ended {
    let way = &args.way;
    let trust = match &way.ca {
        Some(path) => Trust::read(path).map_err(|error| connect::refused(&error))?,
        None => Trust::public(),
    };
    let login_as = way.login_as.as_deref().unwrap_or_default();
    let target = database_target(observed, wanted, login_as)
        .map_err(|why| Failure::usage(why.to_string(), t!("make-user-no-database-hint")))?
        .via(way.via.clone());
    let is_json = session.is_json();
    if !is_json {
        super::show_statements(wanted, deed);
    }
    if deed != Deed::Look && !prompt::confirm(&question(session, wanted, deed, &target), args.yes)? {
        output::aside(t!("cli-nothing-changed"));
        return Ok(Exit::Done);
    }
    let mut prompts = vec![t!("cli-password-of", user = login_as)];
    if deed == Deed::Make && wanted.login == ProxyLogsIn::WithPassword {
        prompts.push(t!("make-user-password", user = wanted.user.as_str()));
    }
    let mut passwords = prompt::passwords(&prompts, way.password_stdin)?.into_iter();
    let (login, password): (_, Option<SecretString>) = (passwords.next().unwrap_or_default(), passwords.next());
    let wire = &session.connection.wire;
    let (target, tunnel) = match &way.tunnel {
        None => (target, None),
        Some(carrier) => {
            let (wire, profile) = (wire.clone(), session.connection.profile.clone());
            dig(&DialWay { target, wire, profile, vpc: None }, carrier, is_json).await?
        }
    };
    let mut on_event = |event: StageEvent| {
        if let StageEvent::Ended(outcome) = event
            && !is_json
            // There is no query: what follows is told by itself.
            && outcome.verdict != StageVerdict::NotTried
        {
            output::line(&connect::stage(&outcome));
        }
    };
    let mut interrupts = tunnel.is_some().then(Interrupts::listen);
    let password = password.as_ref();
    let here = Here { wire, target: &target, trust: &trust, login, password, on_event: &mut on_event, opened: None };
    let mut place = VisitPlace::Here(Box::new(here));
    let made = tokio::select! {
        made = visit(&mut place, wanted, deed) => Some(made),
        () = asked_to_stop(&mut interrupts) => None,
    };
    if let Some(tunnel) = tunnel {
        tunnel.close().await;
    }
    let Some(made) = made else { return Ok(Exit::Failed) };
    let made = made.map_err(|why| {
        Failure::new(Exit::Failed, Report::new(Kind::Internal, t!("cli-no-attempt")).because(why.to_string()))
    })?;
    if is_json {
        output::json(&made);
        return Ok(super::exit(&made));
    }
    if made.before.is_none() && made.ran.is_empty() {
        // The stage that stopped it has been told.
        return Ok(Exit::Failed);
    }
    Ok(super::tell(wanted, &made))
}

fn question(session: &Session, wanted: &WantedUser, deed: Deed, target: &ProbeTarget) -> String {
    let account = show::account(&session.connection.account);
    let endpoint = format!("{}:{}", target.host, target.port);
    let user = wanted.user.as_str();
    match deed {
        Deed::Drop => t!("make-user-ask-drop", user = user, endpoint = endpoint, account = account),
        Deed::Make | Deed::Look => t!("make-user-ask", user = user, endpoint = endpoint, account = account),
    }
}
