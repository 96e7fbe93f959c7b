//! The further functions of a set-up, each read like the first.

use futures::future::{OptionFuture, join_all};

use super::{part_read, provider, roles};
use crate::cloud::Reader;
use crate::domain::arn::short_name;
use crate::domain::observed::{FunctionParts, Observed};

/// All of them at once; one that cannot be read is unknown by itself.
pub(super) async fn further(reader: &dyn Reader, names: &[String]) -> Vec<FunctionParts> {
    join_all(names.iter().map(|name| parts(reader, name))).await
}

async fn parts(reader: &dyn Reader, name: &str) -> FunctionParts {
    let configuration = async {
        let function = reader.function(name).await;
        let provider = provider::of_function(reader, &function).await;
        (function, provider)
    };
    let ((function, capacity_provider), aliases, reserved) =
        futures::join!(configuration, reader.aliases(name), reader.reserved_concurrency(name));
    let function = part_read(function);
    let role = function.present().map(|function| short_name(&function.role_arn).to_owned());
    let role = OptionFuture::from(role.as_deref().map(|role| roles::role(reader, role))).await;
    FunctionParts {
        name: name.to_owned(),
        function,
        capacity_provider,
        aliases: part_read(aliases.map(Some)),
        reserved_concurrency: part_read(reserved),
        role: role.map(part_read).unwrap_or_default(),
    }
}

/// Functions on managed instances stand where their capacity provider is.
pub(super) fn placed(observed: &Observed, further: Vec<FunctionParts>) -> Vec<FunctionParts> {
    let place = |parts: FunctionParts| {
        let mut seen = observed.of_function(&parts);
        provider::place(&mut seen);
        FunctionParts { function: seen.function, ..parts }
    };
    further.into_iter().map(place).collect()
}
