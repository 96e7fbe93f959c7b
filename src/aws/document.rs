//! Policy documents in answers: text on the wire, [`Document`] in the domain.

use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::domain::policy::Document;
use crate::text::said;

/// The document in an answer of `operation` about `owner`.
///
/// # Errors
/// [`ErrorKind::Unexpected`] where the text is no policy: what it allows is then not known.
pub(super) fn document(operation: &'static str, owner: &str, text: &str) -> CloudResult<Document> {
    serde_json::from_str(text).map_err(|error| {
        let message = said!("error-policy-unread", why = error.to_string());
        CloudError::new(ErrorKind::Unexpected, operation, message).on(owner)
    })
}
