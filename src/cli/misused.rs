//! Arguments that are wrong, told in the language that is spoken: what clap found, in the words of the catalogue.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Color;
use super::output::{aside, color};
use crate::text::{Language, labelled, series, t};

/// Ends the program as clap would. Help and the version are no errors.
pub fn exit(error: &Error, asked: Color) -> ! {
    let Some(said) = said(error) else { error.exit() };
    color(asked, None);
    aside(&said);
    std::process::exit(error.exit_code())
}

/// Ends the program for what only we know to be wrong.
pub fn refuse(why: &str, asked: Color) -> ! {
    color(asked, None);
    aside(&format!("{} {why}\n\n{}", t!("report-error"), t!("misused-help")));
    std::process::exit(2)
}

/// The whole of it; `None` for what clap says itself.
fn said(error: &Error) -> Option<String> {
    let mut said = format!("{} {}", t!("report-error"), what_is_wrong(error)?);
    let tips = tips(error);
    if !tips.is_empty() {
        said.push('\n');
    }
    for tip in tips {
        said.push_str(&format!("\n  {} {tip}", t!("misused-tip")));
    }
    if let Some(usage) = text(error, ContextKind::Usage) {
        let usage = usage.trim_start_matches("Usage:").trim();
        said.push_str(&format!("\n\n{} {usage}", t!("misused-usage")));
    }
    Some(format!("{said}\n\n{}", t!("misused-help")))
}

fn what_is_wrong(error: &Error) -> Option<String> {
    let argument = || text(error, ContextKind::InvalidArg);
    let value = || text(error, ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => t!("misused-unknown", argument = argument()?),
        ErrorKind::InvalidSubcommand => {
            t!("misused-command", command = text(error, ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::InvalidValue => match value()? {
            empty if empty.is_empty() => with_values(error, t!("misused-no-value", argument = argument()?)),
            value => with_values(error, t!("misused-value", value = value, argument = argument()?)),
        },
        ErrorKind::ValueValidation => {
            let found = t!("misused-value", value = value()?, argument = argument()?);
            match error.source() {
                Some(why) => labelled!(found, why),
                None => found,
            }
        }
        ErrorKind::MissingRequiredArgument => format!("{}\n  {}", t!("misused-required"), argument()?),
        ErrorKind::ArgumentConflict => match text(error, ContextKind::PriorArg) {
            Some(prior) if Some(&prior) != argument().as_ref() => {
                t!("misused-conflict", argument = argument()?, prior = prior)
            }
            _ => t!("misused-twice", argument = argument()?),
        },
        ErrorKind::MissingSubcommand => {
            t!("misused-no-command", command = text(error, ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::TooManyValues => t!("misused-too-many", value = value()?, argument = argument()?),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => t!("misused-number", argument = argument()?),
        ErrorKind::NoEquals => t!("misused-equals", argument = argument()?),
        ErrorKind::InvalidUtf8 => t!("misused-not-text").to_owned(),
        _ => return None,
    })
}

/// With those that there are.
fn with_values(error: &Error, found: String) -> String {
    match text(error, ContextKind::ValidValue) {
        Some(values) if !values.is_empty() => format!("{found}\n  [{}]", labelled!(t!("misused-values"), values)),
        _ => found,
    }
}

fn tips(error: &Error) -> Vec<String> {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = near.into_iter().filter_map(|kind| text(error, kind)).filter(|near| !near.is_empty());
    let mut tips: Vec<String> = near.map(|near| t!("misused-near", near = near)).collect();
    // Of one verb it is the handlers'.
    let asked = text(error, ContextKind::InvalidValue).and_then(|value| Language::of_tag(&value));
    let is_language = text(error, ContextKind::InvalidArg).is_some_and(|argument| argument.starts_with("--language"));
    let known = text(error, ContextKind::ValidValue).unwrap_or_default();
    if let Some(language) = asked.filter(|language| is_language && !known.contains(language.tag())) {
        tips.push(t!("misused-language", language = language.tag()));
    }
    tips
}

fn text(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if kind == ContextKind::InvalidArg => Some(texts.join("\n  ")),
        ContextValue::Strings(texts) => Some(series(texts)),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
