//! Address ranges: does one, or do several together, cover another?

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A range of IPv4 or IPv6 addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cidr {
    v6: bool,
    /// First and last address, left-aligned in 128 bits, so that both families compare alike.
    first: u128,
    last: u128,
}

impl Cidr {
    /// Reads `10.0.0.0/16` or `2001:db8::/56`; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = text.split_once('/')?;
        let prefix: u32 = prefix.parse().ok()?;
        let (v6, bits, width) = match address.parse().ok()? {
            IpAddr::V4(v4) => (false, u128::from(u32::from(v4)) << 96, 32),
            IpAddr::V6(v6) => (true, u128::from(v6), 128),
        };
        // A shift by all 128 bits is undefined; with no bits left there is one address.
        let hosts = u128::MAX.checked_shr(prefix).unwrap_or(0);
        (prefix <= width).then_some(Self { v6, first: bits & !hosts, last: bits | hosts })
    }

    pub fn is_v6(self) -> bool {
        self.v6
    }

    /// First and last address, comparable within a family.
    pub fn bounds(self) -> (u128, u128) {
        (self.first, self.last)
    }

    /// Every address of `other` is in this range.
    pub fn covers(self, other: Self) -> bool {
        self.v6 == other.v6 && self.first <= other.first && other.last <= self.last
    }

    /// Some address is in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.v6 == other.v6 && self.first <= other.last && other.first <= self.last
    }

    /// How many addresses it has, for "the most specific one": smaller is more specific.
    pub fn size(self) -> u128 {
        self.last - self.first
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = self.size().leading_zeros();
        match u32::try_from(self.first >> 96) {
            Ok(v4) if !self.v6 => write!(f, "{}/{prefix}", Ipv4Addr::from(v4)),
            _ => write!(f, "{}/{prefix}", Ipv6Addr::from(self.first)),
        }
    }
}

/// How much of a range others cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    Whole,
    Part,
    Nothing,
}

/// Several ranges, ready to be asked what they cover together.
#[derive(Debug, Default)]
pub struct Ranges {
    /// Sorted, and so merged that no two touch.
    merged: Vec<Cidr>,
}

impl FromIterator<Cidr> for Ranges {
    fn from_iter<I: IntoIterator<Item = Cidr>>(ranges: I) -> Self {
        let mut sorted: Vec<Cidr> = ranges.into_iter().collect();
        sorted.sort_by_key(|range| (range.v6, range.first, range.last));
        let mut merged: Vec<Cidr> = Vec::new();
        for range in sorted {
            match merged.last_mut() {
                Some(last) if last.v6 == range.v6 && range.first <= last.last.saturating_add(1) => {
                    last.last = last.last.max(range.last);
                }
                _ => merged.push(range),
            }
        }
        Self { merged }
    }
}

impl Ranges {
    pub fn cover(&self, own: Cidr) -> Cover {
        let at = self.merged.partition_point(|range| (range.v6, range.last) < (own.v6, own.first));
        match self.merged.get(at) {
            Some(range) if range.covers(own) => Cover::Whole,
            Some(range) if range.overlaps(own) => Cover::Part,
            _ => Cover::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cidr(text: &str) -> Cidr {
        Cidr::parse(text).unwrap()
    }

    #[test]
    fn a_wider_range_covers_a_narrower_one_of_its_own_family() {
        for (wide, narrow, expected) in [
            ("0.0.0.0/0", "10.1.2.0/24", true),
            ("10.0.0.0/8", "10.1.2.0/24", true),
            ("10.1.2.0/24", "10.1.2.0/24", true),
            ("10.1.2.77/24", "10.1.2.0/24", true),
            ("10.1.2.0/25", "10.1.2.0/24", false),
            ("10.1.3.0/24", "10.1.2.0/24", false),
            ("::/0", "10.1.2.0/24", false),
            ("2001:db8::/32", "2001:db8:1::/64", true),
            ("2001:db8::1/128", "2001:db8::1/128", true),
        ] {
            assert_eq!(cidr(wide).covers(cidr(narrow)), expected, "{wide} {narrow}");
        }
    }

    #[test]
    fn ranges_cover_together_what_none_covers_alone() {
        for (ranges, expected) in [
            (&["10.0.1.128/25", "10.0.1.0/25"][..], Cover::Whole),
            (&["10.0.0.0/24", "10.0.1.0/25", "10.0.1.64/26", "10.0.1.128/25"], Cover::Whole),
            (&["10.0.1.0/25", "10.0.1.192/26"], Cover::Part),
            (&["10.0.0.0/24", "10.0.2.0/24", "::/0"], Cover::Nothing),
            (&[], Cover::Nothing),
        ] {
            let together: Ranges = ranges.iter().map(|range| cidr(range)).collect();
            assert_eq!(together.cover(cidr("10.0.1.0/24")), expected, "{ranges:?}");
        }
    }

    #[test]
    fn a_range_is_written_as_it_was_read() {
        for text in ["10.0.1.0/24", "0.0.0.0/0", "10.0.1.7/32", "2001:db8:1::/56", "::/0", "::1/128"] {
            assert_eq!(cidr(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_range_is_none() {
        for text in ["", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "pl-1234", "::/129", "::/99999999999"] {
            assert_eq!(Cidr::parse(text), None, "{text}");
        }
    }
}
