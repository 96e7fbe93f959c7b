//! A code that a person confirms in the browser to sign in.

/// What to confirm, and where. The code is no secret: without the person's own session it opens nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInCode {
    /// The profile that is signed in.
    pub profile: String,
    /// `ABCD-EFGH`
    pub code: String,
    /// The page of AWS that asks for it.
    pub page: String,
    /// Seconds since 1970: after that it is worth nothing.
    pub expires_at: u64,
}
