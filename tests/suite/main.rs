//! All integration tests in one binary: linking is what costs.

mod between;
mod cli;
mod connect;
mod contract;
mod denied;
mod emulated;
mod export;
mod flow;
mod gallery;
mod hostile;
mod layers;
mod plan;
mod practice;
mod readme;
mod repair;
mod rollback;
mod rules;
mod seed;
mod services;
mod session;
mod validate;
mod window;
mod wizard_choose;
mod wizard_flow;
mod wizard_make;
mod wizard_validate;
