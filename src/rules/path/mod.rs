//! The path evaluator: may TCP pass from one end of a hop to the other, and what decides it?
//!
//! A hop is the sum of its walls: [`link`] (routes between VPCs), [`dns`], [`groups`] on both
//! sides and [`acl`] both ways; [`hop`] puts them together. Not here: firewalls and appliances in
//! the way, which no description of the account shows, and what the rules make of it.

pub mod acl;
mod cidr;
pub mod dns;
mod groups;
pub mod hop;
pub mod host;
pub mod link;
pub mod place;

pub use groups::{Reach, groups, name_of, preposition, reach, rule_words, understood};
pub use place::{End, VpcFacts};

#[cfg(test)]
mod tests;
