//! The window: pages, widgets, theme. No AWS and no file access in pages or widgets.
//!
//! The kit: `theme` (colours and type), `rich` (laid out words), `paint`
//! (shapes), `icon`, `widgets`, `frame` (the parts around a page), `fetched` (remote values),
//! `launch` (the renderer). Pages and the app stand on it.

pub mod fetched;
pub mod frame;
pub mod icon;
pub mod launch;
pub mod paint;
pub mod rich;
pub mod theme;
pub mod widgets;
