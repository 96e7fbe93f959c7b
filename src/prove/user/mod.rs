//! A database user: looked at, made or taken away over a login of somebody who may, from here or by a
//! temporary function inside the VPC.

mod inside;
mod visit;
mod wanted;

pub use inside::{InsideUser, LoginRead, NoSecret, PlannedUser};
pub use visit::{Deed, Here, Inside, UserVisit, VisitPlace, visit};
pub use wanted::{NoWanted, WantedUser, database_target, proxy_logs_in};
