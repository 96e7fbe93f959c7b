//! Complete AWS CLI lines for fixes.

use crate::domain::cli_command::CliCommand;
use crate::domain::observed::Observed;

/// `aws <call>`, in the account's region; IAM has none.
pub fn aws(observed: &Observed, call: &str) -> CliCommand {
    let command = CliCommand::new(call);
    if call.starts_with("iam ") { command } else { command.region(&observed.account) }
}
