//! What reads showed, so that they can show it once more: AWS's services answer from replicas, and
//! for some seconds one of them does not know of a change.

use std::collections::BTreeMap;

use crate::between::Message;

/// How many looks of one kind at one thing show it as it was. The program looks with growing pauses.
const LOOKS: usize = 3;

#[derive(Clone, Default)]
pub struct Memory {
    /// The last answer to each question.
    answers: BTreeMap<String, Message>,
    /// The write after which looks are late.
    frozen: Option<String>,
    given: BTreeMap<String, usize>,
}

impl Memory {
    /// From here on looks at what this write changes are late.
    pub fn freeze(&mut self, write: &str) {
        self.frozen.get_or_insert_with(|| write.to_owned());
    }

    /// Looks are late anew, as many as before.
    pub fn renew(&mut self) {
        self.given.clear();
    }

    pub fn remember(&mut self, read: &str, request: &Message, answer: &Message) {
        let late = self.frozen.as_deref().is_some_and(|write| shows(read, write));
        if !late {
            self.answers.insert(question(request), answer.clone());
        }
    }

    /// The answer from before the write, where it is late.
    pub fn earlier(&mut self, read: &str, request: &Message) -> Option<Message> {
        let write = self.frozen.as_deref().filter(|write| shows(read, write))?;
        let question = question(request);
        let earlier = self.answers.get(&question).cloned().or_else(|| unasked(read, write))?;
        let given = self.given.entry(question).or_default();
        *given += 1;
        (*given <= LOOKS).then_some(earlier)
    }
}

fn question(request: &Message) -> String {
    format!("{}\n{}\n{}", request.head[0], request.header("x-amz-target"), String::from_utf8_lossy(&request.body))
}

/// Whether what a write changes is seen by a read.
fn shows(read: &str, write: &str) -> bool {
    let reads: &[&str] = match write.split_once(':').map_or("", |(_, operation)| operation) {
        "CreateSecret" | "DeleteSecret" => &["DescribeSecret", "ListSecrets"],
        "CreateRole" | "DeleteRole" => &["GetRole", "ListRolePolicies", "ListAttachedRolePolicies"],
        "PutRolePolicy" | "DeleteRolePolicy" => &["ListRolePolicies", "GetRolePolicy"],
        "AttachRolePolicy" | "DetachRolePolicy" => &["ListAttachedRolePolicies"],
        "CreateVpcEndpoint" | "DeleteVpcEndpoints" => &["DescribeVpcEndpoints"],
        "CreateDBProxy" | "DeleteDBProxy" => {
            &["DescribeDBProxies", "DescribeDBProxyTargetGroups", "DescribeDBProxyTargets"]
        }
        "CreateDBProxyEndpoint" | "DeleteDBProxyEndpoint" => &["DescribeDBProxyEndpoints"],
        "ModifyDBProxy" => &["DescribeDBProxies"],
        "ModifyDBProxyTargetGroup" => &["DescribeDBProxyTargetGroups"],
        "RegisterDBProxyTargets" | "DeregisterDBProxyTargets" => &["DescribeDBProxyTargets"],
        "ModifyDBCluster" => &["DescribeDBClusters"],
        "ModifyDBInstance" => &["DescribeDBInstances"],
        "UpdateFunctionConfiguration" => &["GetFunctionConfiguration"],
        "PublishVersion" | "DeleteFunction" => &["ListVersionsByFunction"],
        "UpdateAlias" => &["ListAliases", "GetAlias"],
        operation if operation.contains("SecurityGroup") => &["DescribeSecurityGroups", "DescribeSecurityGroupRules"],
        _ => &[],
    };
    reads.iter().any(|operation| read.ends_with(&format!(":{operation}")))
}

/// What was never asked before the write, for its id was not known: a group that is not listed yet.
fn unasked(read: &str, write: &str) -> Option<Message> {
    let list = "<DescribeSecurityGroupsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\
                <requestId>earlier</requestId><securityGroupInfo/></DescribeSecurityGroupsResponse>";
    (read == "ec2:DescribeSecurityGroups" && write == "ec2:CreateSecurityGroup")
        .then(|| Message::answer("200 OK", "text/xml", "", list))
}
