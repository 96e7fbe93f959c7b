//! Rows: of things to pick, of a plan, of a run, of facts, of figures.

mod facts;
mod filter;
mod lanes;
mod list_row;
mod log;
mod picker;
mod picker_row;
mod plan_row;
mod run_row;
mod skeleton;
mod tiles;

pub use facts::{Fact, facts};
pub use filter::Filter;
pub use lanes::{Lane, Stage, StageResult, lane, lane_heads};
pub use list_row::ListRow;
pub use log::{LogLine, LogTone, log};
pub use picker::{PickerItem, PickerItems, PickerLook, PickerState, picker, picker_filter, picker_list};
pub use plan_row::{PlanRow, PlanRowReply, plan_detail, plan_details};
pub use run_row::{RUN_ROW_END, RunRow, done_row, leftover_row};
pub use skeleton::{skeleton, skeleton_with_words};
pub use tiles::{FigureTile, tiles};
