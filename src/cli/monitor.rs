//! `monitor`: what was measured of a proxy, once or again and again.

use std::time::Duration;

use super::args::Globals;
use super::interrupt::Interrupts;
use super::output::{self, Ended, Exit, Failure};
use super::session::Session;
use crate::accounts::Accounts;
use crate::discover::{self, Watched, monitored};
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{Event, Point};
use crate::domain::observed::Part;
use crate::domain::outside::one_line;
use crate::monitor::{self, Measure, MonitorDocument, Monitored, Since, suggested, tiles};
use crate::text::{column, columns, labelled, padded, t};
use crate::words::monitor as words;

/// `monitor`
#[derive(Debug, Clone, clap::Args)]
pub struct MonitorArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// A function whose metrics stand beside the proxy's
    #[arg(long, value_name = "NAME")]
    pub function: Option<String>,
    /// How far back: 90m, 3h, 1d, 1w; 15 days at most
    #[arg(long, value_name = "SPAN", default_value = "3h", value_parser = |text: &str| text.parse::<Since>())]
    pub since: Since,
    /// Read again every minute, until Ctrl-C
    #[arg(long)]
    pub follow: bool,
    /// Also list the SNS topics that an alarm can tell
    #[arg(long)]
    pub topics: bool,
}

/// Seconds between two readings: CloudWatch has one value a minute.
const AGAIN_SECS: u64 = 60;
/// Columns of a curve.
const COLUMNS: usize = 36;

/// Reads and prints; with `--follow` until somebody asks to stop.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &MonitorArgs) -> Ended {
    let session = Session::open(accounts, globals, None).await?;
    let asked = Watched { proxy: args.proxy.clone(), function: args.function.clone(), since: args.since };
    if !args.follow {
        let (read, topics) = futures::join!(read(&session, &asked), topics(&session, args.topics));
        print(&session, &read?, topics, false);
        return Ok(Exit::Done);
    }
    let topics = topics(&session, args.topics).await;
    let mut interrupts = Interrupts::listen();
    loop {
        let reading = tokio::select! {
            reading = read(&session, &asked) => reading?,
            () = interrupts.next() => return Ok(Exit::Done),
        };
        print(&session, &reading, topics.clone(), true);
        if output::is_terminal() && !session.is_json() {
            output::aside(&t!("cli-monitor-again", secs = AGAIN_SECS));
        }
        tokio::select! {
            () = session.connection.clock.sleep(Duration::from_secs(AGAIN_SECS)) => {}
            () = interrupts.next() => return Ok(Exit::Done),
        }
    }
}

async fn read(session: &Session, asked: &Watched) -> Result<Monitored, Failure> {
    match monitored(session.reader(), session.connection.clock.as_ref(), asked).await {
        Ok(read) => Ok(read),
        Err(error) => Err(session.failed(error, Exit::Usage).await),
    }
}

/// ARNs of the topics, where they are asked for.
async fn topics(session: &Session, asked: bool) -> Part<Vec<String>> {
    if asked { discover::part(session.reader().topics().await) } else { Part::NotAsked }
}

/// A document, or with `again` one of many: those stand on a line each.
fn print(session: &Session, read: &Monitored, topics: Part<Vec<String>>, again: bool) {
    if !session.is_json() {
        let mut lines = text(read);
        lines.extend(topic_lines(&topics));
        return output::line(&lines.join("\n"));
    }
    let document = MonitorDocument::new(read, topics);
    if again { output::json_line(&document) } else { output::json(&document) }
}

fn topic_lines(topics: &Part<Vec<String>>) -> Vec<String> {
    let head = t!("monitor-topics");
    match topics {
        Part::Present(topics) if !topics.is_empty() => {
            std::iter::once(format!("{head}:")).chain(topics.iter().map(|topic| format!("  {topic}"))).collect()
        }
        Part::Unreadable(why) => {
            vec![labelled!(head, t!("monitor-topics-unknown", operation = why.operation.as_str()))]
        }
        Part::Present(_) | Part::Absent => vec![labelled!(head, t!("monitor-topics-none"))],
        Part::NotAsked => Vec::new(),
    }
}

fn text(read: &Monitored) -> Vec<String> {
    let until = words::moment(read.at, read.at);
    let mut lines = vec![
        words::title(read),
        words::sentence(read),
        String::new(),
        format!("{}, {}", read.proxy, t!("monitor-range", range = read.since.to_string(), at = until)),
    ];
    lines.extend(curves(read));
    lines.push(String::new());
    let tiles: Vec<_> = tiles(read).iter().map(words::tile).collect();
    let width = column(tiles.iter().map(|(name, _, _)| *name), 21);
    lines.extend(tiles.iter().map(|(name, value, beside)| {
        let before = " ".repeat(10_usize.saturating_sub(columns(value)));
        format!("  {}{before}{value}  {beside}", padded(name, width)).trim_end().to_owned()
    }));
    let alarms = suggested(read);
    lines.push(format!("\n{}", labelled!(t!("monitor-alarms"), words::alarms_set(&alarms))));
    let width = column(alarms.iter().map(|alarm| words::alarm_name(alarm.kind)), 29);
    for alarm in &alarms {
        lines.push(format!("  {}{}", padded(words::alarm_name(alarm.kind), width), words::threshold(&alarm.alarm)));
        lines.push(format!("  {}{}", padded("", width), words::alarm_history(alarm, read)));
    }
    lines.push(format!("\n{}", events(read)));
    lines.push(labelled!(t!("monitor-log"), words::log(read)));
    lines
}

/// A value in words.
type Told<'a> = &'a dyn Fn(f64) -> String;

/// Each curve with its newest value and its highest.
fn curves(read: &Monitored) -> Vec<String> {
    let plain = |value: f64| words::count(value);
    let micros = |value: f64| t!("monitor-ms", value = words::millis(value));
    let millis = |value: f64| t!("monitor-ms", value = words::count(value));
    let shown: [(&str, Measure, Told<'_>); 7] = [
        (t!("monitor-clients"), monitor::CLIENTS, &plain),
        (t!("monitor-connections"), monitor::CONNECTIONS, &plain),
        (t!("monitor-pinned"), monitor::PINNED, &plain),
        (t!("monitor-wait"), monitor::BORROW_WAIT, &micros),
        (t!("monitor-queries"), monitor::QUERIES, &plain),
        (t!("monitor-concurrency"), monitor::CONCURRENCY, &plain),
        (t!("monitor-duration"), monitor::DURATION, &millis),
    ];
    let of_function = [monitor::CONCURRENCY.id, monitor::DURATION.id];
    let width = column(shown.iter().map(|(name, _, _)| *name), 23);
    shown
        .into_iter()
        .filter(|(_, measure, _)| read.function.is_some() || !of_function.contains(&measure.id))
        .map(|(name, measure, value)| curve(read, &padded(name, width), measure, value))
        .collect()
}

/// `name` is as wide as its column.
fn curve(read: &Monitored, name: &str, measure: Measure, value: Told<'_>) -> String {
    let (Some(latest), Some(peak)) = (read.latest(measure), read.peak(measure)) else {
        return format!("  {name}{}", t!("monitor-not-measured"));
    };
    let most = t!("monitor-most-at", value = value(peak.value), at = words::moment(peak.at, read.at));
    let pool = read.latest(monitor::POOL).filter(|_| measure == monitor::CONNECTIONS);
    let now = match pool {
        Some(pool) => t!("monitor-now-of", value = value(latest), pool = words::count(pool)),
        None => t!("monitor-now", value = value(latest)),
    };
    format!("  {name}{} {now}, {most}", sparkline(read, measure))
}

/// The range in columns, each as high as the highest value in it; a space where nothing was measured.
fn sparkline(read: &Monitored, measure: Measure) -> String {
    const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let from = read.at - UnixSeconds::from(read.since.secs());
    let mut columns: [Option<f64>; COLUMNS] = [None; COLUMNS];
    for Point { at, value } in read.points(measure) {
        let share = (at - from) * i64::try_from(COLUMNS).unwrap_or(1) / i64::from(read.since.secs());
        let column = usize::try_from(share).unwrap_or_default().min(COLUMNS - 1);
        if let Some(highest) = columns.get_mut(column) {
            *highest = Some(highest.map_or(*value, |before| before.max(*value)));
        }
    }
    let top = read.peak(measure).map_or(0.0, |peak| peak.value);
    let step = |value: f64| {
        // From 0 to 7.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let index = if top > 0.0 { (value / top * 7.0).round().clamp(0.0, 7.0) as usize } else { 0 };
        STEPS.get(index).copied().unwrap_or(' ')
    };
    columns.iter().map(|value| value.map_or(' ', step)).collect()
}

fn events(read: &Monitored) -> String {
    let head = t!("monitor-events");
    match &read.events {
        Part::Present(events) if !events.is_empty() => {
            let line = |event: &Event| {
                let at = event.at.map(|at| words::moment(at, read.at)).unwrap_or_default();
                format!("\n  {}{}", padded(&at, 19), one_line(&event.message))
            };
            format!("{head}:{}", events.iter().map(line).collect::<String>())
        }
        Part::Unreadable(why) => labelled!(head, t!("monitor-events-unread", why = why.because.as_str())),
        Part::Present(_) | Part::Absent | Part::NotAsked => {
            labelled!(head, t!("monitor-no-events", range = read.since.to_string()))
        }
    }
}
