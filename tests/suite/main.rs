//! All integration tests in one binary: linking is what costs.

mod between;
mod connect;
mod gallery;
mod practice;
mod rules;
mod services;
