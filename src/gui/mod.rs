//! The window: pages, widgets, theme. No AWS and no file access in pages or widgets.
//!
//! The kit, from the ground up:
//!
//! - `theme`: the two colour tables and the type sizes. [`theme::tokens`] and [`theme::Font`] are
//!   the only source of colours and sizes.
//! - `icon`, `paint`, `rich`: icons by name, shapes that egui lacks, words with `names` in mono.
//! - `widgets`: what pages are made of. They take plain data and have accessible names.
//! - `frame`: header, stepper, footer and pane around a page; a page implements
//!   [`frame::Content`] and only fills them.
//! - `fetched`: values that come from elsewhere. `launch`: the window and its renderer.
//!
//! To see the kit: `cargo test --test suite gallery -- --ignored` writes `target/looks/*.png`.

pub mod accepting;
mod act;
mod against;
pub mod app;
mod checked;
pub mod command;
mod designed;
mod drafts;
mod exported;
mod fetched;
pub mod fleet;
pub mod frame;
pub mod icon;
mod keys;
pub mod launch;
mod live;
pub mod load;
mod login_line;
mod notice;
mod pages;
pub mod paint;
mod progress;
mod project;
pub mod proving;
mod reaching;
pub mod rich;
pub mod route;
mod run;
pub mod save;
pub mod settings;
pub mod setups;
pub mod signing_in;
mod start;
pub mod state;
pub mod steps;
mod tasks;
pub mod theme;
mod tunnelling;
pub mod validation;
pub mod widgets;

/// What draws the window, so that start-up code can pass on a choice of it.
pub use eframe::Renderer;
pub use start::start;
