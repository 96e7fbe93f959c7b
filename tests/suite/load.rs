//! The load lab: nothing beyond what was confirmed, an end in bounded time, believable numbers in the practice
//! account, files that are kept, a locustfile that runs, and its page in the window.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod bounds;
mod locust;
mod practice;
mod window;
