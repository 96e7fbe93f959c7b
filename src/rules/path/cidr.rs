//! Address ranges: does one cover another?

use std::net::IpAddr;

/// A range of IPv4 or IPv6 addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cidr {
    v6: bool,
    /// Left-aligned in 128 bits, so that both families compare alike.
    bits: u128,
    prefix: u32,
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
        (prefix <= width).then_some(Self { v6, bits, prefix })
    }

    /// Every address of `other` is in this range.
    pub fn covers(self, other: Self) -> bool {
        self.v6 == other.v6 && self.prefix <= other.prefix && self.same_start(other, self.prefix)
    }

    /// Some address is in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.covers(other) || other.covers(self)
    }

    fn same_start(self, other: Self, prefix: u32) -> bool {
        // A shift by all 128 bits is undefined; a prefix of zero has nothing to compare.
        prefix == 0 || (self.bits ^ other.bits) >> (128 - prefix) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wider_range_covers_a_narrower_one_of_its_own_family() {
        for (wide, narrow, expected) in [
            ("0.0.0.0/0", "10.1.2.0/24", true),
            ("10.0.0.0/8", "10.1.2.0/24", true),
            ("10.1.2.0/24", "10.1.2.0/24", true),
            ("10.1.2.0/25", "10.1.2.0/24", false),
            ("10.1.3.0/24", "10.1.2.0/24", false),
            ("::/0", "10.1.2.0/24", false),
            ("2001:db8::/32", "2001:db8:1::/64", true),
        ] {
            let (wide, narrow) = (Cidr::parse(wide).unwrap(), Cidr::parse(narrow).unwrap());
            assert_eq!(wide.covers(narrow), expected, "{wide:?} {narrow:?}");
        }
    }

    #[test]
    fn what_is_no_range_is_none() {
        for text in ["", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "pl-1234", "::/129"] {
            assert_eq!(Cidr::parse(text), None, "{text}");
        }
    }
}
