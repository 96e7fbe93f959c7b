//! What a monitor says: the answer as a title, what stands below it, figures and alarms.

use crate::design::alarms::AlarmKind;
use crate::domain::UnixSeconds;
use crate::domain::alarm::{MetricAlarm, Rings, Watches};
use crate::domain::monitoring::AlarmRing;
use crate::domain::observed::Part;
use crate::monitor::{self, Incident, IncidentKind, Monitored, Suggested, Tile, TileKind, incidents};
use crate::text::{grouped, series, t};

const DAY: UnixSeconds = 86_400;

/// A moment as `11:08 UTC`, with its day where that is another than today's.
pub fn moment(at: UnixSeconds, now: UnixSeconds) -> String {
    let clock = format!("{} UTC", hours(at));
    if at.div_euclid(DAY) == now.div_euclid(DAY) { clock } else { format!("{} {clock}", day(at)) }
}

/// `28 Nov`
pub fn day(at: UnixSeconds) -> String {
    let Ok(date) = time::OffsetDateTime::from_unix_timestamp(at) else { return String::new() };
    t!("calendar-day", day = date.day(), month = u8::from(date.month()))
}

/// `11:08`
pub fn hours(at: UnixSeconds) -> String {
    let minute = at.rem_euclid(DAY) / 60;
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A whole number, grouped.
pub fn count(value: f64) -> String {
    grouped(format!("{value:.0}"))
}

/// Microseconds as milliseconds: `0.9`, `63`.
pub fn millis(micros: f64) -> String {
    let ms = micros / 1000.0;
    if ms < 10.0 { grouped(format!("{ms:.1}")) } else { count(ms) }
}

/// Per cent, with a decimal where it is not whole.
pub fn percent(value: f64) -> String {
    if (value - value.round()).abs() < 0.005 { grouped(format!("{value:.0}")) } else { grouped(format!("{value:.2}")) }
}

/// The answer: what there is to look at first, or that there is nothing.
pub fn title(read: &Monitored) -> String {
    let range = read.since.to_string();
    match incidents(read).first() {
        Some(incident) => of_incident(incident, read),
        None if read.is_silent() => t!("monitor-title-silent", range = range),
        None => t!("monitor-title-quiet", range = range),
    }
}

/// A number for a sentence that counts.
#[allow(clippy::cast_possible_truncation)]
fn whole(value: f64) -> i64 {
    value.round() as i64
}

fn of_incident(incident: &Incident, read: &Monitored) -> String {
    let at = moment(incident.from, read.at);
    let (worst, total) = (whole(incident.worst), whole(incident.total));
    match incident.kind {
        IncidentKind::Unavailable if incident.lasts => t!("monitor-title-unavailable-now").to_owned(),
        IncidentKind::Unavailable => t!("monitor-title-unavailable", at = at),
        IncidentKind::Refused => t!("monitor-title-refused", count = total, at = at),
        IncidentKind::PoolFull => t!("monitor-title-pool", percent = fullest(read), at = at),
        IncidentKind::Pinned if incident.lasts => t!("monitor-title-pinned-now", count = worst),
        IncidentKind::Pinned => t!("monitor-title-pinned", count = worst, at = at),
        IncidentKind::Waiting => t!("monitor-title-waiting", ms = millis(incident.worst), at = at),
        IncidentKind::WithoutTls => t!("monitor-title-without-tls", count = total),
        IncidentKind::Throttled => t!("monitor-title-throttled", count = total),
        IncidentKind::Failed => t!("monitor-title-failed", count = total),
    }
}

/// How full the pool was at most, per cent.
fn fullest(read: &Monitored) -> i64 {
    let used = read.peak(monitor::CONNECTIONS).map_or(0.0, |point| point.value);
    let pool = read.latest(monitor::POOL).unwrap_or_default();
    if pool > 0.0 { whole(100.0 * used / pool) } else { 0 }
}

/// What the title leaves open: how long, what else, how full the pool was.
pub fn sentence(read: &Monitored) -> String {
    let incidents = incidents(read);
    let Some((first, others)) = incidents.split_first() else {
        return if read.is_silent() { t!("monitor-about-silent").to_owned() } else { pool(read, false) };
    };
    let at = moment(first.from, read.at);
    let minutes = first.minutes();
    let about = match first.kind {
        IncidentKind::Unavailable if first.lasts => t!("monitor-about-unavailable-now", at = at),
        IncidentKind::Unavailable => t!("monitor-about-unavailable", minutes = minutes),
        IncidentKind::Refused => t!("monitor-about-refused").to_owned(),
        IncidentKind::PoolFull => t!("monitor-about-pool").to_owned(),
        IncidentKind::Pinned if first.lasts => t!("monitor-about-pinned-now", at = at),
        IncidentKind::Pinned => t!("monitor-about-pinned", minutes = minutes),
        IncidentKind::Waiting => t!("monitor-about-waiting", minutes = minutes),
        IncidentKind::WithoutTls => t!("monitor-about-without-tls").to_owned(),
        IncidentKind::Throttled => t!("monitor-about-throttled").to_owned(),
        IncidentKind::Failed => t!("monitor-about-failed").to_owned(),
    };
    let rest = if others.is_empty() {
        pool(read, true)
    } else {
        let what: Vec<&str> = others.iter().map(|incident| short(incident.kind)).collect();
        t!("monitor-also", count = others.len(), what = series(&what))
    };
    format!("{about} {rest}").trim_end().to_owned()
}

fn pool(read: &Monitored, otherwise: bool) -> String {
    let Some(used) = read.peak(monitor::CONNECTIONS).map(|point| count(point.value)) else { return String::new() };
    match read.latest(monitor::POOL).map(count) {
        Some(pool) if otherwise => t!("monitor-otherwise-quiet", used = used, pool = pool),
        Some(pool) => t!("monitor-pool-used", used = used, pool = pool),
        None => t!("monitor-pool-unknown", used = used),
    }
}

/// An incident in two words.
pub fn short(kind: IncidentKind) -> &'static str {
    match kind {
        IncidentKind::Unavailable => t!("monitor-short-unavailable"),
        IncidentKind::Refused => t!("monitor-short-refused"),
        IncidentKind::PoolFull => t!("monitor-short-pool"),
        IncidentKind::Pinned => t!("monitor-short-pinned"),
        IncidentKind::Waiting => t!("monitor-short-waiting"),
        IncidentKind::WithoutTls => t!("monitor-short-without-tls"),
        IncidentKind::Throttled => t!("monitor-short-throttled"),
        IncidentKind::Failed => t!("monitor-short-failed"),
    }
}

/// A figure's name, its value and what stands beside it.
pub fn tile(tile: &Tile) -> (&'static str, String, String) {
    let unknown = || t!("monitor-tile-unknown").to_owned();
    let number = || tile.value.map_or_else(unknown, count);
    let beside = tile.beside;
    let came = || beside.map(|value| t!("monitor-beside-refused", value = count(value))).unwrap_or_default();
    match tile.kind {
        TileKind::Available => (
            t!("monitor-tile-available"),
            tile.value.map_or_else(unknown, |value| format!("{} %", percent(value))),
            beside.map(|value| t!("monitor-beside-available", value = percent(value))).unwrap_or_default(),
        ),
        TileKind::Refused => (t!("monitor-tile-refused"), number(), came()),
        TileKind::WithoutTls => (t!("monitor-tile-without-tls"), number(), came()),
        TileKind::Queries => (
            t!("monitor-tile-queries"),
            number(),
            beside.map(|value| t!("monitor-beside-queries", value = millis(value))).unwrap_or_default(),
        ),
        TileKind::Invocations => (
            t!("monitor-tile-invocations"),
            number(),
            beside.map(|value| t!("monitor-beside-invocations", value = count(value))).unwrap_or_default(),
        ),
        TileKind::Duration => (
            t!("monitor-tile-duration"),
            tile.value.map_or_else(unknown, |value| t!("monitor-ms", value = count(value))),
            t!("monitor-beside-duration").to_owned(),
        ),
        TileKind::Errors => (
            t!("monitor-tile-errors"),
            number(),
            beside.map(|value| t!("monitor-beside-errors", value = count(value))).unwrap_or_default(),
        ),
    }
}

/// An alarm's name for people.
pub fn alarm_name(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::Unavailable => t!("monitor-alarm-unavailable"),
        AlarmKind::PoolFull => t!("monitor-alarm-pool"),
        AlarmKind::Pinned => t!("monitor-alarm-pinned"),
        AlarmKind::Refused => t!("monitor-alarm-refused"),
        AlarmKind::Waiting => t!("monitor-alarm-waiting"),
    }
}

/// Why one should have it.
pub fn alarm_why(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::Unavailable => t!("monitor-alarm-why-unavailable"),
        AlarmKind::PoolFull => t!("monitor-alarm-why-pool"),
        AlarmKind::Pinned => t!("monitor-alarm-why-pinned"),
        AlarmKind::Refused => t!("monitor-alarm-why-refused"),
        AlarmKind::Waiting => t!("monitor-alarm-why-waiting"),
    }
}

/// What rings it: `DatabaseConnections > 80 % of MaxDatabaseConnectionsAllowed, 5 min`. What belongs
/// together stays on one line.
pub fn threshold(alarm: &MetricAlarm) -> String {
    let sign = if alarm.rings == Rings::Above { ">" } else { "<" };
    let (metric, unit) = match &alarm.watches {
        Watches::Share { part, whole, .. } => (part, t!("monitor-alarm-percent-of", whole = whole.as_str())),
        Watches::Metric { name, .. } => {
            let unit = match name.as_str() {
                name if name.ends_with("Latency") => "\u{a0}µs",
                name if name.ends_with("Percentage") => "\u{a0}%",
                _ => "",
            };
            (name, unit.to_owned())
        }
        Watches::Other(text) => (text, String::new()),
    };
    let threshold = format!("{sign}\u{a0}{}{unit}", grouped(alarm.threshold));
    let minutes = alarm.period_secs * alarm.periods / 60;
    t!("monitor-alarm-threshold", metric = metric.as_str(), threshold = threshold, minutes = minutes)
}

/// Whether it is there, and whether it would have rung.
pub fn alarm_history(suggested: &Suggested, read: &Monitored) -> String {
    let range = read.since.to_string();
    let rang = || match suggested.rang.as_deref() {
        None => t!("monitor-alarm-no-data").to_owned(),
        Some([]) => t!("monitor-alarm-would-not", range = range),
        Some(rang) => {
            let last = rang.last().map(|at| moment(*at, read.at)).unwrap_or_default();
            t!("monitor-alarm-would", count = rang.len(), at = last)
        }
    };
    match &suggested.there {
        Part::Present(name) => format!("{} {}", t!("monitor-alarm-set", name = name.as_str()), rings(name, read)),
        Part::Unreadable(why) => t!("monitor-alarm-unknown", operation = why.operation.as_str()),
        Part::Absent | Part::NotAsked => rang(),
    }
}

/// How often an alarm that is there went off lately.
fn rings(name: &str, read: &Monitored) -> String {
    match &read.rings {
        Part::Present(rings) => {
            let own: Vec<&AlarmRing> = rings.iter().filter(|ring| ring.alarm == name).collect();
            match own.last() {
                Some(last) => t!("monitor-alarm-rang", count = own.len(), at = moment(last.at, read.at)),
                None => t!("monitor-alarm-silent").to_owned(),
            }
        }
        Part::Unreadable(why) => t!("monitor-alarm-rings-unread", operation = why.operation.as_str()),
        Part::Absent | Part::NotAsked => String::new(),
    }
}

/// How many of them are there.
pub fn alarms_set(suggested: &[Suggested]) -> String {
    let set = suggested.iter().filter(|one| one.there.present().is_some()).count();
    match set {
        _ if suggested.iter().any(|one| one.unread().is_some()) => t!("monitor-alarms-unread").to_owned(),
        0 => t!("monitor-alarms-none-set").to_owned(),
        set if set == suggested.len() => t!("monitor-alarms-all-set").to_owned(),
        set => t!("monitor-alarms-some-set", set = set, all = suggested.len()),
    }
}

/// What becomes of the proxy's log.
pub fn log(read: &Monitored) -> String {
    match &read.log_group {
        Part::Present(group) => match group.retention_days {
            Some(days) => t!("monitor-log-kept", days = days),
            None => t!("monitor-log-for-ever").to_owned(),
        },
        Part::Unreadable(why) => t!("monitor-log-unread", why = why.because.as_str()),
        Part::Absent | Part::NotAsked => t!("monitor-log-none").to_owned(),
    }
}

#[cfg(test)]
mod tests;
