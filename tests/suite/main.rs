//! All integration tests in one binary: linking is what costs.

mod connect;
mod gallery;
mod services;
