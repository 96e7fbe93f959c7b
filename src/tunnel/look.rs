//! Asks the AWS CLI, which a tunnel needs anyway, what could carry one: with the environment, the profile and
//! the region that the tunnel itself gets.

use std::process::Stdio;
use std::time::Duration;

use futures::future::join;
use futures::stream::{self, StreamExt};
use serde::de::DeserializeOwned;
use tokio::process::Command;
use tokio::time::{Instant, timeout_at};

use super::candidates::{
    Answers, Candidates, Clusters, Machine, Node, Nodes, Reservations, Subnets, Task, TaskArns, Tasks,
};
use super::{Missing, missing};
use crate::cloud::Wire;
use crate::domain::observed::Unreadable;
use crate::domain::outside::one_line;
use crate::text::t;

/// Seconds for all of it.
const PATIENCE: u64 = 45;
/// Values that a filter of EC2 takes at once.
const FILTERED: usize = 200;
/// Clusters that are looked into: each takes two starts of the CLI.
const CLUSTERS: usize = 10;
/// Tasks of a cluster that are looked at: as many as `DescribeTasks` takes at once.
const TASKS: usize = 100;
/// Starts of the CLI at the same time.
const AT_ONCE: usize = 3;

/// Looks for what could carry a tunnel into this VPC. Only reads; what it could not read is in the answer.
///
/// # Errors
/// A program that the tunnel needs is missing.
pub async fn candidates(
    wire: &Wire,
    region: &str,
    profile: Option<&str>,
    vpc: Option<&str>,
) -> Result<Candidates, Missing> {
    if let (Wire::Network(_), Some(program)) = (wire, missing()) {
        return Err(program);
    }
    let cli = AwsCli { wire, region, profile, until: Instant::now() + Duration::from_secs(PATIENCE) };
    let ((nodes, machines, mut unread), (tasks, of_tasks)) = join(cli.nodes(), cli.tasks()).await;
    unread.extend(of_tasks);
    let mut ids: Vec<&str> = tasks.iter().filter_map(Task::subnet).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut subnets = Vec::new();
    for ids in ids.chunks(FILTERED) {
        let filter = format!("Name=subnet-id,Values={}", ids.join(","));
        let words = ["ec2", "describe-subnets", "--filters", &filter];
        let answer = cli.ask::<Subnets>("ec2:DescribeSubnets", &words).await;
        subnets.extend(answer.map_err(|why| unread.push(why)).unwrap_or_default().subnets);
    }
    Ok(Candidates::judge(Answers { nodes, machines, tasks, subnets, unread }, vpc))
}

struct AwsCli<'a> {
    wire: &'a Wire,
    region: &'a str,
    profile: Option<&'a str>,
    until: Instant,
}

impl AwsCli<'_> {
    /// What Systems Manager knows, and what EC2 knows of it.
    async fn nodes(&self) -> (Vec<Node>, Vec<Machine>, Vec<Unreadable>) {
        let words = ["ssm", "describe-instance-information"];
        let nodes = match self.ask::<Nodes>("ssm:DescribeInstanceInformation", &words).await {
            Ok(nodes) => nodes.nodes,
            Err(why) => return (Vec::new(), Vec::new(), vec![why]),
        };
        let ids: Vec<&str> =
            nodes.iter().map(|node| node.instance_id.as_str()).filter(|id| id.starts_with("i-")).collect();
        let (mut machines, mut unread) = (Vec::new(), Vec::new());
        for ids in ids.chunks(FILTERED) {
            let filter = format!("Name=instance-id,Values={}", ids.join(","));
            let words = ["ec2", "describe-instances", "--filters", &filter];
            match self.ask::<Reservations>("ec2:DescribeInstances", &words).await {
                Ok(answer) => {
                    machines.extend(answer.reservations.into_iter().flat_map(|reservation| reservation.instances))
                }
                Err(why) => unread.push(why),
            }
        }
        (nodes, machines, unread)
    }

    /// The running tasks of the clusters.
    async fn tasks(&self) -> (Vec<Task>, Vec<Unreadable>) {
        let clusters = match self.ask::<Clusters>("ecs:ListClusters", &["ecs", "list-clusters"]).await {
            Ok(clusters) => clusters.cluster_arns,
            Err(why) => return (Vec::new(), vec![why]),
        };
        let mut unread = Vec::new();
        if clusters.len() > CLUSTERS {
            unread.push(cut("ecs:ListTasks", t!("carriers-clusters", count = CLUSTERS, all = clusters.len())));
        }
        let mut looked = Vec::new();
        for cluster in clusters.iter().take(CLUSTERS) {
            looked.push(self.tasks_of(cluster));
        }
        let mut tasks = Vec::new();
        for (of_cluster, why) in stream::iter(looked).buffered(AT_ONCE).collect::<Vec<_>>().await {
            tasks.extend(of_cluster);
            unread.extend(why);
        }
        // A right that is lacking is lacking for every cluster.
        unread.dedup();
        (tasks, unread)
    }

    async fn tasks_of(&self, cluster: &str) -> (Vec<Task>, Option<Unreadable>) {
        let words = ["ecs", "list-tasks", "--cluster", cluster];
        let arns = match self.ask::<TaskArns>("ecs:ListTasks", &words).await {
            Ok(arns) => arns.task_arns,
            Err(why) => return (Vec::new(), Some(why)),
        };
        if arns.is_empty() {
            return (Vec::new(), None);
        }
        let mut words = vec!["ecs", "describe-tasks", "--cluster", cluster, "--tasks"];
        words.extend(arns.iter().take(TASKS).map(String::as_str));
        match self.ask::<Tasks>("ecs:DescribeTasks", &words).await {
            Ok(tasks) => {
                let more = (arns.len() > TASKS)
                    .then(|| cut("ecs:DescribeTasks", t!("carriers-tasks", count = TASKS, all = arns.len())));
                (tasks.tasks, more)
            }
            Err(why) => (Vec::new(), Some(why)),
        }
    }

    async fn ask<T: DeserializeOwned>(&self, operation: &str, words: &[&str]) -> Result<T, Unreadable> {
        let answer = match self.wire {
            Wire::Simulated(account) => account.aws_cli(words),
            Wire::Network(_) => timeout_at(self.until, self.run(words))
                .await
                .unwrap_or_else(|_| Err(t!("carriers-late", secs = PATIENCE))),
        };
        let parse = |text: String| serde_json::from_str(&text).map_err(|why| why.to_string());
        answer.and_then(parse).map_err(|said| unreadable(operation, &said))
    }

    /// Standard output, or what was said on standard error.
    async fn run(&self, words: &[&str]) -> Result<String, String> {
        let mut command = Command::new(Missing::Cli.name());
        command.args(words).args(["--output", "json", "--region", self.region]);
        command.args(self.profile.into_iter().flat_map(|profile| ["--profile", profile]));
        // Nothing is to wait for a key.
        command.env("AWS_PAGER", "").stdin(Stdio::null()).kill_on_drop(true);
        let output = command.output().await.map_err(|why| why.to_string())?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// Something was left out, and by whom.
fn cut(operation: &str, because: String) -> Unreadable {
    Unreadable { operation: operation.to_owned(), because, denied: false, signed_out: false, unanswered: false }
}

/// What the CLI's own words say: `An error occurred (AccessDeniedException) when calling …`.
fn unreadable(operation: &str, said: &str) -> Unreadable {
    let code = said.split_once("An error occurred (").and_then(|(_, rest)| rest.split_once(')')).map(|(code, _)| code);
    Unreadable {
        operation: operation.to_owned(),
        because: one_line(said.trim()).into_owned(),
        denied: code.is_some_and(|code| {
            code.starts_with("AccessDenied") || matches!(code, "UnauthorizedOperation" | "UnauthorizedAccess")
        }),
        signed_out: code.is_some_and(|code| code.starts_with("ExpiredToken")) || said.contains("aws sso login"),
        unanswered: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_from_an_end_of_session_and_from_the_rest() {
        for (said, denied, signed_out) in [
            (
                "\nAn error occurred (AccessDeniedException) when calling the DescribeInstanceInformation operation: User: arn:… is not authorized",
                true,
                false,
            ),
            (
                "An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not",
                true,
                false,
            ),
            (
                "An error occurred (ExpiredTokenException) when calling the ListClusters operation: The security token",
                false,
                true,
            ),
            ("Error loading SSO Token: Token for work does not exist. Run aws sso login", false, true),
            ("Could not connect to the endpoint URL: \"https://ssm.eu-west-1.amazonaws.com/\"", false, false),
        ] {
            let why = unreadable("ssm:DescribeInstanceInformation", said);
            assert_eq!((why.denied, why.signed_out), (denied, signed_out), "{said}");
            assert!(!why.because.contains('\n') && !why.because.is_empty(), "{why:?}");
        }
    }
}
