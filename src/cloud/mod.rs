//! The port to an account: `Reader`, `Writer` and their errors, in domain words.
