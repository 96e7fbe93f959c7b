//! Words of AWS's API that come in a list: states, statuses and reasons.

/// Declares an enum of such words. A word that is new to this program is kept and shown as AWS wrote it, and
/// files and JSON hold AWS's own words.
macro_rules! api_words {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] $variant,)+
            /// Another word, as it was read: what it means is not known.
            Other(String),
        }

        impl $name {
            /// As AWS writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                match word.as_str() {
                    $($word => Self::$variant,)+
                    _ => Self::Other(word),
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self::from(word.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(word: $name) -> Self {
                word.as_str().to_owned()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(super) use api_words;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::function::FunctionState;
    use crate::domain::proxy::{ProxyStatus, TargetReason};
    use crate::domain::secret::KeyState;

    #[test]
    fn known_and_new_words_are_read_and_written_alike() {
        let words = ["available", "incompatible-network", "sulking", ""];
        for word in words {
            let status: ProxyStatus = serde_json::from_value(json!(word)).unwrap();
            assert_eq!(serde_json::to_value(&status).unwrap(), json!(word));
            assert_eq!(status.to_string(), word);
        }
        assert_eq!(ProxyStatus::from("available"), ProxyStatus::Available);
        assert_eq!(ProxyStatus::from("Available"), ProxyStatus::Other("Available".into()));
        assert_eq!(TargetReason::from("AUTH_FAILURE"), TargetReason::AuthFailure);
        assert_eq!(KeyState::from("PendingDeletion"), KeyState::PendingDeletion);
        assert_eq!(FunctionState::from("Sulking"), FunctionState::Other("Sulking".into()));
    }
}
