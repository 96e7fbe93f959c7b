//! What a person is asked for to sign in: a code to confirm in the browser, or one that a device shows.

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

/// A device that shows codes, and the profile whose role is assumed with one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeDevice {
    pub profile: String,
    /// `arn:aws:iam::123456789012:mfa/mara`, or the serial number of a token.
    pub serial: String,
}

/// Whether it can be a code of such a device.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
pub fn is_device_code(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit())
}
