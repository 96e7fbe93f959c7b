//! Everything the window knows. Pages read it, change choices and their own small state, and push
//! commands; remote values arrive as answers.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use secrecy::SecretString;

use super::accepting::AcceptedFile;
use super::checked::{Checked, SetupChecked};
use super::command::Command;
use super::designed::Designed;
use super::drafts::Draft;
use super::fetched::{Fetched, Generation};
use super::fleet::AllProxies;
use super::load::Lab;
use super::pages::PageStates;
use super::pages::Palette;
use super::proving::Proving;
use super::reaching::Reaching;
use super::route::{Door, Route};
use super::run::Run;
use super::save::Saving;
use super::setups::SetupFile;
use super::signing_in::SigningIn;
use super::steps::WizardStep;
use super::tunnelling::Tunnelling;
use super::validation::{Bundled, Part as DoorPart, Validation};
use super::widgets::{SecretText, Toasts};
use crate::accounts::{ScenarioOffer, Source};
use crate::advise::Advice;
use crate::apply::Receipt;
use crate::baseline::day_of;
use crate::cloud::Connection;
use crate::design::{choices_of, names};
use crate::discover::{Candidates, Existing, Invoked, Pickers};
use crate::domain::UnixSeconds;
use crate::domain::account::{Account, Mode, Profile};
use crate::domain::choices::{Choices, IfDeleted};
use crate::domain::observed::{Observed, Part, Permission};
use crate::domain::proxy_at::ProxyAt;
use crate::domain::role::Role;
use crate::domain::secret::{KmsKey, Secret};
use crate::probe::{Attempt, StageEvent};
use crate::report::Report;
use crate::rules::Rule;
use crate::settings::{Last, SetAside, Settings};

/// How long the choices must rest before the account is read for them.
const REST: Duration = Duration::from_millis(300);

/// Whether the window is to close while a run works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Closing {
    #[default]
    No,
    /// ReadFor to; how the run is to stop is the question.
    Asking,
    /// It closes once the run has stopped.
    Leaving,
}

/// What the Secret and Role pages offer beside creating.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    pub secrets: Part<Vec<Secret>>,
    pub keys: Part<Vec<KmsKey>>,
    pub roles: Part<Vec<Role>>,
}

pub struct State {
    pub settings: Settings,
    /// Their page lies over whichever door is open: [`State::route`].
    pub(super) settings_open: bool,
    /// Settings of the last time that could not be read.
    pub set_aside: Option<SetAside>,
    /// Where this program keeps its files.
    pub folder: PathBuf,
    /// The report of a crash that nobody has seen yet.
    pub crash: Option<PathBuf>,
    /// The page of the set-up that is shown, or was last.
    pub(super) step: WizardStep,
    /// The furthest step seen; later ones are still to do.
    pub reached: WizardStep,
    /// The door that is open.
    pub(super) door: Door,

    pub profiles: Fetched<Vec<Profile>, Report>,
    /// By profile name, for the cards.
    pub identities: BTreeMap<String, Fetched<Account, Report>>,
    pub source: Option<Source>,
    /// The region picked over the profile's own.
    pub region: Option<String>,
    pub connection: Fetched<Connection, Report>,
    /// To be done once the account that is being opened is open.
    pub after_open: Option<Command>,
    /// To be tried again as profiles say who they are: it needs one of them.
    pub seeking: Option<Command>,
    /// The account of the last start, until one is chosen.
    pub last: Option<Last>,
    /// What was begun before.
    pub setups: Vec<SetupFile>,
    /// What the practice account can be, the default first.
    pub scenarios: Vec<ScenarioOffer>,
    /// How many seconds of it pass in a real one; `None` where no wait takes time.
    pub practice_times: Option<u32>,

    pub lists: Fetched<Pickers, Report>,
    /// Counts the answers in `lists` and `offers`, for what is made from them.
    pub lists_version: u64,
    pub offers: Fetched<Offers, Report>,

    pub choices: Choices,
    /// The file of the draft that the choices are kept in.
    pub draft: Option<PathBuf>,
    /// The choices as they are kept, in a draft or in a receipt.
    kept: Option<Choices>,
    /// The page that a draft is gone on with.
    left_at: WizardStep,
    /// Typed database password; empty unless the choices say typed.
    pub password: SecretText,
    pub observed: Fetched<Observed, Report>,
    pub designed: Designed,
    pub permissions: Fetched<Part<Vec<Permission>>, Report>,

    /// The proxies that could be used for the database, and which database that is.
    pub candidates: Fetched<Candidates, Report>,
    pub candidates_of: Option<String>,
    /// Whether a proxy is worth it in front of the chosen database.
    pub advice: Fetched<Advice, Report>,
    pub reaching: Reaching,
    pub run: Option<Run>,
    /// The path from each function of the set-up.
    pub checked: Fetched<SetupChecked, Report>,
    /// The second door.
    pub validation: Validation,
    /// All proxies of many accounts and regions; it outlives the account that is open.
    pub all_proxies: AllProxies,
    /// What somebody has accepted, and the question by whom, why and until when.
    pub accepted: AcceptedFile,
    /// The profile that is being signed in.
    pub signing_in: Option<SigningIn>,
    /// Loads of the picked proxy's function.
    pub load: Lab,
    pub stages: Vec<StageEvent>,
    pub attempt: Fetched<Attempt, Report>,
    pub proving: Proving,
    /// The way in through a tunnel.
    pub tunnelling: Tunnelling,
    /// To be copied with the next frame: a login with a token in it.
    pub to_copy: Option<SecretString>,

    pub pages: PageStates,
    /// What is being saved, until it is written or given up.
    pub saving: Option<Saving>,
    pub toasts: Toasts,
    pub closing: Closing,
    /// Why a run could not begin or go on.
    pub run_error: Option<Report>,
    pub help: bool,
    /// Everything there is to go to and to do, while it is searched.
    pub palette: Option<Palette>,
    /// The rule that is explained over the page.
    pub explained: Option<&'static Rule>,
    /// Why a file that was given could not be opened.
    pub project_error: Option<Report>,
    /// Choices of a file, to be taken once an account is open.
    pub to_take: Option<Choices>,

    /// What `observed` was asked for, and when the choices last differed from it.
    asked_for: Option<ReadFor>,
    changed_at: Option<Instant>,
    /// What `designed` was made from.
    designed_from: Option<(Choices, u64)>,
    observed_count: u64,
    /// A run has changed the account since the last question.
    changed_by_run: bool,
    /// Counts the accounts and setups that were looked at.
    visits: u64,
}

/// The choices that decide what is read. Others only change the design.
#[derive(Debug, Clone, PartialEq)]
struct ReadFor {
    database: String,
    function: String,
    more_functions: Vec<String>,
    secret: Option<String>,
    managed: bool,
    look_inside: bool,
    key: Option<String>,
    /// Whose key is looked at: the restored secret's own, or the one for a new secret.
    restore: bool,
    role: String,
    proxy: String,
    existing: bool,
    endpoints: Vec<String>,
}

impl ReadFor {
    fn from_choices(choices: &Choices) -> Self {
        Self {
            database: choices.database.clone(),
            function: choices.function.clone(),
            more_functions: choices.more_functions.clone(),
            secret: names::secret(choices),
            managed: choices.secret.source == crate::domain::choices::SecretSource::RdsManaged,
            look_inside: choices.secret.check_shape,
            key: choices.secret.kms_key.clone(),
            restore: choices.secret.if_deleted == IfDeleted::Restore,
            role: names::role(choices),
            proxy: names::proxy(choices),
            existing: choices.proxy.existing,
            endpoints: names::endpoints(choices),
        }
    }
}

impl Default for State {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            settings_open: false,
            set_aside: None,
            folder: PathBuf::new(),
            crash: None,
            step: WizardStep::Account,
            reached: WizardStep::Account,
            door: Door::SetUp,
            profiles: Fetched::default(),
            identities: BTreeMap::new(),
            source: None,
            region: None,
            connection: Fetched::default(),
            after_open: None,
            seeking: None,
            last: None,
            setups: Vec::new(),
            scenarios: Vec::new(),
            practice_times: None,
            lists: Fetched::default(),
            lists_version: 0,
            offers: Fetched::default(),
            choices: Choices::default(),
            draft: None,
            kept: None,
            left_at: WizardStep::Database,
            password: SecretText::default(),
            observed: Fetched::default(),
            designed: Designed::default(),
            permissions: Fetched::default(),
            run: None,
            candidates: Fetched::default(),
            candidates_of: None,
            advice: Fetched::default(),
            reaching: Reaching::default(),
            checked: Fetched::default(),
            validation: Validation::default(),
            all_proxies: AllProxies::default(),
            accepted: AcceptedFile::default(),
            signing_in: None,
            load: Lab::default(),
            stages: Vec::new(),
            attempt: Fetched::default(),
            proving: Proving::default(),
            tunnelling: Tunnelling::default(),
            to_copy: None,
            pages: PageStates::default(),
            saving: None,
            toasts: Toasts::default(),
            closing: Closing::No,
            run_error: None,
            help: false,
            palette: None,
            explained: None,
            project_error: None,
            to_take: None,
            asked_for: None,
            changed_at: None,
            designed_from: None,
            observed_count: 0,
            changed_by_run: false,
            visits: 0,
        }
    }
}

impl State {
    /// A state with nothing asked yet.
    pub fn at_start(scenarios: Vec<ScenarioOffer>, settings: Settings) -> Self {
        Self { scenarios, last: settings.account.clone(), settings, ..Self::default() }
    }

    pub fn connection(&self) -> Option<&Connection> {
        self.connection.value()
    }

    /// The time of the open account; 0 where none is open.
    pub fn now(&self) -> UnixSeconds {
        self.connection().map_or(0, |connection| UnixSeconds::try_from(connection.clock.now()).unwrap_or_default())
    }

    /// What leads into this account, by what profiles say of themselves. The identity that was used
    /// before wins over another one of the same account.
    pub fn way_into(&self, account: &Account) -> Way {
        if account.mode == Mode::Practice {
            let scenario = self.scenarios.iter().find(|scenario| scenario.account_id == account.id);
            let source = scenario.map(|scenario| Source::Practice { scenario: scenario.name.to_owned() });
            return source.map_or(Way::Nowhere, Way::Known);
        }
        let known = self.identities.iter().filter_map(|(name, identity)| Some((name, identity.ready()?)));
        let same = known.filter(|(_, theirs)| theirs.mode == account.mode && theirs.id == account.id);
        match same.max_by_key(|(_, theirs)| theirs.principal == account.principal) {
            Some((name, _)) => Way::Known(Source::Profile { name: (!name.is_empty()).then(|| name.clone()) }),
            None if self.is_identifying() => Way::Asking,
            None => Way::Nowhere,
        }
    }

    /// Some profile has not said yet who it is.
    fn is_identifying(&self) -> bool {
        let now = Instant::now();
        self.profiles.waiting(now).is_some()
            || self.identities.is_empty()
            || self.unasked().next().is_some()
            || self.identities.values().any(|identity| identity.waiting(now).is_some())
    }

    /// Profiles that nobody has asked who they are.
    pub fn unasked(&self) -> impl Iterator<Item = &str> {
        let profiles = self.profiles.value().map(Vec::as_slice).unwrap_or_default();
        let names = profiles.iter().map(|profile| profile.name.as_str());
        names.filter(|name| !self.identities.contains_key(*name))
    }

    pub fn is_practice(&self) -> bool {
        self.connection().is_some_and(|connection| connection.account.mode == Mode::Practice)
    }

    /// The load lab is the page on screen.
    pub fn shows_load(&self) -> bool {
        self.part() == Some(DoorPart::Load)
    }

    pub fn is_running(&self) -> bool {
        self.proving.is_working() || self.run.as_ref().is_some_and(Run::is_working)
    }

    /// The bundle whose findings are on the page.
    pub fn shown_bundle(&self) -> Option<&Bundled> {
        self.validation.bundle.as_ref().filter(|_| self.is_validating())
    }

    /// The check that is shown: of the proxy that is looked at, or of the set-up.
    pub fn shown_check(&self) -> Option<&Checked> {
        match self.is_validating() {
            true => self.validation.result().map(|result| &result.checked),
            false => self.checked.value().map(|paths| &paths.path(self.pages.check.function.as_deref()).checked),
        }
    }

    /// What a check of the set-up asks about its first function: the same as a validation of its proxy.
    pub fn own_question(&self) -> Existing {
        let choices = &self.choices;
        let function = Invoked { name: choices.function.clone(), qualifier: choices.access.publish_to_alias.clone() };
        Existing {
            proxy: names::proxy(choices),
            function: (!function.name.is_empty()).then_some(function),
            read_secrets: choices.secret.check_shape,
        }
    }

    /// What it asks about its further functions.
    pub fn further_questions(&self) -> Vec<Existing> {
        let asked = |name: &String| Existing {
            function: Some(Invoked { name: name.clone(), qualifier: self.choices.alias_of(name).cloned() }),
            ..self.own_question()
        };
        self.choices.more_functions.iter().map(asked).collect()
    }

    /// What is asked about the set-up's function that is picked, the first one's where none is.
    fn picked_question(&self) -> Existing {
        let picked = self.pages.check.function.as_ref();
        let is_picked = |question: &Existing| question.function.as_ref().map(|function| &function.name) == picked;
        self.further_questions().into_iter().find(is_picked).unwrap_or_else(|| self.own_question())
    }

    /// What is asked about the proxy that is looked at.
    pub fn seen_question(&self) -> Existing {
        match self.validation.result().filter(|_| self.is_validating()) {
            Some(result) => result.question.clone(),
            None => self.picked_question(),
        }
    }

    /// The proxy that is looked at.
    pub fn seen_at(&self) -> ProxyAt {
        self.validation.at(&self.seen_question().proxy)
    }

    /// What egui keeps of a page (how far it is scrolled, what is unfolded) belongs to one account, one
    /// setup and one page.
    pub fn place(&self) -> impl Hash + Debug + use<> {
        (self.visits, self.route())
    }

    /// What was last read of the proxy that is looked at.
    pub fn seen(&self) -> Option<&Observed> {
        let checked = self.shown_check().map(|checked| &checked.observed);
        if self.is_validating() { checked } else { checked.or(self.observed.value()) }
    }

    /// Something could not be read because the session has ended.
    pub fn is_signed_out(&self) -> bool {
        let observed = self.observed.ready().map(Observed::unreadable).unwrap_or_default();
        let checked = self.shown_check().map(|checked| checked.observed.unreadable()).unwrap_or_default();
        let lists = self.lists.ready().map(|lists| lists.unreadable.iter()).unwrap_or_default();
        lists.chain(observed).chain(checked).any(|source| source.signed_out)
    }

    /// Waits no longer for anything that is being read.
    pub fn stop_reading(&mut self) {
        self.lists.give_up();
        self.offers.give_up();
        self.observed.give_up();
        self.permissions.give_up();
        self.candidates.give_up();
        // ReadFor for again when what they stand beside is there.
        if self.observed.value().is_none() {
            self.candidates_of = None;
        }
        self.checked.give_up();
        self.reaching.answer.give_up();
        self.validation.suggested.give_up();
        self.validation.moving.callers.give_up();
    }

    /// Database and function are chosen, so everything after them can be shown.
    pub fn can_design(&self) -> bool {
        !self.choices.database.is_empty() && !self.choices.function.is_empty()
    }

    /// Forgets what belonged to the account before. Its choices are kept as a draft.
    pub fn leave_account(&mut self) {
        self.lists.clear();
        self.offers.clear();
        self.reaching.forget();
        self.forget_readings();
        self.reached = WizardStep::Account;
        self.choices = Choices::default();
        self.draft = None;
        self.kept = None;
        drop(self.password.take());
        self.run_error = None;
        self.validation.forget();
        self.load.forget();
        self.proving.forget();
        self.tunnelling = Tunnelling::default();
        self.run = None;
        self.saving = None;
        self.pages.leave_account();
    }

    /// Forgets what was read and designed for other choices, and what was looked at in it.
    fn forget_readings(&mut self) {
        self.visits += 1;
        self.pages.leave_setup();
        self.observed.clear();
        self.permissions.clear();
        self.candidates.clear();
        self.candidates_of = None;
        self.advice.clear();
        self.checked.clear();
        self.attempt.clear();
        self.stages.clear();
        self.proving.forget();
        self.designed.forget();
        self.designed_from = None;
        self.asked_for = None;
    }

    /// Makes everything again that was made in the language before.
    pub fn say_again(&mut self) {
        self.lists_version += 1;
        self.designed_from = None;
        if !self.redesign() {
            self.designed.version += 1;
        }
        if let Some(paths) = self.checked.ready_mut() {
            paths.say_again();
        }
        let today = day_of(self.now());
        self.validation.say_again(&self.accepted.baseline, today);
        self.pages.say_again();
    }

    /// Puts the window where it was at the end of this run: its choices, its plan, its rows. What the
    /// account looks like by now is read again.
    pub fn restore(&mut self, path: &Path, receipt: &Receipt) {
        self.run = Some(Run::of_receipt(path.to_owned(), receipt.clone()));
        self.run_error = None;
        let Some(setup) = receipt.plan.setup() else { return };
        self.forget_readings();
        self.choices = choices_of(setup);
        self.draft = None;
        self.kept = Some(self.choices.clone());
        self.designed.restore(&receipt.plan);
        self.reached = WizardStep::Export;
    }

    /// Goes on with a draft where it was left.
    pub fn restore_draft(&mut self, path: &Path, draft: Draft) {
        self.run = None;
        self.run_error = None;
        self.forget_readings();
        self.kept = Some(draft.choices.clone());
        self.choices = draft.choices;
        self.draft = Some(path.to_owned());
        self.left_at = draft.step;
        self.go(draft.step);
    }

    /// Begins anew with choices that were made elsewhere.
    pub fn take_choices(&mut self, choices: Choices) {
        self.run = None;
        self.run_error = None;
        self.forget_readings();
        drop(self.password.take());
        self.draft = None;
        self.kept = None;
        self.choices = choices;
        self.go(match (self.choices.database.is_empty(), self.choices.function.is_empty()) {
            (true, _) => WizardStep::Database,
            (false, true) => WizardStep::Function,
            (false, false) => WizardStep::Review,
        });
    }

    /// The choices, where they are neither in a draft nor in a receipt, or where their draft would be
    /// gone on with at another page.
    pub fn unkept(&self) -> Option<Draft> {
        let connection = self.connection()?;
        let kept = self.kept.as_ref() == Some(&self.choices);
        let step = self.page_left();
        let here = self.draft.is_none() || step == self.left_at;
        if self.choices.database.is_empty() || self.is_running() || (kept && here) {
            return None;
        }
        let (account, saved_at) = (connection.account.clone(), connection.clock.now());
        Some(Draft { account, saved_at, step, choices: self.choices.clone() })
    }

    /// The choices are kept: in this draft, or in a receipt.
    pub fn keep(&mut self, draft: Option<PathBuf>) {
        self.left_at = self.page_left();
        self.draft = draft;
        self.kept = Some(self.choices.clone());
    }

    /// The page of the choices that was open last.
    fn page_left(&self) -> WizardStep {
        let of_choices = WizardStep::Database..=WizardStep::Review;
        if of_choices.contains(&self.step) { self.step } else { self.left_at }
    }

    /// Whether the account must be read for the present choices: at once for a pick, after a rest
    /// while something is being typed. Says how long to wait otherwise.
    pub fn observation_due(&mut self, now: Instant) -> Due {
        // During a run the account is between two states; afterwards it is read in any case.
        if self.connection().is_none() || self.choices.database.is_empty() || self.is_running() {
            return Due::Not;
        }
        let wanted = ReadFor::from_choices(&self.choices);
        match &self.asked_for {
            Some(asked) if *asked == wanted => {
                self.changed_at = None;
                Due::Not
            }
            Some(asked) if asked.database == wanted.database && asked.function == wanted.function => {
                let since = *self.changed_at.get_or_insert(now);
                let rested = now.saturating_duration_since(since);
                if rested >= REST { Due::Now } else { Due::In(REST - rested) }
            }
            _ => Due::Now,
        }
    }

    /// Whether the monitor is to be read: only while its page is shown.
    pub fn monitor_due(&self, now: Instant) -> Due {
        let part = matches!(self.beneath(), Route::Proxy(_, DoorPart::Monitor));
        let shown = part && self.connection().is_some() && !self.is_running();
        if shown { self.validation.monitoring.due(now) } else { Due::Not }
    }

    /// Whether the folder of the export is to be read: only while its page is shown, and each time it
    /// is opened.
    pub fn folder_due(&mut self, now: Instant) -> Due {
        let shown = self.beneath() == Route::SetUp(WizardStep::Export);
        let look = &mut self.pages.export;
        if !shown {
            look.against.read_again();
            return Due::Not;
        }
        look.folder_due(now)
    }

    /// Starts the question for the present choices.
    pub fn ask_observed(&mut self, now: Instant) -> Generation {
        let wanted = ReadFor::from_choices(&self.choices);
        if self
            .asked_for
            .as_ref()
            .is_some_and(|asked| asked.database != wanted.database || asked.function != wanted.function)
        {
            self.forget_readings();
        }
        self.asked_for = Some(wanted);
        self.changed_at = None;
        self.changed_by_run = false;
        self.observed.ask(now)
    }

    /// A run has changed the account: what was read before is of the past.
    pub fn run_changed_account(&mut self) {
        self.changed_by_run = true;
        self.reaching.forget();
    }

    /// Whether the last reading answers the present choices.
    fn is_read(&self) -> bool {
        !self.changed_by_run
            && self.observed.ready().is_some()
            && self.asked_for.as_ref() == Some(&ReadFor::from_choices(&self.choices))
    }

    pub fn receive_observed(&mut self, generation: Generation, observed: Observed, now: Instant) -> bool {
        let fresh = self.observed.answer(generation, Ok(observed), now);
        if fresh {
            self.observed_count += 1;
        }
        fresh
    }

    /// Designs anew if choices or account changed since the last time. Says whether it did.
    pub fn redesign(&mut self) -> bool {
        self.designed.stale = !self.is_read();
        if !self.can_design() {
            return false;
        }
        let from = (self.choices.clone(), self.observed_count);
        if self.designed_from.as_ref() == Some(&from) {
            return false;
        }
        let Some(observed) = self.observed.value() else { return false };
        let mut observed = observed.clone();
        if let Some(permissions) = self.permissions.ready() {
            observed.permissions = permissions.clone();
        }
        self.designed.update(&self.choices, &observed);
        self.designed_from = Some(from);
        true
    }

    /// Takes preflight's answer into the design.
    pub fn receive_permissions(&mut self) {
        self.designed_from = None;
        self.redesign();
    }
}

/// What leads into an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    Known(Source),
    /// Profiles are still being asked who they are.
    Asking,
    Nowhere,
}

/// When the account is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Not,
    Now,
    In(Duration),
}
