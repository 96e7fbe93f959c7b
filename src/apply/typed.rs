//! The typed password, from the person to the one step that writes it.

use secrecy::SecretString;
use std::sync::{Mutex, PoisonError};

/// Holds the password until the step that needs it takes it. Whoever took it drops it when the
/// secret is made, long before the proxy is, and nothing of it is left.
#[derive(Default)]
pub struct Typed(Mutex<Option<SecretString>>);

impl From<Option<SecretString>> for Typed {
    fn from(password: Option<SecretString>) -> Self {
        Self(Mutex::new(password))
    }
}

impl Typed {
    /// None was typed, or it is taken.
    pub(super) fn is_missing(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    pub(super) fn take(&self) -> Option<SecretString> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
