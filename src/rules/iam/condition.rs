//! Condition operators, with three answers.
//!
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>

use std::cmp::Ordering;
use std::net::IpAddr;

use crate::domain::policy::{Conditions, OneOrMany, Token, fits};
use crate::text::t;

use super::known::Known;
use super::request::{Request, Value};
use super::variable::Pattern;

/// `ForAnyValue:StringNotLikeIfExists`, taken apart.
struct Operator {
    set: Option<Set>,
    compare: Compare,
    /// `Not…`: no value may match.
    negated: bool,
    if_exists: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    Any,
    All,
}

#[derive(Clone, Copy)]
enum Compare {
    Equal,
    EqualIgnoreCase,
    Like,
    Arn,
    Bool,
    Numeric(fn(Ordering) -> bool),
    Date(fn(Ordering) -> bool),
    Ip,
    Null,
}

impl Operator {
    fn parse(text: &str) -> Option<Self> {
        let lower = text.to_ascii_lowercase();
        let (set, rest) = match lower.split_once(':') {
            Some(("foranyvalue", rest)) => (Some(Set::Any), rest),
            Some(("forallvalues", rest)) => (Some(Set::All), rest),
            Some(_) => return None,
            None => (None, lower.as_str()),
        };
        let (rest, if_exists) = rest.strip_suffix("ifexists").map_or((rest, false), |rest| (rest, true));
        let (compare, negated) = match rest {
            "stringequals" | "binaryequals" => (Compare::Equal, false),
            "stringnotequals" => (Compare::Equal, true),
            "stringequalsignorecase" => (Compare::EqualIgnoreCase, false),
            "stringnotequalsignorecase" => (Compare::EqualIgnoreCase, true),
            "stringlike" => (Compare::Like, false),
            "stringnotlike" => (Compare::Like, true),
            // Both take wildcards.
            "arnequals" | "arnlike" => (Compare::Arn, false),
            "arnnotequals" | "arnnotlike" => (Compare::Arn, true),
            "bool" => (Compare::Bool, false),
            "ipaddress" => (Compare::Ip, false),
            "notipaddress" => (Compare::Ip, true),
            "null" if !if_exists => (Compare::Null, false),
            "numericnotequals" => (Compare::Numeric(Ordering::is_eq), true),
            "datenotequals" => (Compare::Date(Ordering::is_eq), true),
            _ => match (rest.strip_prefix("numeric"), rest.strip_prefix("date")) {
                (Some(order), _) => (Compare::Numeric(ordering(order)?), false),
                (_, Some(order)) => (Compare::Date(ordering(order)?), false),
                _ => return None,
            },
        };
        Some(Self { set, compare, negated, if_exists })
    }
}

fn ordering(text: &str) -> Option<fn(Ordering) -> bool> {
    Some(match text {
        "equals" => Ordering::is_eq,
        "lessthan" => Ordering::is_lt,
        "lessthanequals" => Ordering::is_le,
        "greaterthan" => Ordering::is_gt,
        "greaterthanequals" => Ordering::is_ge,
        _ => return None,
    })
}

/// Whether all conditions hold.
pub fn hold(conditions: &Conditions, request: &Request<'_>, variables: bool) -> Known {
    Known::all(conditions.iter().flat_map(|(operator, keys)| {
        keys.iter().map(move |(key, wanted)| match Operator::parse(operator) {
            Some(operator) => holds(&operator, key, wanted, request, variables),
            None => Known::doubt(t!("seen-iam-operator-unknown", operator = operator)),
        })
    }))
}

fn holds(operator: &Operator, key: &str, wanted: &OneOrMany, request: &Request<'_>, variables: bool) -> Known {
    let value = request.value(key);
    let unknown = || Known::doubt(t!("seen-iam-value-unknown", key = key));
    if let Compare::Null = operator.compare {
        let is_null = match value {
            Value::Is(_) => false,
            Value::Absent => true,
            Value::Elsewhere | Value::Unknown => return unknown(),
        };
        return wanted.iter().any(|wanted| wanted.eq_ignore_ascii_case(&is_null.to_string())).into();
    }
    let values = match value {
        Value::Is(values) => values,
        Value::Absent => return without(operator).into(),
        // A value that is none of the customer's, or none at all.
        Value::Elsewhere if operator.negated && operator.set != Some(Set::Any) => return Known::Yes,
        Value::Elsewhere if !operator.negated && !operator.if_exists && operator.set != Some(Set::All) => {
            return Known::No;
        }
        Value::Elsewhere | Value::Unknown => return unknown(),
    };
    let patterns: Vec<Pattern> = wanted.iter().map(|wanted| Pattern::parse(wanted, request, variables)).collect();
    let matches = |value: &str| Known::any(patterns.iter().map(|wanted| matches(operator.compare, wanted, value)));
    let suits = |value: &String| if operator.negated { !matches(value) } else { matches(value) };
    match operator.set {
        Some(Set::Any) => Known::any(values.iter().map(suits)),
        Some(Set::All) => Known::all(values.iter().map(suits)),
        // One value that matches is enough; of a negated operator, to fail.
        None if operator.negated => !Known::any(values.iter().map(|value| matches(value))),
        None => Known::any(values.iter().map(|value| matches(value))),
    }
}

/// What a condition amounts to on a request that does not carry its key.
fn without(operator: &Operator) -> bool {
    match operator.set {
        Some(Set::All) => true,
        Some(Set::Any) => operator.if_exists,
        None => operator.if_exists || operator.negated,
    }
}

fn matches(compare: Compare, wanted: &Pattern, value: &str) -> Known {
    match compare {
        Compare::Equal => wanted.equals(value, |a, b| a == b),
        Compare::EqualIgnoreCase => wanted.equals(value, |a, b| a.to_lowercase() == b.to_lowercase()),
        Compare::Bool => wanted.equals(value, str::eq_ignore_ascii_case),
        Compare::Like => wanted.fits(value),
        Compare::Arn => arn_fits(wanted, value),
        Compare::Numeric(order) => parsed(wanted, value, |text| text.trim().parse::<f64>().ok(), order),
        Compare::Date(order) => parsed(wanted, value, |text| seconds(text.trim()), order),
        Compare::Ip => in_range(wanted, value),
        Compare::Null => Known::No,
    }
}

/// The six parts of an ARN are compared one by one.
fn arn_fits(pattern: &Pattern, value: &str) -> Known {
    let parts: Vec<&[Token]> = pattern.pieces.splitn(6, |piece| *piece == Token::Is(':')).collect();
    let values: Vec<&str> = value.splitn(6, ':').collect();
    match (parts.len(), values.len()) {
        (6, 6) => pattern.judge(parts.into_iter().zip(values).all(|(part, value)| fits(part, value))),
        // Other shapes are not documented.
        (6, _) => Known::No,
        _ => pattern.judge(fits(&pattern.pieces, value)).and(|| Known::doubt(t!("seen-iam-condition-part"))),
    }
}

fn text(pattern: &Pattern) -> Option<String> {
    pattern.pieces.iter().map(|piece| if let Token::Is(c) = piece { Some(*c) } else { None }).collect()
}

/// Compares the value with the wanted one; what cannot be read is a doubt.
fn parsed<T: PartialOrd>(
    wanted: &Pattern,
    value: &str,
    parse: fn(&str) -> Option<T>,
    order: fn(Ordering) -> bool,
) -> Known {
    let pair = text(wanted).and_then(|wanted| parse(value)?.partial_cmp(&parse(&wanted)?));
    pair.map_or_else(|| Known::doubt(t!("seen-iam-condition-value")), |found| order(found).into())
}

/// Seconds since 1970: as a number, or ISO 8601 (`2026-11-21T10:00:00Z`, `+01:00`, date alone).
fn seconds(text: &str) -> Option<f64> {
    if let Ok(number) = text.parse::<f64>() {
        return number.is_finite().then_some(number);
    }
    let (date, time) = text.split_once('T').unwrap_or((text, "00:00:00Z"));
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next().unwrap_or(Some(1))?, parts.next().unwrap_or(Some(1))?);
    let sensible = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if !sensible || parts.next().is_some() {
        return None;
    }
    // Days from a calendar date, years counted from March so that the leap day is the last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 719_468;
    let (clock, offset) = match time.strip_suffix(['Z', 'z']) {
        Some(clock) => (clock, 0.0),
        None => {
            let at = time.rfind(['+', '-'])?;
            let (clock, zone) = time.split_at_checked(at)?;
            let sign = if zone.starts_with('-') { -1.0 } else { 1.0 };
            (clock, sign * clock_seconds(zone.get(1..)?)?)
        }
    };
    // Exact: calendar days are far below 2^52.
    #[allow(clippy::cast_precision_loss)]
    Some(days as f64 * 86_400.0 + clock_seconds(clock)? - offset)
}

fn clock_seconds(clock: &str) -> Option<f64> {
    let mut sum = 0.0;
    for (part, unit) in clock.split(':').zip([3_600.0, 60.0, 1.0]) {
        sum += part.parse::<f64>().ok().filter(|part| (0.0..61.0).contains(part))? * unit;
    }
    (clock.split(':').count() <= 3).then_some(sum)
}

fn in_range(wanted: &Pattern, value: &str) -> Known {
    let found = text(wanted).and_then(|range| {
        let (network, bits) = match range.split_once('/') {
            Some((network, bits)) => (network.parse::<IpAddr>().ok()?, bits.parse::<u32>().ok()?),
            None => (range.parse::<IpAddr>().ok()?, 128),
        };
        Some(match (network, value.parse::<IpAddr>().ok()?) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                let off = 32 - bits.min(32);
                u32::from(network).checked_shr(off).unwrap_or(0) == u32::from(address).checked_shr(off).unwrap_or(0)
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                let off = 128 - bits.min(128);
                u128::from(network).checked_shr(off).unwrap_or(0) == u128::from(address).checked_shr(off).unwrap_or(0)
            }
            _ => false,
        })
    });
    found.map_or_else(|| Known::doubt(t!("seen-iam-condition-range")), Known::from)
}
