//! The pool at work: calls of a function, one after another or many at once, within what was confirmed.
//!
//! [`Plan`] says what is to happen and bounds it, [`Limits`] and [`Bill`] what that meets and costs, [`run`]
//! carries it out over the port, [`Summary`] and [`Charts`] read what came of it, and [`Records`] keeps it.

mod beside;
mod bill;
mod bounds;
mod call;
mod charts;
mod compare;
mod kept;
mod limits;
mod plan;
mod plots;
mod record;
mod run;
mod summary;
mod svg;
mod traced;

pub use beside::{Beside, Series, look, read as read_beside};
pub use bill::Bill;
pub use bounds::{Bounds, OutOfBounds};
pub use call::{Call, Outcome};
pub use charts::{Bar, Charts, Point};
pub use compare::{Comparison, Figure, Row};
pub use kept::{KeptError, Records};
pub use limits::{Ceiling, Limits, Pool};
pub use plan::{MOST_AT_ONCE, MOST_CALLS, MOST_SECS, NotAPlan, Pattern, Plan};
pub use plots::{Drawn, Plot, Shows, Subject, Trace, plots};
pub use record::{Ended, Record};
pub use run::{Ran, run};
pub use summary::{Connections, Summary, Trouble};
pub use traced::{Spent, Traced};
