//! Drawings: the path, the network, curves, bars.

mod chart;
mod diagram;
mod locator;
mod path;
mod path_pair;
mod pool_bar;
mod progress;
mod share_bar;
mod small_path;
mod spells;
mod strip;

pub use chart::{Chart, Column, Curve, CurveInk, Limit, Shade};
pub use diagram::{BoxPresence, DiagramBox, diagram_arrow, diagram_box, diagram_elbow, diagram_legend};
pub use locator::{PathPart, locator, node};
pub use path::{PathClick, PathPicture, PathThing, PathWay, Verdict};
pub use path_pair::{PathCard, PathPiece, path_pair};
pub use pool_bar::{PoolBar, Share};
pub use progress::{clock, progress, time_scale};
pub use share_bar::{limit_bar, share_bar};
pub use small_path::{FAR_PATH, door_path, far_path};
pub use spells::{Spells, spells};
pub use strip::{strip, strip_head};
