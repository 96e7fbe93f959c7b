//! One more exception, as its entry at the end of the file.

use time::Date;

use super::{BadBaseline, Baseline, read};
use crate::domain::proxy_at::ProxyAt;
use crate::text::t;

/// A finding of one proxy that somebody accepts, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Code of the rule.
    pub rule: String,
    pub at: ProxyAt,
    /// Id of what the finding is about.
    pub subject: String,
    pub by: String,
    pub why: String,
    /// `2027-03-31`, the last day.
    pub until: String,
}

/// It cannot be added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAccepted {
    #[error("{}", t!("error-baseline-before", why = .0.to_string()))]
    Before(BadBaseline),
    #[error("{0}")]
    Entry(BadBaseline),
    #[error("{}", t!("error-baseline-over", day = .0.to_string()))]
    Over(Date),
}

impl Acceptance {
    fn entry(&self) -> String {
        let Self { rule, at, subject, by, why, until } = self;
        let fields = [
            ("rule", rule),
            ("account", &at.account),
            ("region", &at.region),
            ("proxy", &at.name),
            ("subject", subject),
            ("by", by),
            ("why", why),
        ];
        let mut text = "[[accept]]\n".to_owned();
        for (name, value) in fields {
            let value = toml::Value::String(value.trim().to_owned());
            text.push_str(&format!("{name} = {value}\n"));
        }
        // Anything but a day is left out, and is then missed.
        let until = until.trim();
        if !until.is_empty() && until.chars().all(|c| c.is_ascii_digit() || c == '-') {
            text.push_str(&format!("until = {until}\n"));
        }
        text
    }

    /// The file with this entry at its end, and what it then says. What was there stays as it is.
    ///
    /// # Errors
    /// The file is no such list, a field is missing or wrong, or the day is over.
    pub fn added_to(&self, before: &str, today: Date) -> Result<(String, Baseline), NotAccepted> {
        read(before).map_err(NotAccepted::Before)?;
        let own = read(&self.entry()).map_err(NotAccepted::Entry)?;
        if let Some(over) = own.exceptions.first().map(|exception| exception.until).filter(|until| *until < today) {
            return Err(NotAccepted::Over(over));
        }
        let gap = match before {
            "" => "",
            _ if before.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        let text = format!("{before}{gap}{}", self.entry());
        let baseline = read(&text).map_err(NotAccepted::Before)?;
        Ok((text, baseline))
    }
}
