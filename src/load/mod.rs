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

pub use beside::{Beside, look, read as read_beside};
pub use bill::Bill;
pub use bounds::Bounds;
pub use call::LoadCall;
pub use charts::{Charts, Point};
pub use compare::{Comparison, Figure, FigureRow};
pub use kept::Records;
pub use limits::{Ceiling, Limits};
pub use plan::{Pattern, Plan};
pub use plots::{Drawn, Plot, PlotSubject, Shows, Trace, plots};
pub use record::{Ended, Record};
pub use run::{Ran, run};
pub use summary::Summary;
pub use traced::{Spent, Traced};
