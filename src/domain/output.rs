//! Names that AWS gives only while the plan runs, and text that waits for them.
//!
//! A Setup is complete before anything exists, so some values in it are still unknown: the id
//! of a group to be made, the proxy's `prx-…` id. They stand in the text as `${PROXY_SG}` and are
//! filled in when the step that makes them is done. The same tokens are the shell variables of
//! the exported script.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::text::t;

/// A value that a step of the plan brings to light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Output {
    SecretArn,
    FunctionGroup,
    ProxyGroup,
    EndpointGroup,
    VpcEndpoint,
    /// `prx-…`
    ProxyId,
    /// The host name clients connect to.
    ProxyHost,
    /// The group of a proxy endpoint in the function's VPC.
    ProxyEndpointGroup,
    /// The host of the read-only endpoint.
    ReadOnlyHost,
    /// The host of the endpoint in the function's VPC.
    FunctionVpcHost,
    /// The version that was published for an alias.
    FunctionVersion,
}

impl Output {
    pub const ALL: [Self; 11] = [
        Self::SecretArn,
        Self::FunctionGroup,
        Self::ProxyGroup,
        Self::EndpointGroup,
        Self::VpcEndpoint,
        Self::ProxyId,
        Self::ProxyHost,
        Self::ProxyEndpointGroup,
        Self::ReadOnlyHost,
        Self::FunctionVpcHost,
        Self::FunctionVersion,
    ];

    /// The variable's name in exported scripts.
    pub fn variable(self) -> &'static str {
        match self {
            Self::SecretArn => "SECRET_ARN",
            Self::FunctionGroup => "FUNCTION_SG",
            Self::ProxyGroup => "PROXY_SG",
            Self::EndpointGroup => "ENDPOINT_SG",
            Self::VpcEndpoint => "VPC_ENDPOINT",
            Self::ProxyId => "PROXY_ID",
            Self::ProxyHost => "PROXY_HOST",
            Self::ProxyEndpointGroup => "PROXY_ENDPOINT_SG",
            Self::ReadOnlyHost => "READ_ONLY_HOST",
            Self::FunctionVpcHost => "FUNCTION_VPC_HOST",
            Self::FunctionVersion => "FUNCTION_VERSION",
        }
    }

    /// How it stands in text: `${PROXY_SG}`.
    pub fn token(self) -> String {
        format!("${{{}}}", self.variable())
    }

    /// The outputs that `text` waits for.
    pub fn in_text(text: &str) -> Vec<Self> {
        Self::ALL.into_iter().filter(|output| text.contains(&output.token())).collect()
    }

    /// The first token of `text`, with what is before and after it.
    pub fn split_at_first(text: &str) -> Option<(&str, Self, &str)> {
        let split = |output: Self| {
            let (before, after) = text.split_once(&output.token())?;
            Some((before, output, after))
        };
        Self::ALL.into_iter().filter_map(split).min_by_key(|(before, ..)| before.len())
    }
}

/// The outputs known so far.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Outputs(pub BTreeMap<Output, String>);

/// A step ran before the one it needs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", t!("error-not-yet-known", output = .0.variable()))]
pub struct NotYetKnown(pub Output);

impl Outputs {
    pub fn get(&self, output: Output) -> Option<&str> {
        self.0.get(&output).map(String::as_str)
    }

    pub fn set(&mut self, output: Output, value: impl Into<String>) {
        self.0.insert(output, value.into());
    }

    /// Puts values in the place of tokens.
    pub fn fill(&self, text: &str) -> Result<String, NotYetKnown> {
        let mut filled = text.to_owned();
        for output in Output::in_text(text) {
            let value = self.get(output).ok_or(NotYetKnown(output))?;
            filled = filled.replace(&output.token(), value);
        }
        Ok(filled)
    }

    /// [`Outputs::fill`] on every text.
    pub fn fill_all(&self, texts: &[String]) -> Result<Vec<String>, NotYetKnown> {
        texts.iter().map(|text| self.fill(text)).collect()
    }

    /// Puts tokens in the place of what is known: the way back.
    pub fn unfill(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (output, value)| text.replace(value, &output.token()))
    }

    /// Puts what is known in the place of tokens and leaves the rest.
    pub fn fill_known(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (output, value)| text.replace(&output.token(), value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_output_is_named_and_iam_variables_are_left_alone() {
        let mut outputs = Outputs::default();
        assert_eq!(outputs.fill("prx ${PROXY_ID}"), Err(NotYetKnown(Output::ProxyId)));
        outputs.set(Output::ProxyId, "prx-1");
        assert_eq!(outputs.fill("${PROXY_ID} ${aws:username}").unwrap(), "prx-1 ${aws:username}");
    }
}
