//! EC2: the network of an account.

pub mod acls;
pub mod groups;
pub mod network;
pub mod peers;
