//! The least that whoever sets this up, and undoes it, must be allowed.
//!
//! Actions and their resources as the Service Authorization Reference lists them. What can only
//! be listed or has no name yet is `*` or a pattern; everything else is an exact ARN.

use crate::domain::account::Caller;
use crate::domain::choices::PasswordSource;
use crate::domain::database::DatabaseKind;
use crate::domain::policy::{Document, OneOrMany, Statement};
use crate::domain::setup::{GroupPart, SecretSetup, Setup};

pub(super) fn document(setup: &Setup) -> Document {
    let mut statements = vec![look_around(), look_closely(setup)];
    statements.extend(secret(setup));
    statements.extend(roles(setup));
    statements.extend(network(setup));
    statements.extend(proxy(setup));
    statements.push(function(setup));
    Document::new(statements)
}

fn allow(sid: &str, actions: &[&str], resources: Vec<String>) -> Statement {
    let actions = OneOrMany(actions.iter().map(|action| (*action).to_owned()).collect());
    Statement::allow(Some(sid), actions, OneOrMany(resources))
}

/// Lists have no resource of their own, or the wizard shows all to choose from.
fn look_around() -> Statement {
    let actions = [
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroupRules",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcAttribute",
        "ec2:DescribeVpcEndpoints",
        "ec2:DescribeVpcs",
        "iam:GetPolicy",
        "iam:GetPolicyVersion",
        "iam:ListAccountAliases",
        "iam:ListRoles",
        "kms:ListAliases",
        "lambda:ListFunctions",
        "rds:DescribeDBClusters",
        "rds:DescribeDBInstances",
        "rds:DescribeDBProxies",
        "rds:DescribeDBProxyTargetGroups",
        "rds:DescribeDBProxyTargets",
        "rds:DescribeDBSubnetGroups",
        "rds:DescribeGlobalClusters",
        "secretsmanager:ListSecrets",
        "sts:GetCallerIdentity",
    ];
    allow("LookAround", &actions, vec!["*".into()])
}

fn look_closely(setup: &Setup) -> Statement {
    let account = &setup.account;
    let caller = Caller { account: account.id.clone(), arn: account.principal.clone() };
    let mut actions = vec![
        "iam:GetRole",
        "iam:GetRolePolicy",
        "iam:ListAttachedRolePolicies",
        "iam:ListRolePolicies",
        "iam:SimulatePrincipalPolicy",
        "lambda:GetFunctionConcurrency",
        "lambda:GetFunctionConfiguration",
        "lambda:ListAliases",
    ];
    let mut resources = vec![
        setup.role.arn.clone(),
        setup.access.role_arn.clone(),
        caller.policy_source_arn(),
        setup.access.function_arn.clone(),
    ];
    if let Some(secret) = secret_arn(setup) {
        actions.push("secretsmanager:DescribeSecret");
        resources.push(secret);
    }
    if let Some(key) = setup.secret.key() {
        actions.push("kms:DescribeKey");
        resources.push(key.arn.clone());
    }
    resources.dedup();
    allow("LookClosely", &actions, resources)
}

/// A secret to be made has no ARN yet; AWS appends a hyphen and six characters to its name.
fn secret_arn(setup: &Setup) -> Option<String> {
    match &setup.secret {
        SecretSetup::Create { name, .. } => Some(setup.account.arn("secretsmanager", &format!("secret:{name}-??????"))),
        SecretSetup::Existing { arn, .. } => Some(arn.clone()),
        SecretSetup::None => None,
    }
}

fn secret(setup: &Setup) -> Vec<Statement> {
    let SecretSetup::Create { password, key, .. } = &setup.secret else { return Vec::new() };
    let actions = ["secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:TagResource"];
    let mut statements = vec![allow("MakeTheSecret", &actions, secret_arn(setup).into_iter().collect())];
    if *password == PasswordSource::Generated {
        statements.push(allow("MakeItsPassword", &["secretsmanager:GetRandomPassword"], vec!["*".into()]));
    }
    if let Some(key) = key.as_ref().filter(|key| key.customer_managed) {
        let service = format!("secretsmanager.{}.{}", setup.account.region, setup.account.dns_suffix());
        statements.push(allow("EncryptIt", &["kms:Decrypt", "kms:GenerateDataKey"], vec![key.arn.clone()]).when(
            "StringEquals",
            "kms:ViaService",
            &service,
        ));
    }
    statements
}

fn roles(setup: &Setup) -> Vec<Statement> {
    let (role, access) = (&setup.role, &setup.access);
    let mut statements = Vec::new();
    if !role.existing {
        let actions = ["iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:PutRolePolicy", "iam:TagRole"];
        statements.push(allow("MakeTheProxyRole", &actions, vec![role.arn.clone()]));
    }
    statements.push(allow("HandTheRoleToTheProxy", &["iam:PassRole"], vec![role.arn.clone()]).when(
        "StringEquals",
        "iam:PassedToService",
        "rds.amazonaws.com",
    ));
    let inline = ["iam:DeleteRolePolicy", "iam:PutRolePolicy"];
    statements.push(allow("LetTheFunctionConnect", &inline, vec![access.role_arn.clone()]));
    if access.attach_vpc_policy {
        let policy = setup.account.managed_policy_arn("service-role/AWSLambdaVPCAccessExecutionRole");
        let attach = ["iam:AttachRolePolicy", "iam:DetachRolePolicy"];
        statements.push(allow("LetTheFunctionJoinTheVpc", &attach, vec![access.role_arn.clone()]).when(
            "ArnEquals",
            "iam:PolicyARN",
            &policy,
        ));
    }
    statements
}

fn network(setup: &Setup) -> Vec<Statement> {
    let (account, network) = (&setup.account, &setup.network);
    let any_group = account.arn("ec2", "security-group/*");
    let group = |part: GroupPart| match network.group(part) {
        Some(group) if !group.create => account.arn("ec2", &format!("security-group/{}", group.id)),
        _ => any_group.clone(),
    };
    let vpc = account.arn("ec2", &format!("vpc/{}", network.vpc_id));
    let mut written: Vec<String> = network.rules.iter().map(|rule| group(rule.group)).collect();
    written.sort();
    written.dedup();
    if written.contains(&any_group) {
        written = vec![any_group.clone()];
    }
    let rules = [
        "ec2:AuthorizeSecurityGroupEgress",
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:RevokeSecurityGroupEgress",
        "ec2:RevokeSecurityGroupIngress",
    ];
    let mut statements = vec![allow("WriteTheRules", &rules, written)];
    if network.groups.iter().any(|group| group.create) {
        statements.push(allow("MakeGroups", &["ec2:CreateSecurityGroup"], vec![any_group.clone(), vpc.clone()]));
        let theirs = ["ec2:CreateTags", "ec2:DeleteSecurityGroup"];
        statements.push(allow("TagAndDeleteGroups", &theirs, vec![any_group.clone()]));
    }
    if let Some(endpoint) = network.endpoint.as_ref().filter(|endpoint| endpoint.create) {
        let any_endpoint = account.arn("ec2", "vpc-endpoint/*");
        let mut resources = vec![any_endpoint.clone(), vpc, group(GroupPart::Endpoint)];
        resources.extend(endpoint.subnet_ids.iter().map(|id| account.arn("ec2", &format!("subnet/{id}"))));
        statements.push(allow("MakeTheEndpoint", &["ec2:CreateVpcEndpoint"], resources));
        let theirs = ["ec2:CreateTags", "ec2:DeleteVpcEndpoints"];
        statements.push(allow("TagAndDeleteTheEndpoint", &theirs, vec![any_endpoint]));
    }
    statements
}

fn proxy(setup: &Setup) -> Vec<Statement> {
    let (account, database) = (&setup.account, &setup.database);
    // Proxies and their target groups are named by ids that AWS gives.
    let any_proxy = account.arn("rds", "db-proxy:*");
    let any_group = account.arn("rds", "target-group:*");
    let theirs = ["rds:AddTagsToResource", "rds:DeleteDBProxy", "rds:ModifyDBProxy"];
    // Deregistering is checked against both kinds of database, whichever the target is.
    let either = ["db", "cluster"].map(|kind| account.arn("rds", &format!("{kind}:{}", database.id)));
    let mut deregister = vec![any_proxy.clone(), any_group.clone()];
    deregister.extend(either);
    let mut statements = vec![
        // The one action here that cannot be limited to a resource.
        allow("MakeTheProxy", &["rds:CreateDBProxy"], vec!["*".into()]),
        allow("TagChangeAndDeleteTheProxy", &theirs, vec![any_proxy]),
        allow("SizeThePool", &["rds:ModifyDBProxyTargetGroup"], vec![any_group.clone()]),
        allow("RegisterTheDatabase", &["rds:RegisterDBProxyTargets"], vec![any_group, database.arn.clone()]),
        allow("DeregisterTheDatabase", &["rds:DeregisterDBProxyTargets"], deregister),
    ];
    if database.needs_iam_auth {
        let action = match database.kind {
            DatabaseKind::Instance => "rds:ModifyDBInstance",
            DatabaseKind::Cluster => "rds:ModifyDBCluster",
        };
        statements.push(allow("TurnOnIamAuthentication", &[action], vec![database.arn.clone()]));
    }
    statements
}

fn function(setup: &Setup) -> Statement {
    let access = &setup.access;
    let mut actions = vec!["lambda:UpdateFunctionConfiguration"];
    let mut resources = vec![access.function_arn.clone()];
    if let Some(alias) = &access.publish_to_alias {
        actions = vec!["lambda:PublishVersion", "lambda:UpdateAlias", "lambda:UpdateFunctionConfiguration"];
        resources.push(format!("{}:{}", access.function_arn, alias.alias));
    }
    allow("ChangeTheFunction", &actions, resources)
}
