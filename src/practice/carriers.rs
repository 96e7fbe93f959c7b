//! Systems Manager, EC2 and ECS as the AWS CLI shows them: what could carry a tunnel.

use serde_json::{Value, json};

use super::state::{State, hex};
use super::{fault, person};
use crate::text::t;

/// A machine of the company: its name, its VPC, its ping status, its agent.
const MACHINES: [(&str, &str, &str, &str); 3] = [
    ("acme-bastion", "acme-main", "Online", "3.3.2299.0"),
    ("acme-warehouse-etl", "acme-data", "Online", "3.3.2299.0"),
    ("acme-legacy-cron", "acme-main", "ConnectionLost", "3.1.1188.0"),
];
/// A service of the company's cluster: its name, the subnet of its task, whether ECS Exec is on.
const SERVICES: [(&str, &str, bool); 2] = [("admin", "private-a", true), ("web", "private-b", false)];
const CLUSTER: &str = "acme";

/// The answer to these words, or the CLI's refusal.
pub fn answer(state: &State, words: &[&str]) -> Result<String, String> {
    let answer = match words {
        ["ssm", "describe-instance-information", ..] => ("ssm:DescribeInstanceInformation", nodes(state)),
        ["ec2", "describe-instances", ..] => ("ec2:DescribeInstances", machines(state)),
        ["ec2", "describe-subnets", ..] => ("ec2:DescribeSubnets", subnets(state)),
        ["ecs", "list-clusters", ..] => ("ecs:ListClusters", json!({ "clusterArns": [cluster(state)] })),
        ["ecs", "list-tasks", ..] => ("ecs:ListTasks", task_arns(state)),
        ["ecs", "describe-tasks", ..] => ("ecs:DescribeTasks", tasks(state)),
        _ => return Err(t!("practice-unknown-words", words = words.join(" "))),
    };
    let (operation, answer) = answer;
    if person::may(state, operation) {
        return Ok(answer.to_string());
    }
    let refusal = fault::denied(&state.account, operation, None);
    let (code, call) = (refusal.code.unwrap_or_default(), operation.split(':').nth(1).unwrap_or_default());
    Err(format!("An error occurred ({code}) when calling the {call} operation: {}", refusal.message))
}

fn instance_id(name: &str) -> String {
    format!("i-0{}", hex(name, 16))
}

/// Those whose VPC there is, with its id.
fn standing(state: &State) -> impl Iterator<Item = (&'static str, &str, &'static str, &'static str)> {
    MACHINES.iter().filter_map(|(name, network, ping, agent)| {
        let vpc = state.vpcs.iter().find(|vpc| vpc.name.as_deref() == Some(network))?;
        Some((*name, vpc.id.as_str(), *ping, *agent))
    })
}

fn nodes(state: &State) -> Value {
    let node = |(name, _, ping, agent): (&str, &str, &str, &str)| json!({ "InstanceId": instance_id(name), "PingStatus": ping, "AgentVersion": agent, "ComputerName": name });
    json!({ "InstanceInformationList": standing(state).map(node).collect::<Vec<_>>() })
}

fn machines(state: &State) -> Value {
    let machine = |(name, vpc, ..): (&str, &str, &str, &str)| json!({ "InstanceId": instance_id(name), "VpcId": vpc, "Tags": [{ "Key": "Name", "Value": name }] });
    json!({ "Reservations": [{ "Instances": standing(state).map(machine).collect::<Vec<_>>() }] })
}

fn subnets(state: &State) -> Value {
    let subnets = state.subnets.iter().map(|subnet| json!({ "SubnetId": subnet.id, "VpcId": subnet.vpc_id }));
    json!({ "Subnets": subnets.collect::<Vec<_>>() })
}

fn cluster(state: &State) -> String {
    state.account.arn("ecs", &format!("cluster/{CLUSTER}"))
}

fn task_id(service: &str) -> String {
    hex(&format!("{CLUSTER}/{service}"), 32)
}

fn task_arn(state: &State, service: &str) -> String {
    state.account.arn("ecs", &format!("task/{CLUSTER}/{}", task_id(service)))
}

fn task_arns(state: &State) -> Value {
    json!({ "taskArns": SERVICES.map(|(service, ..)| task_arn(state, service)) })
}

fn tasks(state: &State) -> Value {
    let task = |(service, network, exec): (&str, &str, bool)| {
        let subnet = state.subnets.iter().find(|subnet| subnet.name.as_deref() == Some(network));
        let details: Vec<Value> =
            subnet.into_iter().map(|subnet| json!({ "name": "subnetId", "value": subnet.id })).collect();
        let agents = if exec { json!([{ "name": "ExecuteCommandAgent", "lastStatus": "RUNNING" }]) } else { json!([]) };
        json!({
            "taskArn": task_arn(state, service), "clusterArn": cluster(state), "group": format!("service:{service}"),
            "lastStatus": "RUNNING", "enableExecuteCommand": exec, "attachments": [{ "details": details }],
            "containers": [{
                "name": "app", "runtimeId": format!("{}-2531612879", task_id(service)), "managedAgents": agents,
            }],
        })
    };
    json!({ "tasks": SERVICES.map(task) })
}
