//! What a proxy's monitor shows, and when it is to be read again. Nothing here awaits or draws.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::charts::{MonitorCharts, charts};
use crate::design::alarms::AlarmKind;
use crate::domain::alarm::MetricAlarm;
use crate::domain::arn::short_name;
use crate::domain::monitoring::LogLine;
use crate::domain::observed::Part;
use crate::gui::fetched::{Fetched, Generation};
use crate::gui::icon::Icon;
use crate::gui::state::Due;
use crate::gui::widgets::{FigureTile, PickerItem, PickerItems, PickerState};
use crate::monitor::{Monitored, Since, Suggested, incidents, suggested, tiles};
use crate::report::Report;
use crate::text::t;
use crate::words::monitor as words;

/// Between two readings: CloudWatch has one value a minute.
pub const AGAIN: Duration = Duration::from_secs(60);

/// One reading, with everything that is said of it.
pub struct ShownMonitoring {
    pub read: Monitored,
    pub title: String,
    pub sentence: String,
    /// Beside the page's name.
    pub value: String,
    pub tiles: Vec<FigureTile>,
    pub charts: MonitorCharts,
    pub alarms: Vec<Suggested>,
}

impl ShownMonitoring {
    pub fn from_read(read: Monitored) -> Self {
        let things = incidents(&read).len();
        let range = t!("monitor-last", range = read.since.to_string());
        Self {
            title: words::title(&read),
            sentence: words::sentence(&read),
            value: format!("{range} · {}", t!("monitor-things", count = things)),
            tiles: tiles(&read)
                .iter()
                .map(words::tile)
                .map(|(name, figure, note)| FigureTile { name, figure, note, wrong: false })
                .collect(),
            charts: charts(&read),
            alarms: suggested(&read),
            read,
        }
    }
}

/// The monitor of the picked proxy.
#[derive(Default)]
pub struct Monitoring {
    pub since: Since,
    pub shown: Fetched<ShownMonitoring, Report>,
    pub log: Fetched<Vec<LogLine>, Report>,
    /// What the lines of the log must hold.
    pub log_text: String,
    /// Suggested alarms that the person does not want.
    pub left_out: BTreeSet<AlarmKind>,
    /// ARN of the SNS topic that is told.
    pub topic: String,
    /// Those there are, where they could be listed; the first row tells nobody.
    pub topics: Fetched<Part<PickerItems>, Report>,
    pub topic_picker: PickerState,
    /// The ARN is typed.
    pub topic_by_hand: bool,
    asked_at: Option<Instant>,
}

impl Monitoring {
    /// Begins a reading.
    pub fn ask(&mut self, now: Instant) -> Generation {
        self.asked_at = Some(now);
        self.shown.ask(now)
    }

    /// Whether it is to be read, for somebody who looks at it. What failed waits for a person.
    pub fn due(&self, now: Instant) -> Due {
        if self.shown.waiting(now).is_some() || self.shown.error().is_some() || self.shown.is_given_up() {
            return Due::Not;
        }
        match self.asked_at.map(|at| now.saturating_duration_since(at)) {
            None => Due::Now,
            Some(rested) if rested >= AGAIN => Due::Now,
            Some(rested) => Due::In(AGAIN - rested),
        }
    }

    /// Takes in the topics of the account.
    pub fn receive_topics(&mut self, generation: Generation, topics: Part<Vec<String>>, now: Instant) {
        let items = match topics {
            Part::Present(arns) => Part::Present(topic_items(&arns)),
            Part::Unreadable(why) => Part::Unreadable(why),
            Part::Absent | Part::NotAsked => Part::Absent,
        };
        if self.topics.answer(generation, Ok(items), now) {
            self.topic_picker = PickerState::default();
        }
    }

    /// The account is not as it was read.
    pub fn outdate(&mut self) {
        self.asked_at = None;
    }

    /// Another proxy: the range and the topic stay.
    pub fn forget(&mut self) {
        self.shown.clear();
        self.log.clear();
        self.left_out.clear();
        self.asked_at = None;
    }

    /// The alarms that would be made: those that nobody has, and the person wants.
    pub fn wanted(&self) -> Vec<MetricAlarm> {
        let topic = Some(self.topic.trim()).filter(|topic| !topic.is_empty());
        let alarms = self.shown.value().map(|shown| shown.alarms.as_slice()).unwrap_or_default();
        let wanted = alarms.iter().filter(|one| one.is_missing() && !self.left_out.contains(&one.kind));
        wanted.map(|one| MetricAlarm { topic: topic.map(str::to_owned), ..one.alarm.clone() }).collect()
    }

    /// What was typed is no topic's ARN.
    pub fn is_topic_wrong(&self) -> bool {
        let topic = self.topic.trim();
        let parts: Vec<&str> = topic.split(':').collect();
        let is_topic = matches!(parts.as_slice(), ["arn", _, "sns", region, account, name]
            if !region.is_empty() && account.len() == 12 && account.chars().all(|c| c.is_ascii_digit()) && !name.is_empty());
        !topic.is_empty() && !is_topic
    }
}

/// Nobody, and each topic by name.
fn topic_items(arns: &[String]) -> PickerItems {
    let nobody = PickerItem { name: t!("monitor-topic-nobody").to_owned(), ..PickerItem::default() };
    let topic =
        |arn: &String| PickerItem { name: short_name(arn).to_owned(), also: arn.clone(), ..PickerItem::default() };
    let all = std::iter::once(nobody).chain(arns.iter().map(topic)).collect();
    PickerItems::new(Icon::Radio, Vec::new(), all, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_at_once_then_every_minute_and_not_while_it_is_read() {
        let now = Instant::now();
        let mut monitoring = Monitoring::default();
        assert_eq!(monitoring.due(now), Due::Now);
        let generation = monitoring.ask(now);
        assert_eq!(monitoring.due(now + AGAIN), Due::Not);
        monitoring.shown.answer(generation, Err(Report::new(crate::report::Kind::Aws, "no")), now);
        assert_eq!(monitoring.due(now + AGAIN), Due::Not, "what failed waits for a person");
        let generation = monitoring.ask(now);
        monitoring.shown.answer(generation, Ok(ShownMonitoring::from_read(nothing())), now);
        assert_eq!(monitoring.due(now + AGAIN / 3), Due::In(AGAIN - AGAIN / 3));
        assert_eq!(monitoring.due(now + AGAIN), Due::Now);
    }

    fn nothing() -> Monitored {
        Monitored {
            proxy: "orders-proxy".into(),
            function: None,
            since: Since::default(),
            at: 0,
            series: Vec::new(),
            events: Part::NotAsked,
            alarms: Part::NotAsked,
            rings: Part::NotAsked,
            log_group: Part::NotAsked,
        }
    }

    #[test]
    fn a_topic_is_an_arn_of_sns() {
        for (topic, wrong) in [
            ("", false),
            ("arn:aws:sns:eu-west-1:482177301156:ops-alerts", false),
            ("ops-alerts", true),
            ("arn:aws:sqs:eu-west-1:482177301156:ops-alerts", true),
            ("arn:aws:sns:eu-west-1:482177301156:", true),
        ] {
            assert_eq!(Monitoring { topic: topic.into(), ..Monitoring::default() }.is_topic_wrong(), wrong, "{topic}");
        }
    }
}
