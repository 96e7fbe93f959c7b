//! What the pickers list: everything there is, each source failing on its own.

use super::databases::{DatabaseList, databases};
use super::unreadable;
use crate::cloud::{CloudResult, Reader};
use crate::domain::database::Database;
use crate::domain::function::Function;
use crate::domain::network::Vpc;
use crate::domain::observed::Unreadable;
use crate::domain::proxy::Proxy;

/// The account as the Choose pages show it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pickers {
    pub databases: Vec<Database>,
    pub functions: Vec<Function>,
    pub vpcs: Vec<Vpc>,
    pub proxies: Vec<Proxy>,
    pub unreadable: Vec<Unreadable>,
}

/// Reads all lists at once.
pub async fn pickers(reader: &dyn Reader) -> Pickers {
    let (DatabaseList { databases, unreadable: mut failed }, functions, vpcs, proxies) =
        futures::join!(databases(reader), reader.functions(), reader.vpcs(), reader.proxies());
    let functions = or_note(functions, &mut failed);
    let vpcs = or_note(vpcs, &mut failed);
    let proxies = or_note(proxies, &mut failed);
    Pickers { databases, functions, vpcs, proxies, unreadable: failed }
}

fn or_note<T>(result: CloudResult<Vec<T>>, failed: &mut Vec<Unreadable>) -> Vec<T> {
    result.unwrap_or_else(|error| {
        failed.push(unreadable(error));
        Vec::new()
    })
}
