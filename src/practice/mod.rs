//! Implements [`crate::cloud`] with an in-memory account, so that anyone can try everything.
