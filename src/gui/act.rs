//! Carrying out commands and taking in answers: the only part of the window that starts work.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use eframe::egui::{Context, OpenUrl, ViewportCommand};
use percent_encoding::{AsciiSet, CONTROLS};

use super::accepting;
use super::against;
use super::command::Command;
use super::drafts::Drafts;
use super::fleet;
use super::load;
use super::login_line;
use super::pages::Palette;
use super::project;
use super::proving;
use super::reaching;
use super::run::Run;
use super::save;
use super::settings;
use super::setups;
use super::signing_in;
use super::state::{Closing, Offers, State, Way};
use super::steps::WizardStep;
use super::tasks::{Outbox, TaskAnswer, Tasks};
use super::theme;
use super::tunnelling;
use super::validation::{self, ValidationAsk};
use super::widgets::Sign;
use crate::accounts::{Accounts, Source};
use crate::apply::Engine;
use crate::apply::Receipt;
use crate::apply::Store;
use crate::apply::event::{Direction, Event};
use crate::apply::{At, Stop};
use crate::cloud::Connection;
use crate::discover::{self, Candidates};
use crate::domain::account::{Account, Mode};
use crate::domain::observed::Part;
use crate::plan::Plan;
use crate::plan::preflight::asked;
use crate::probe::{self, Trust};
use crate::report::{Kind, Report};
use crate::text;
use crate::text::{Sentence, said, t};

/// Profiles that are asked at once who they are, where one is sought that nobody has seen.
const ASKED_AT_ONCE: usize = 4;

/// What a path may not hold as it is inside a URL.
const FOLDER: &AsciiSet = &CONTROLS.add(b' ').add(b'#').add(b'%').add(b'?');

/// Carries one command out.
pub fn carry_out(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, context: &Context, command: Command) {
    let now = Instant::now();
    match command {
        Command::Go(step) => go(state, tasks, accounts, step, now),
        Command::Next => {
            if let Some(next) = state.step.next() {
                go(state, tasks, accounts, next, now);
            }
        }
        Command::Back => {
            if let Some(back) = state.step.back() {
                go(state, tasks, accounts, back, now);
            }
        }
        Command::Open { source, region } => open(state, tasks, accounts, source, region, now),
        Command::Practise(scenario) => {
            let broken = state.scenarios.iter().find(|offer| offer.name == scenario);
            let broken = broken.and_then(|offer| offer.broken.clone());
            open(state, tasks, accounts, Source::Practice { scenario }, None, now);
            state.after_open = broken.map(|existing| Command::Validate(ValidationAsk::About(existing)));
        }
        Command::CancelOpen => {
            state.connection.clear();
            state.source = None;
            state.after_open = None;
            state.seeking = None;
        }
        Command::ReloadProfiles => reload_profiles(state, tasks, accounts, now),
        Command::Identify(profile) => identify(state, tasks, accounts, &profile, now),
        Command::StopReading => state.stop_reading(),
        Command::TryAgain => try_again(state, tasks, accounts, now),
        Command::ReloadLists => reload_lists(state, tasks, now),
        Command::Observe => observe(state, tasks, now),
        Command::Candidates => candidates(state, tasks, now),
        Command::Advise => advise(state, tasks, now),
        Command::Reached(function) => reaching::ask(state, tasks, function, now),
        Command::Preflight => preflight(state, tasks, now),
        Command::Apply => {
            state.redesign();
            if let Some(plan) = state.designed.current_plan().cloned() {
                // Asked for before the run begins, rather than half-way through it.
                if plan.needs_password() && state.password.is_empty() {
                    return go(state, tasks, accounts, WizardStep::Secret, now);
                }
                start(state, tasks, accounts, Direction::Apply, RunStart::Run(Box::new(plan)));
            }
        }
        Command::ApplyRepair => {
            if let Some(repair) = &state.validation.repair {
                let plan = Box::new(repair.plan.clone());
                start(state, tasks, accounts, Direction::Apply, RunStart::Run(plan));
            }
        }
        Command::Stop(when) => {
            if let Some(run) = &state.run {
                run.stop.ask(when);
            }
            state.proving.stop(when);
        }
        Command::Resume(path) => {
            if let Some(receipt) = take_up(state, tasks, accounts, &path, Command::Resume(path.clone()), now) {
                start(state, tasks, accounts, Direction::Apply, RunStart::Receipt(path, Box::new(receipt)));
            }
        }
        Command::Undo(path) => {
            if let Some(receipt) = take_up(state, tasks, accounts, &path, Command::Undo(path.clone()), now) {
                start(state, tasks, accounts, Direction::Undo, RunStart::Receipt(path, Box::new(receipt)));
            }
        }
        Command::Show { receipt: path, at } => {
            let again = Command::Show { receipt: path.clone(), at };
            if let Some(receipt) = take_up(state, tasks, accounts, &path, again, now) {
                show(state, tasks, accounts, &receipt, at, now);
            }
        }
        Command::TakeDraft(path) => take_draft(state, tasks, accounts, &path, now),
        Command::Discard(path) => {
            if let Err(error) = std::fs::remove_file(&path) {
                state.toasts.say(Sign::Error, t!("toast-not-discarded", why = error.to_string()));
            }
            if state.draft.as_ref() == Some(&path) {
                state.keep(None);
            }
            find_setups(tasks, accounts);
        }
        Command::Check => check(state, tasks, now),
        Command::Validate(ask) => {
            validation::work::carry_out(state, tasks, ask, now);
            if state.shows_load() {
                load::work::open(state, tasks, accounts, now);
            }
        }
        Command::Fleet(ask) => {
            let Some(to) = fleet::work::carry_out(state, tasks, accounts, ask, now) else { return };
            if to.is_here {
                return validation::work::carry_out(state, tasks, ValidationAsk::Judge(to.existing), now);
            }
            open(state, tasks, accounts, to.source, Some(to.region), now);
            state.after_open = Some(Command::Validate(ValidationAsk::Judge(to.existing)));
        }
        Command::SignIn(ask) => signing_in::carry_out(state, tasks, accounts, ask, now),
        Command::Accept(ask) => accepting::carry_out(state, tasks, ask),
        Command::Load(ask) => load::work::carry_out(state, tasks, accounts, ask),
        Command::Connect => connect(state, tasks, now),
        Command::Prove(ask) => proving::work::carry_out(state, tasks, accounts, ask, now),
        Command::Tunnel(ask) => tunnelling::work::carry_out(state, tasks, ask, now),
        Command::CopyLogin(client) => login_line::copy(state, tasks, client),
        Command::CancelConnect => {
            if state.tunnelling.is_opening(now) {
                state.tunnelling.end();
            }
            state.attempt.clear();
            state.stages.clear();
        }
        Command::Save { what, place } => save::begin(state, tasks, what, place),
        Command::SaveHere => save::carry_on(state, tasks),
        Command::BrowsePlace => save::browse(state, tasks),
        Command::CompareExport => against::ask(state, tasks, now),
        Command::PickExportFolder => against::pick(tasks),
        Command::CycleTheme => {
            let theme = super::app::next_theme(context);
            context.set_theme(theme);
        }
        Command::Help => state.help = !state.help,
        Command::OpenSettings => state.settings_open = true,
        Command::CloseSettings => state.settings_open = false,
        Command::Set(change) => {
            let before = text::spoken();
            settings::set(&mut state.settings, context, change);
            if text::spoken() != before {
                theme::speak(context);
                state.say_again();
            }
        }
        Command::ShowFolder => {
            let folder = percent_encoding::utf8_percent_encode(&state.folder.to_string_lossy(), FOLDER).to_string();
            context.open_url(OpenUrl::new_tab(format!("file://{folder}")));
        }
        Command::Palette => state.palette = state.palette.take().is_none().then(|| Palette::new(state)),
        Command::Explain(code) => state.explained = crate::rules::rule(code),
        Command::OpenProject(path) => project::open(state, tasks, path),
        Command::PickProject => project::pick(state, tasks),
        Command::TakeChoices => project::take(state, accounts),
        Command::SeenCrash => {
            let seen = state.crash.take();
            let name = seen.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
            state.settings.seen_report = name.or(state.settings.seen_report.take());
        }
        Command::Close => {
            // While a run works the window closes when it has stopped.
            if state.is_running() {
                state.closing = Closing::Leaving;
            } else {
                context.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }
}

/// Takes one answer in; says what follows from it.
pub fn receive(state: &mut State, answer: TaskAnswer, now: Instant) -> Vec<Command> {
    match answer {
        TaskAnswer::Profiles(generation, profiles) => {
            state.profiles.answer(generation, profiles, now);
        }
        TaskAnswer::Identity(name, generation, identity) => {
            if let Some(known) = state.identities.get_mut(&name) {
                known.answer(generation, identity, now);
            }
            return state.seeking.take().into_iter().collect();
        }
        TaskAnswer::Connected(generation, connection) => {
            let before = state.connection().map(|connection| connection.account.clone());
            let opened = connection.as_ref().as_ref().map(|connection| connection.account.clone()).ok();
            if state.connection.answer(generation, *connection, now) {
                let then = state.after_open.take();
                if let Some(account) = opened {
                    state.validation.enter(&account);
                    if before.is_some_and(|before| !before.is_same_place(&account)) {
                        state.leave_account();
                    }
                    return [Command::ReloadLists, Command::Observe].into_iter().chain(then).collect();
                }
            }
        }
        TaskAnswer::Setups(setups) => state.setups = setups,
        TaskAnswer::Lists(generation, lists) => {
            if state.lists.answer(generation, Ok(*lists), now) {
                state.lists_version += 1;
                if state.is_validating() {
                    return vec![Command::Validate(ValidationAsk::Open)];
                }
            }
        }
        TaskAnswer::Validation(answer) => {
            let follows = validation::work::receive(&mut state.validation, *answer, now);
            return follows.map(Command::Validate).into_iter().collect();
        }
        TaskAnswer::Accepted(told) => {
            if let Some((sign, words)) = accepting::receive(state, told) {
                state.toasts.say(sign, words);
            }
        }
        TaskAnswer::Fleet(answer) => state.all_proxies.receive(*answer),
        TaskAnswer::Offers(generation, offers) => {
            if state.offers.answer(generation, Ok(*offers), now) {
                state.lists_version += 1;
            }
        }
        TaskAnswer::Candidates(generation, found) => {
            state.candidates.answer(generation, *found, now);
        }
        TaskAnswer::Advice(generation, advice) => {
            state.advice.answer(generation, *advice, now);
        }
        TaskAnswer::Reached(generation, reached) => {
            state.reaching.answer.answer(generation, *reached, now);
        }
        TaskAnswer::Observed(generation, observed) => {
            state.receive_observed(generation, *observed, now);
        }
        TaskAnswer::Permissions(generation, permissions) => {
            if state.permissions.answer(generation, Ok(permissions), now) {
                state.receive_permissions();
            }
        }
        TaskAnswer::Run(event) => {
            // From here on the receipt holds the choices.
            let applied = matches!(&event, Event::RunStarted { steps, .. } if !steps.is_empty());
            let Some(run) = &mut state.run else { return Vec::new() };
            run.receive(event);
            let of_set_up = run.plan().setup().is_some();
            state.run_changed_account();
            if applied && of_set_up {
                return state.draft.clone().map(Command::Discard).into_iter().collect();
            }
        }
        TaskAnswer::RunEnded(result) => return run_ended(state, *result),
        TaskAnswer::Checked(generation, checked) => {
            state.checked.answer(generation, Ok(*checked), now);
        }
        TaskAnswer::Stage(generation, event) => {
            if state.attempt.is_current(generation) {
                state.stages.push(event);
            }
        }
        TaskAnswer::Attempt(generation, attempt) => {
            state.attempt.answer(generation, *attempt, now);
        }
        TaskAnswer::Load(answer) => {
            state.load.receive(*answer, now);
            if state.load.is_due() {
                return vec![Command::Load(load::LoadAsk::ReadBeside)];
            }
        }
        TaskAnswer::Proving(answer) => {
            let ended = state.proving.receive(*answer, now);
            // The question was whether to stop it.
            if ended && std::mem::take(&mut state.closing) == Closing::Leaving {
                return vec![Command::Close];
            }
        }
        TaskAnswer::SigningIn(profile, told) => return signing_in::receive(state, &profile, told, now),
        TaskAnswer::Tunnelling(answer) => {
            if let Some(said) = tunnelling::TunnelAnswer::lost(&answer, &state.tunnelling) {
                state.toasts.say(Sign::Error, t!("tunnel-lost", said = said));
            }
            return state.tunnelling.receive(*answer, now);
        }
        TaskAnswer::Login(Ok(login)) => {
            state.to_copy = Some(login);
            state.toasts.say(Sign::Passed, t!("login-copied").to_owned());
        }
        TaskAnswer::Login(Err(report)) => state.toasts.say(Sign::Error, report.title),
        TaskAnswer::Compared(generation, rows) => {
            state.pages.export.against.rows.answer(generation, *rows, now);
        }
        TaskAnswer::ExportFolder(picked) => {
            if let Some(folder) = picked {
                state.pages.export.go_to(folder.display().to_string());
            }
        }
        TaskAnswer::Project(None) => {}
        TaskAnswer::Project(Some((path, project))) => return project::receive(state, &path, *project, now),
        TaskAnswer::Saved(saved) => {
            if let Some(place) = save::receive(state, saved) {
                let folder = place.parent().map(|folder| folder.display().to_string());
                state.settings.save_folder = folder.filter(|folder| !folder.is_empty());
                state.toasts.say(Sign::Passed, t!("toast-saved", path = place.display().to_string()));
            }
        }
    }
    Vec::new()
}

fn run_ended(state: &mut State, result: Result<Receipt, Report>) -> Vec<Command> {
    let Some(run) = &mut state.run else { return Vec::new() };
    match result {
        Ok(record) => run.end(Some(record)),
        Err(report) => {
            // What was written last is what is known.
            run.end(run.receipt.as_deref().and_then(|path| Store::load(path).ok()));
            state.run_error = Some(report);
        }
    }
    tracing::info!(at = ?run.standing().at, "run ended");
    let made = matches!(run.standing().at, At::Finished | At::NotWorking | At::NothingToDo);
    // What the run made is in the lists, and what undo took is not.
    let mut follow = vec![Command::Observe, Command::ReloadProfiles, Command::ReloadLists];
    if made && run.plan().setup().is_some() {
        follow.push(Command::Check);
    }
    // The question was whether to stop it.
    let leaves = std::mem::take(&mut state.closing) == Closing::Leaving;
    if leaves {
        follow.push(Command::Close);
    }
    follow
}

fn go(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, step: WizardStep, now: Instant) {
    // A run is watched to its end: elsewhere its account or choices could be changed.
    if state.is_running() && step != WizardStep::Apply {
        return;
    }
    state.go(step);
    match step {
        WizardStep::Account => find_setups(tasks, accounts),
        WizardStep::Review if state.permissions.is_unasked() => preflight(state, tasks, now),
        WizardStep::Check if state.checked.is_unasked() => check(state, tasks, now),
        _ => {}
    }
}

fn open(
    state: &mut State,
    tasks: &Tasks,
    accounts: &Arc<Accounts>,
    source: Source,
    region: Option<String>,
    now: Instant,
) {
    if state.is_running() {
        return;
    }
    state.leave_account();
    state.connection.clear();
    state.source = Some(source.clone());
    state.region.clone_from(&region);
    state.seeking = None;
    let generation = state.connection.ask(now);
    let accounts = Arc::clone(accounts);
    tasks.answer(async move {
        let connection = accounts.open(&source, region.as_deref()).await.map_err(Report::from);
        TaskAnswer::Connected(generation, Box::new(connection))
    });
}

/// Keeps what was chosen: only who asks is new.
fn try_again(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, now: Instant) {
    let Some(source) = state.source.clone().filter(|_| !state.is_running()) else { return };
    let region = state.connection().map(|connection| connection.account.region.clone()).or(state.region.clone());
    state.checked.clear();
    state.permissions.clear();
    let generation = state.connection.ask(now);
    let accounts = Arc::clone(accounts);
    tasks.answer(async move {
        let connection = accounts.open(&source, region.as_deref()).await.map_err(Report::from);
        TaskAnswer::Connected(generation, Box::new(connection))
    });
}

/// Profiles, and what was begun before.
fn reload_profiles(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, now: Instant) {
    find_setups(tasks, accounts);
    let generation = state.profiles.ask(now);
    let accounts = Arc::clone(accounts);
    tasks.answer(async move { TaskAnswer::Profiles(generation, accounts.profiles().await.map_err(Report::from)) });
}

/// Asks who a profile's credentials are.
fn identify(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, name: &str, now: Instant) {
    let known = state.identities.entry(name.to_owned()).or_default();
    let generation = known.ask(now);
    let (accounts, name) = (Arc::clone(accounts), name.to_owned());
    tasks.answer(async move {
        let source = Source::Profile { name: (!name.is_empty()).then(|| name.clone()) };
        let identity = accounts.open(&source, None).await.map(|connection| connection.account).map_err(Report::from);
        TaskAnswer::Identity(name, generation, identity)
    });
}

fn find_setups(tasks: &Tasks, accounts: &Arc<Accounts>) {
    let (store, drafts) = (accounts.store(), drafts(accounts));
    tasks.answer(async move { TaskAnswer::Setups(setups::list(&store, &drafts)) });
}

fn drafts(accounts: &Accounts) -> Drafts {
    Drafts::new(accounts.folder.join("drafts"))
}

/// Writes choices that are neither in a receipt nor in their draft into the draft. At once, so that
/// nothing is lost whatever happens to the window.
pub fn keep_choices(state: &mut State, accounts: &Accounts) {
    let Some(draft) = state.unkept() else { return };
    let kept = match drafts(accounts).save(&draft, state.draft.as_deref()) {
        Ok(path) => Some(path),
        Err(error) => {
            state.toasts.say(Sign::Error, t!("toast-not-kept", why = error.to_string()));
            state.draft.clone()
        }
    };
    state.keep(kept);
}

fn reload_lists(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let generation = state.lists.ask(now);
    let lists = connection.clone();
    tasks.answer(async move { TaskAnswer::Lists(generation, Box::new(discover::pickers(lists.reader()).await)) });
    let generation = state.offers.ask(now);
    tasks.answer(async move {
        let reader = connection.reader();
        let (secrets, keys, roles) = futures::join!(reader.secrets(), reader.kms_keys(), reader.proxy_roles());
        let offers =
            Offers { secrets: discover::part(secrets), keys: discover::part(keys), roles: discover::part(roles) };
        TaskAnswer::Offers(generation, Box::new(offers))
    });
}

fn observe(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    if state.choices.database.is_empty() {
        return;
    }
    let choices = state.choices.clone();
    let generation = state.ask_observed(now);
    tasks.answer(async move {
        let observed = discover::observe(connection.reader(), &connection.account, &choices).await;
        TaskAnswer::Observed(generation, Box::new(observed))
    });
}

fn candidates(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let database = state.choices.database.clone();
    state.candidates.clear();
    state.candidates_of = Some(database.clone());
    let generation = state.candidates.ask(now);
    tasks.answer(async move {
        let found = match discover::candidates(connection.reader(), &database).await {
            Ok(Ok(found)) => Ok(found.unwrap_or_default()),
            // That the database could not be read is said by its own page.
            Ok(Err(_)) => Ok(Candidates::default()),
            Err(error) => Err(Report::from(error)),
        };
        TaskAnswer::Candidates(generation, Box::new(found))
    });
}

fn advise(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let database = state.choices.database.clone();
    let mut functions = vec![state.choices.function.clone()];
    functions.extend(state.choices.more_functions.iter().cloned());
    functions.retain(|name| !name.is_empty());
    let generation = state.advice.ask(now);
    tasks.answer(async move {
        let named: Vec<&str> = functions.iter().map(String::as_str).collect();
        let clock = connection.clock.as_ref();
        let facts = discover::advised(connection.reader(), clock, &connection.account, &database, &named).await;
        let advice = facts.map(|facts| crate::advise::advise(&facts)).map_err(Report::from);
        TaskAnswer::Advice(generation, Box::new(advice))
    });
}

fn preflight(state: &mut State, tasks: &Tasks, now: Instant) {
    let (Some(connection), Some(plan)) = (state.connection().cloned(), state.designed.current_plan()) else { return };
    let asked = asked(plan);
    let generation = state.permissions.ask(now);
    tasks.answer(async move {
        let permissions = if asked.is_empty() {
            Part::Present(Vec::new())
        } else {
            discover::permissions(connection.reader(), &asked).await
        };
        TaskAnswer::Permissions(generation, permissions)
    });
}

/// What a run begins with.
enum RunStart {
    Run(Box<Plan>),
    Receipt(PathBuf, Box<Receipt>),
}

fn start(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, direction: Direction, work: RunStart) {
    let Some(connection) = state.connection().cloned() else { return };
    if state.is_running() {
        return;
    }
    tracing::info!(?direction, "run begins");
    let stop = Stop::default();
    let mut run = match &work {
        RunStart::Run(plan) => Run::new(Receipt::new(plan.as_ref().clone(), String::new(), 0), direction, stop.clone()),
        RunStart::Receipt(_, receipt) => Run::new(receipt.as_ref().clone(), direction, stop.clone()),
    };
    if let RunStart::Receipt(path, _) = &work {
        run.receipt = Some(path.clone());
    }
    let plan = run.plan();
    let password = (plan.needs_password() && !state.password.is_empty()).then(|| state.password.take());
    state.run_error = None;
    state.checked.clear();
    state.validation.account_changes();
    if let Some(found) = plan.as_found() {
        state.validation.show_run(found);
        state.enter_validation();
    } else {
        state.go(WizardStep::Apply);
    }
    state.run = Some(run);
    let engine = engine(connection, accounts.store(), tasks.outbox(), stop, password);
    tasks.answer(async move {
        let outcome = match (work, direction) {
            (RunStart::Run(plan), _) => engine.run(*plan).await,
            (RunStart::Receipt(_, receipt), Direction::Apply) => engine.resume(*receipt).await,
            (RunStart::Receipt(_, receipt), Direction::Undo) => engine.undo(*receipt).await,
        };
        TaskAnswer::RunEnded(Box::new(outcome.map(|outcome| outcome.receipt).map_err(Report::from)))
    });
}

fn engine(
    connection: Connection,
    store: Store,
    outbox: Outbox,
    stop: Stop,
    password: Option<secrecy::SecretString>,
) -> Engine {
    Engine {
        connection,
        store,
        emit: Arc::new(move |event| outbox.send(TaskAnswer::Run(event))),
        stop,
        password: password.into(),
    }
}

/// Restores the window from a receipt. `None` when it cannot be read, or when its account is being
/// opened first: `again` is then carried out once it is.
fn take_up(
    state: &mut State,
    tasks: &Tasks,
    accounts: &Arc<Accounts>,
    path: &Path,
    again: Command,
    now: Instant,
) -> Option<Receipt> {
    if state.is_running() {
        return None;
    }
    let receipt = match Store::load(path) {
        Ok(receipt) => receipt,
        Err(error) => {
            state.run_error = Some(Report::from(error));
            return None;
        }
    };
    if !in_account(state, tasks, accounts, receipt.account(), again, now) {
        return None;
    }
    state.restore(path, &receipt);
    Some(receipt)
}

/// The page of a restored run.
fn show(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, receipt: &Receipt, at: WizardStep, now: Instant) {
    if let Some(found) = receipt.plan.as_found() {
        state.validation.show_run(found);
        state.enter_validation();
        if at == WizardStep::Check {
            validation::work::carry_out(state, tasks, ValidationAsk::Run, now);
        }
    } else {
        go(state, tasks, accounts, at, now);
    }
}

fn take_draft(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, path: &Path, now: Instant) {
    if state.is_running() {
        return;
    }
    match Drafts::load(path) {
        Ok(draft) => {
            if in_account(state, tasks, accounts, &draft.account, Command::TakeDraft(path.to_owned()), now) {
                state.restore_draft(path, draft);
            }
        }
        Err(why) => {
            let head = said!("draft-unreadable", path = path.display().to_string());
            state.run_error = Some(Report::new(Kind::Input, head).because(why));
        }
    }
}

/// Whether this account is open. If not, it is opened, and `then` is carried out once it is.
fn in_account(
    state: &mut State,
    tasks: &Tasks,
    accounts: &Arc<Accounts>,
    account: &Account,
    then: Command,
    now: Instant,
) -> bool {
    if state.connection().is_some_and(|open| open.account.is_same_place(account)) {
        return true;
    }
    match state.way_into(account) {
        Way::Known(source) => {
            let region = (account.mode == Mode::Live).then(|| account.region.clone());
            open(state, tasks, accounts, source, region, now);
            state.after_open = Some(then);
        }
        Way::Asking => {
            state.seeking = Some(then);
            // The next ones are asked as these answer.
            let asked = state.identities.values().filter(|identity| identity.waiting(now).is_some()).count();
            let more = ASKED_AT_ONCE.saturating_sub(asked);
            let next: Vec<String> = state.unasked().take(more).map(str::to_owned).collect();
            next.iter().for_each(|name| identify(state, tasks, accounts, name, now));
        }
        Way::Nowhere => {
            let title = said!("run-needs-account", account = account.label());
            state.run_error = Some(Report::new(Kind::Input, title).hint(said!("run-needs-account-hint")));
        }
    }
    false
}

fn check(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let (first, further) = (state.own_question(), state.further_questions());
    let generation = state.checked.ask(now);
    tasks.answer(async move {
        TaskAnswer::Checked(generation, Box::new(validation::work::judge_paths(&connection, &first, &further).await))
    });
}

/// Connects from this machine, with what the Connect part of the Check page holds; through the tunnel, where
/// one is chosen. It is opened first.
fn connect(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    if state.pages.connect.wants_tunnel() && !state.tunnelling.leads_to(&state.pages.connect, &connection.account) {
        state.attempt.clear();
        state.stages.clear();
        return tunnelling::work::carry_out(state, tasks, tunnelling::TunnelAsk::OpenAndConnect, now);
    }
    let generation = state.attempt.ask(now);
    state.stages.clear();
    let request = match state.pages.connect.request(&connection.account) {
        Ok(request) => request,
        Err(report) => {
            state.attempt.answer(generation, Err(report), now);
            return;
        }
    };
    let target = state.tunnelling.through(request.target);
    let outbox = tasks.outbox();
    tasks.answer(async move {
        let mut tell = |event| outbox.send(TaskAnswer::Stage(generation, event));
        let trust = match request.ca.as_deref().map_or_else(|| Ok(Trust::public()), Trust::read) {
            Ok(trust) => trust,
            Err(error) => {
                let report = Report::new(Kind::Input, Sentence::from_error(error)).hint(said!("connect-ca-hint"));
                return TaskAnswer::Attempt(generation, Box::new(Err(report)));
            }
        };
        let attempt = probe::from_here(&connection.wire, &target, &trust, request.password, &mut tell).await;
        let attempt = attempt.map_err(|why| Report::new(Kind::Internal, Sentence::from_error(why)));
        TaskAnswer::Attempt(generation, Box::new(attempt))
    });
}
