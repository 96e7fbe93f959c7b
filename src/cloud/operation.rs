//! What this program does itself, named where a call of AWS is named. Programs read these words; people read
//! them in their language.

use crate::text::{Filling, said};

pub const OPEN_SESSION: &str = "open a session";
pub const READ_CONFIG: &str = "read the AWS config files";
pub const READ_CA_BUNDLE: &str = "read the CA bundle";
pub const SIGN_IN: &str = "sign in";
pub const KEEP_TOKEN: &str = "keep the SSO token";
pub const OPEN_PRACTICE: &str = "open the practice account";
pub const RESET_PRACTICE: &str = "practice reset";
/// Only a plan whose steps are out of order meets this.
pub const FILL_IN: &str = "fill in outputs";

/// An operation as people read it: AWS's names stay.
pub fn in_words(operation: &str) -> Filling {
    match operation {
        OPEN_SESSION => said!("operation-open-session").into(),
        READ_CONFIG => said!("operation-read-config").into(),
        READ_CA_BUNDLE => said!("operation-read-ca-bundle").into(),
        SIGN_IN => said!("operation-sign-in").into(),
        KEEP_TOKEN => said!("operation-keep-token").into(),
        OPEN_PRACTICE => said!("operation-open-practice").into(),
        RESET_PRACTICE => said!("operation-reset-practice").into(),
        FILL_IN => said!("operation-fill-in").into(),
        aws => aws.into(),
    }
}
