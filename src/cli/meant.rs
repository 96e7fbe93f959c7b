//! What was perhaps meant by a name that nothing has. The names that there are are read only then.

use super::output::{Exit, Failure};
use super::session::Session;
use crate::cloud::{CloudError, ErrorKind, Reader};
use crate::discover;
use crate::domain::nearest::nearest;
use crate::text::{series, t};

/// What a name can be of, in an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Database,
    Function,
    Proxy,
}

impl Thing {
    /// What this call looks up by its name.
    fn sought_by(operation: &str) -> Option<Self> {
        Some(match operation {
            "rds:DescribeDBInstances" | "rds:DescribeDBClusters" => Self::Database,
            "lambda:GetFunctionConfiguration" | "lambda:GetFunction" | "lambda:InvokeFunction" => Self::Function,
            "rds:DescribeDBProxies" => Self::Proxy,
            _ => return None,
        })
    }

    /// Those that there are, as far as they can be read.
    async fn names(self, reader: &dyn Reader) -> Vec<String> {
        match self {
            Self::Database => discover::databases(reader).await.databases.into_iter().map(|found| found.id).collect(),
            Self::Function => {
                reader.functions().await.unwrap_or_default().into_iter().map(|found| found.name).collect()
            }
            Self::Proxy => reader.proxies().await.unwrap_or_default().into_iter().map(|found| found.name).collect(),
        }
    }
}

/// The question whether one of these was meant; `None` where none is near.
pub fn question<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near = nearest(name, known);
    match near.split_last()? {
        (only, []) => Some(t!("cli-meant", name = *only)),
        (last, others) => {
            Some(t!("cli-meant-several", names = series(others.iter().map(|name| format!("`{name}`"))), last = *last))
        }
    }
}

impl Failure {
    /// With the question whether one of these names was meant, where one is near.
    pub fn meant<'a>(self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match question(name, known) {
            Some(question) => self.asking(question),
            None => self,
        }
    }
}

impl Session {
    /// The question whether another of these was meant, of those in the account.
    pub async fn meant(&self, thing: Thing, name: &str) -> Option<String> {
        // An alias or a version is no part of a function's name.
        let name = name.split(':').next().unwrap_or(name);
        let known = thing.names(self.reader()).await;
        question(name, known.iter().map(String::as_str))
    }

    /// The failure of naming something that is not there, with the question what was meant.
    pub async fn unknown(&self, failure: Failure, thing: Thing, name: &str) -> Failure {
        match self.meant(thing, name).await {
            Some(question) => failure.asking(question),
            None => failure,
        }
    }

    /// Why a call has no answer: what it names is not there, which ends the program with `absent`, or AWS could
    /// not be read.
    pub async fn failed(&self, error: CloudError, absent: Exit) -> Failure {
        if error.kind != ErrorKind::NotFound {
            return Failure::unreadable(error);
        }
        let sought = Thing::sought_by(&error.operation).zip(error.resource.clone());
        let failure = Failure::new(absent, error.into());
        match sought {
            Some((thing, name)) => self.unknown(failure, thing, &name).await,
            None => failure,
        }
    }
}
