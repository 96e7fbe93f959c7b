//! What could carry a tunnel, judged from what the AWS CLI answered. Pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Carrier;
use crate::domain::observed::Unreadable;

/// The first agent that forwards to another host.
/// <https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html>
const AGENT: [u32; 4] = [3, 1, 1374, 0];

/// What kind of thing carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CandidateKind {
    Instance,
    /// A machine outside EC2 that Systems Manager knows.
    ManagedNode,
    EcsTask,
}

/// Why it can carry none now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unfit {
    /// Systems Manager does not reach it: its ping status.
    Offline(String),
    /// Its agent cannot forward to another host: its version.
    OldAgent(String),
    /// The task runs without ECS Exec.
    NoExec,
    /// No agent of ECS Exec runs in the task.
    NoAgent,
    /// It stands in this VPC, not in the proxy's.
    OtherVpc(String),
}

/// Something of the account that could carry a tunnel, or why it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    #[serde(serialize_with = "as_text")]
    pub id: Carrier,
    /// Its `Name` tag, its computer's name, or the task's group and container; may be empty.
    pub name: String,
    pub kind: CandidateKind,
    /// `None` where it is not known.
    pub vpc: Option<String>,
    /// Ping status and agent version, or the task's status.
    pub status: String,
    pub unfit: Option<Unfit>,
}

fn as_text<S: serde::Serializer>(carrier: &Carrier, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(carrier)
}

/// All of them, and what was not read: where something is, this is not the whole list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Candidates {
    pub carriers: Vec<Candidate>,
    pub unread: Vec<Unreadable>,
}

impl Candidates {
    /// The one that can carry it, where there is no other and everything was read.
    pub fn only(&self) -> Option<&Candidate> {
        let mut fit = self.carriers.iter().filter(|candidate| candidate.unfit.is_none());
        let first = fit.next()?;
        (fit.next().is_none() && self.unread.is_empty()).then_some(first)
    }

    /// Judged for a tunnel into this VPC; fit ones first, those that are known to stand in it before others.
    pub(super) fn judge(answers: Answers, vpc: Option<&str>) -> Self {
        let Answers { nodes, machines, tasks, subnets, unread } = answers;
        let machines: BTreeMap<String, Machine> =
            machines.into_iter().map(|machine| (machine.instance_id.clone(), machine)).collect();
        let subnets: BTreeMap<String, String> =
            subnets.into_iter().map(|subnet| (subnet.subnet_id, subnet.vpc_id)).collect();
        let nodes = nodes.into_iter().filter_map(|node| node.judge(&machines, vpc));
        let tasks = tasks.into_iter().filter_map(|task| task.judge(&subnets, vpc));
        let mut carriers: Vec<Candidate> = nodes.chain(tasks).collect();
        carriers.sort_by_key(|candidate| {
            (candidate.unfit.is_some(), candidate.vpc.is_none(), candidate.name.clone(), candidate.id.to_string())
        });
        Self { carriers, unread }
    }
}

/// What was answered, as far as it matters here.
#[derive(Debug, Default)]
pub(super) struct Answers {
    pub nodes: Vec<Node>,
    pub machines: Vec<Machine>,
    pub tasks: Vec<Task>,
    pub subnets: Vec<Placed>,
    pub unread: Vec<Unreadable>,
}

/// Of `ssm describe-instance-information`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct Nodes {
    #[serde(rename = "InstanceInformationList")]
    pub nodes: Vec<Node>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct Node {
    pub instance_id: String,
    ping_status: String,
    agent_version: String,
    name: String,
    computer_name: String,
}

/// Of `ec2 describe-instances`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct Reservations {
    pub reservations: Vec<Reservation>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct Reservation {
    pub instances: Vec<Machine>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct Machine {
    instance_id: String,
    vpc_id: Option<String>,
    tags: Vec<Tag>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct Tag {
    key: String,
    value: String,
}

/// Of `ecs list-clusters`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Clusters {
    pub cluster_arns: Vec<String>,
}

/// Of `ecs list-tasks`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct TaskArns {
    pub task_arns: Vec<String>,
}

/// Of `ecs describe-tasks`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Tasks {
    pub tasks: Vec<Task>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Task {
    task_arn: String,
    cluster_arn: String,
    group: String,
    last_status: String,
    enable_execute_command: bool,
    containers: Vec<Container>,
    attachments: Vec<Attachment>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Container {
    name: String,
    runtime_id: String,
    managed_agents: Vec<Agent>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Agent {
    name: String,
    last_status: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Attachment {
    details: Vec<Detail>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    name: String,
    value: String,
}

/// Of `ec2 describe-subnets`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct Subnets {
    pub subnets: Vec<Placed>,
}

/// A subnet, and the VPC that it is in.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct Placed {
    subnet_id: String,
    vpc_id: String,
}

impl Node {
    fn judge(self, machines: &BTreeMap<String, Machine>, wanted: Option<&str>) -> Option<Candidate> {
        let machine = machines.get(&self.instance_id);
        let tagged = machine.and_then(|machine| machine.tags.iter().find(|tag| tag.key == "Name"));
        let names = [tagged.map(|tag| tag.value.clone()), Some(self.name), Some(self.computer_name)];
        let vpc = machine.and_then(|machine| machine.vpc_id.clone());
        let unfit = if self.ping_status != "Online" {
            Some(Unfit::Offline(self.ping_status.clone()))
        } else if is_older(&self.agent_version, AGENT) {
            Some(Unfit::OldAgent(self.agent_version.clone()))
        } else {
            elsewhere(vpc.as_deref(), wanted)
        };
        let is_instance = self.instance_id.starts_with("i-");
        Some(Candidate {
            id: self.instance_id.parse().ok()?,
            name: names.into_iter().flatten().find(|name| !name.is_empty()).unwrap_or_default(),
            kind: if is_instance { CandidateKind::Instance } else { CandidateKind::ManagedNode },
            vpc,
            status: [self.ping_status, self.agent_version].join(" ").trim().to_owned(),
            unfit,
        })
    }
}

impl Task {
    /// The subnet of its own network interface; a task of another network mode has none.
    pub fn subnet(&self) -> Option<&str> {
        let mut details = self.attachments.iter().flat_map(|attachment| &attachment.details);
        details.find(|detail| detail.name == "subnetId").map(|detail| detail.value.as_str())
    }

    fn judge(self, subnets: &BTreeMap<String, String>, wanted: Option<&str>) -> Option<Candidate> {
        let listens = |container: &&Container| {
            let agent = |agent: &Agent| agent.name == "ExecuteCommandAgent" && agent.last_status == "RUNNING";
            container.managed_agents.iter().any(agent)
        };
        let listening = self.containers.iter().find(listens);
        let container = listening.or_else(|| self.containers.iter().find(|container| !container.runtime_id.is_empty()));
        let container = container.filter(|container| !container.runtime_id.is_empty())?;
        let vpc = self.subnet().and_then(|id| subnets.get(id)).cloned();
        let unfit = if !self.enable_execute_command {
            Some(Unfit::NoExec)
        } else if listening.is_none() {
            Some(Unfit::NoAgent)
        } else {
            elsewhere(vpc.as_deref(), wanted)
        };
        let group = self.group.split_once(':').map_or(self.group.as_str(), |(_, name)| name);
        let (cluster, task) = (last_part(&self.cluster_arn), last_part(&self.task_arn));
        Some(Candidate {
            id: format!("ecs:{cluster}_{task}_{}", container.runtime_id).parse().ok()?,
            name: [group, &container.name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/"),
            kind: CandidateKind::EcsTask,
            vpc,
            status: self.last_status,
            unfit,
        })
    }
}

fn elsewhere(vpc: Option<&str>, wanted: Option<&str>) -> Option<Unfit> {
    vpc.filter(|vpc| wanted.is_some_and(|wanted| wanted != *vpc)).map(|vpc| Unfit::OtherVpc(vpc.to_owned()))
}

fn last_part(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

/// A version that cannot be read is not called old.
fn is_older(version: &str, than: [u32; 4]) -> bool {
    let parts: Option<Vec<u32>> = version.split('.').map(|part| part.parse().ok()).collect();
    parts.is_some_and(|parts| parts.as_slice() < than.as_slice())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use serde_json::json;

    fn nodes(list: &serde_json::Value) -> Vec<Node> {
        serde_json::from_value::<Nodes>(json!({ "InstanceInformationList": list })).unwrap().nodes
    }

    fn machines(list: &[(&str, &str, &str)]) -> Vec<Machine> {
        let machine = |(id, vpc, name): &(&str, &str, &str)| json!({ "InstanceId": id, "VpcId": vpc, "Tags": [{ "Key": "Name", "Value": name }] });
        list.iter().map(|row| serde_json::from_value(machine(row)).unwrap()).collect()
    }

    fn judged(answers: Answers) -> Vec<(String, String, Option<Unfit>)> {
        let candidates = Candidates::judge(answers, Some("vpc-1"));
        let row = |candidate: Candidate| (candidate.id.to_string(), candidate.name, candidate.unfit);
        candidates.carriers.into_iter().map(row).collect()
    }

    #[test]
    fn an_instance_is_fit_when_it_is_online_new_enough_and_not_known_to_stand_elsewhere() {
        let node = |id: &str, ping: &str, agent: &str| json!({ "InstanceId": id, "PingStatus": ping, "AgentVersion": agent, "ComputerName": "host" });
        let answers = Answers {
            nodes: nodes(&json!([
                node("i-off", "ConnectionLost", "3.3.0.0"),
                node("i-old", "Online", "3.1.1373.9"),
                node("i-far", "Online", "3.3.0.0"),
                node("i-good", "Online", "3.1.1374.0"),
                node("mi-office", "Online", "3.3.0.0"),
                node("i-unread", "Online", "unreadable"),
                { "InstanceId": "bastion" }
            ])),
            machines: machines(&[("i-far", "vpc-2", "far"), ("i-good", "vpc-1", "bastion"), ("i-off", "vpc-1", "")]),
            ..Answers::default()
        };
        let row = |id: &str, name: &str, unfit| (id.to_owned(), name.to_owned(), unfit);
        assert_eq!(
            judged(answers),
            [
                row("i-good", "bastion", None),
                row("i-unread", "host", None),
                row("mi-office", "host", None),
                row("i-far", "far", Some(Unfit::OtherVpc("vpc-2".into()))),
                row("i-off", "host", Some(Unfit::Offline("ConnectionLost".into()))),
                row("i-old", "host", Some(Unfit::OldAgent("3.1.1373.9".into()))),
            ]
        );
    }

    #[test]
    fn a_task_is_named_as_a_session_takes_it_and_fit_when_exec_s_agent_runs() {
        let task = |id: &str, exec: bool, agent: &str, subnet: &str| {
            json!({
                "taskArn": format!("arn:aws:ecs:eu-west-1:1:task/shop/{id}"),
                "clusterArn": "arn:aws:ecs:eu-west-1:1:cluster/shop",
                "group": "service:web", "lastStatus": "RUNNING", "enableExecuteCommand": exec,
                "containers": [
                    { "name": "log", "runtimeId": format!("{id}-1") },
                    { "name": "app", "runtimeId": format!("{id}-2"),
                      "managedAgents": [{ "name": "ExecuteCommandAgent", "lastStatus": agent }] },
                ],
                "attachments": [{ "type": "ElasticNetworkInterface", "details": [{ "name": "subnetId", "value": subnet }] }],
            })
        };
        let tasks = json!({ "tasks": [
            task("a", true, "RUNNING", "subnet-1"),
            task("b", false, "RUNNING", "subnet-1"),
            task("c", true, "STOPPED", "subnet-1"),
            task("d", true, "RUNNING", "subnet-2"),
            { "taskArn": "arn:aws:ecs:eu-west-1:1:task/shop/e", "lastStatus": "PENDING" },
        ] });
        let placed = json!({ "Subnets": [
            { "SubnetId": "subnet-1", "VpcId": "vpc-1" }, { "SubnetId": "subnet-2", "VpcId": "vpc-2" },
        ] });
        let answers = Answers {
            tasks: serde_json::from_value::<Tasks>(tasks).unwrap().tasks,
            subnets: serde_json::from_value::<Subnets>(placed).unwrap().subnets,
            ..Answers::default()
        };
        let row = |id: &str, name: &str, unfit| (id.to_owned(), name.to_owned(), unfit);
        assert_eq!(
            judged(answers),
            [
                row("ecs:shop_a_a-2", "web/app", None),
                row("ecs:shop_b_b-2", "web/app", Some(Unfit::NoExec)),
                row("ecs:shop_d_d-2", "web/app", Some(Unfit::OtherVpc("vpc-2".into()))),
                row("ecs:shop_c_c-1", "web/log", Some(Unfit::NoAgent)),
            ]
        );
    }

    #[test]
    fn one_alone_is_taken_only_where_nothing_was_left_unread() {
        let online = json!([{ "InstanceId": "i-1", "PingStatus": "Online" }]);
        let unread = Unreadable {
            operation: "ecs:ListClusters".into(),
            because: "no".into(),
            denied: true,
            signed_out: false,
            unanswered: false,
        };
        let of = |nodes: Vec<Node>, unread: Vec<Unreadable>| {
            let candidates = Candidates::judge(Answers { nodes, unread, ..Answers::default() }, None);
            candidates.only().map(|candidate| candidate.id.to_string())
        };
        assert_eq!(of(nodes(&online), Vec::new()).as_deref(), Some("i-1"));
        assert_eq!(of(nodes(&online), vec![unread]), None);
        assert_eq!(of(Vec::new(), Vec::new()), None);
    }
}
