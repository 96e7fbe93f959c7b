//! The practice account from plan to export in the terminal, where no window can be opened.
//! It keeps nothing but the exported files.

use super::args::{Format, Globals};
use super::drive::{RunWork, carry_out};
use super::export;
use super::output::{self, Ended, Exit, Failure};
use super::prepare::prepare;
use super::progress::Style;
use super::save;
use super::session::Session;
use super::show;
use super::validate;
use crate::accounts::Accounts;
use crate::apply::End;
use crate::discover::{self, Existing, Invoked};
use crate::domain::PROGRAM;
use crate::domain::choices::Choices;
use crate::export::targets_of;
use crate::report::{Kind, Report};
use crate::rules;
use crate::text::t;

/// What the practice company would set up first.
const DATABASE: &str = "orders-prod";
const FUNCTION: &str = "orders-api";

/// Plans, applies, checks and exports.
pub async fn run(accounts: &Accounts, why: &str) -> Ended {
    output::aside(&t!("cli-walk-no-window", why = why));
    let folder = tempfile::tempdir().map_err(no_folder)?;
    let accounts = Accounts { folder: folder.path().to_owned(), ..accounts.clone() };
    let globals = Globals { practice: Some("default".to_owned()), format: Some(Format::Text), ..Globals::default() };
    let session = Session::open(&accounts, &globals, None).await?;
    let choices = Choices { database: DATABASE.to_owned(), function: FUNCTION.to_owned(), ..Choices::default() };

    output::line(&format!("\n{}\n", t!("cli-walk-plan")));
    let (setup, prepared) = prepare(&session, &choices).await?;
    output::line(&show::plan(&prepared, false));

    output::line(&format!("\n{}\n", t!("cli-walk-apply")));
    let outcome = carry_out(&session, Style::choose(globals.format), RunWork::Run(prepared.plan), None).await?;
    if outcome.end != End::Finished {
        output::line(t!("cli-walk-stopped"));
        return Ok(Exit::Failed);
    }

    output::line(&format!("\n{}\n", t!("cli-walk-check")));
    let account = &session.connection.account;
    let function = Some(Invoked { name: FUNCTION.to_owned(), qualifier: None });
    let existing = Existing { proxy: setup.name.clone(), function, read_secrets: false };
    let connection = &session.connection;
    let observed = discover::observe_proxy(session.reader(), connection.clock.as_ref(), account, &existing).await;
    validate::report(&observed, &rules::check_all(&observed));

    output::line(&format!("\n{}\n", t!("cli-walk-export")));
    let files = export::render(&setup, None, &targets_of(&setup))?;
    let kept = tempfile::Builder::new().prefix("rds-proxy-wizard-export-").tempdir().map_err(no_folder)?.keep();
    // The folder is new, so nothing there can differ.
    let written = save::write(&export::placed(files, &kept), false)?.unwrap_or_default();
    output::line(&export::list(&written, &kept));
    output::line(&format!("\n{}", t!("cli-walk-next", program = PROGRAM)));
    Ok(Exit::Done)
}

fn no_folder(error: std::io::Error) -> Failure {
    let title = t!("cli-not-written", path = std::env::temp_dir().display().to_string());
    Failure::new(Exit::Failed, Report::new(Kind::Input, title).because(error.to_string()))
}
