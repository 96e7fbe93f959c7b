//! The function's side: is it in the proxy's network, allowed to be there, and up?

use crate::domain::arn::short_name;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::function::{FunctionState, UpdateStatus};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::iam::{self, PolicyAnswer};
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::text::{labelled, t};

/// What a reason code of Lambda means, where that leads on
/// (<https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html>).
fn meaning(code: &str) -> Option<&'static str> {
    Some(match code {
        "EniLimitExceeded" => t!("seen-lambda-eni-limit-exceeded"),
        "InsufficientRolePermissions" => t!("seen-lambda-insufficient-role-permissions"),
        "InvalidConfiguration" => t!("seen-lambda-invalid-configuration"),
        "SubnetOutOfIPAddresses" => t!("seen-lambda-subnet-out-of-ip-addresses"),
        "InvalidSubnet" => t!("seen-lambda-invalid-subnet"),
        "InvalidSecurityGroup" => t!("seen-lambda-invalid-security-group"),
        "ImageDeleted" => t!("seen-lambda-image-deleted"),
        "ImageAccessDenied" => t!("seen-lambda-image-access-denied"),
        "KMSKeyAccessDenied" => t!("seen-lambda-kms-key-access-denied"),
        "DisallowedByVpcEncryptionControl" => t!("seen-lambda-disallowed-by-vpc-encryption-control"),
        _ => return None,
    })
}

const MANAGED: &str = "service-role/AWSLambdaVPCAccessExecutionRole";

pub const NOT_IN_VPC: Rule = Rule {
    code: "lambda-not-in-vpc",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    needs: &[Need::Proxy, Need::Function, Need::CapacityProvider],
    check: not_in_vpc,
};

pub const NO_INTERFACES: Rule = Rule {
    code: "lambda-role-missing-eni-permissions",
    severity: Severity::Error,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionRole],
    check: no_interfaces,
};

pub const NOT_ACTIVE: Rule = Rule {
    code: "lambda-state-not-active",
    severity: Severity::Error,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html",
    needs: &[Need::Proxy, Need::Function],
    check: not_active,
};

fn not_in_vpc(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let function = facts::function(observed)?;
    if function.managed_instances.is_some() {
        facts::read(&observed.capacity_provider)?;
    }
    match facts::function_vpc(function) {
        Ok(_) => passed(),
        Err(Stop::NotApplicable) => {
            let mut seen = Seen::at("function", &function.name)
                .because(t!("seen-vpc-none", name = &function.name))
                .because(t!("seen-vpc", name = &proxy.name, vpc = &proxy.vpc_id));
            // A published version keeps its network, and one of the edge or of managed instances its own.
            if function.qualifier.is_none() && function.edge_master_arn.is_none() {
                seen.mends.push(Mend::JoinVpc);
            }
            seen.flagged()
        }
        Err(unknown) => Err(unknown),
    }
}

fn no_interfaces(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    if function.managed_instances.is_some() {
        // Their interfaces are made with the capacity provider's role.
        return Err(Stop::NotApplicable);
    }
    facts::function_vpc(function)?;
    let role = facts::function_role(observed)?;
    let actions = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"];
    let mut seen = Seen::at("role", &role.name);
    // The managed policy is known by its name, even where nobody may read what is in it.
    let managed = observed.account.managed_policy_arn(MANAGED);
    let attached = role.attached.iter().any(|policy| policy.arn == managed && policy.document.is_none());
    for action in actions {
        let answer = iam::may(role, action, "*", &[]);
        match if attached { answer } else { answer.known()? } {
            PolicyAnswer::Denied(policy) => {
                seen = seen.because(t!("seen-network-denies", policy = policy.to_string(), action = action))
            }
            PolicyAnswer::NotAllowed(_) => {
                seen = seen.because(t!("seen-network-no-policy-allows", role = &role.name, action = action))
            }
            PolicyAnswer::Allowed(_) | PolicyAnswer::Unknown(_) => {}
        }
    }
    if seen.evidence.is_empty() {
        return passed();
    }
    seen.cure(Cure::mending(
        aws(observed, "iam attach-role-policy")
            .with("role-name", short_name(&role.arn))
            .with("policy-arn", &observed.account.managed_policy_arn("service-role/AWSLambdaVPCAccessExecutionRole"))
            .line(),
        Mend::AttachVpcAccess { role: role.name.clone() },
    ))
    .flagged()
}

fn not_active(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let failed = function.last_update_status == Some(UpdateStatus::Failed);
    let state = function.state.as_ref().unwrap_or(&FunctionState::Active);
    // An idle function wakes up when it is called.
    if !failed && matches!(state, FunctionState::Active | FunctionState::Inactive) {
        return passed();
    }
    let mut seen =
        Seen::at("function", &function.name).because(t!("seen-state", name = &function.name, state = state.as_str()));
    if let Some(status) = &function.last_update_status {
        seen = seen.because(t!("seen-network-last-update", status = status.as_str()));
    }
    if let Some(reason) = &function.last_update_reason {
        seen = seen.because(t!("seen-network-lambda-says", reason = reason));
    }
    for code in [&function.state_reason_code, &function.last_update_reason_code].into_iter().flatten() {
        if let Some(meaning) = meaning(code) {
            seen = seen.because(labelled!(code, meaning));
        }
    }
    // After a failed update the configuration of before goes on serving; a pending one passes.
    let sure = if *state == FunctionState::Failed { Confidence::High } else { Confidence::Medium };
    seen.sure(sure)
        .cure(aws(observed, "lambda get-function-configuration").with("function-name", &function.name).line())
        .flagged()
}
