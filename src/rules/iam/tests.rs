//! The evaluator against what AWS documents, as tables.

use serde_json::{Value, json};

use super::decide::{Guard, decide};
use super::request::Request;
use super::*;
use crate::domain::observed::Part;
use crate::domain::secret::KeyGrant;

const ROLE: &str = "arn:aws:iam::111111111111:role/app/proxy";
const SECRET: &str = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:orders/app-AbCdEf";
const FOREIGN: &str = "arn:aws:secretsmanager:eu-west-1:222222222222:secret:orders/app-AbCdEf";
const KEY: &str = "arn:aws:kms:eu-west-1:111111111111:key/1";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    Allowed,
    Denied,
    Lacks(Layer),
    Unknown,
}
use Expect::{Allowed, Denied, Lacks, Unknown};

fn short(answer: &PolicyAnswer) -> Expect {
    match answer {
        PolicyAnswer::Allowed(_) => Allowed,
        PolicyAnswer::Denied(_) => Denied,
        PolicyAnswer::NotAllowed(layer) => Lacks(*layer),
        PolicyAnswer::Unknown(_) => Unknown,
    }
}

fn document(statements: &Value) -> Value {
    json!({ "Version": "2012-10-17", "Statement": statements })
}

/// The role with these statements as its only policy.
fn role(statements: &Value) -> Role {
    serde_json::from_value(json!({
        "name": "proxy", "arn": ROLE, "path": "/app/", "trust": {}, "attached": [], "permissions_boundary": null,
        "inline": { "own": document(statements) }, "tags": { "team": "orders" },
    }))
    .unwrap()
}

fn part(statements: &Value) -> Part<Document> {
    Part::Present(document(statements).into())
}

fn reads(role: &Role) -> PolicyAnswer {
    may(role, READ, SECRET, &[("kms:ViaService", "secretsmanager.eu-west-1.amazonaws.com")])
}

fn allow() -> Value {
    json!({ "Effect": "Allow", "Action": "secretsmanager:*", "Resource": "*" })
}

fn with(statement: &Value, more: &Value) -> Value {
    let mut both = statement.clone();
    both.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    both
}

#[test]
fn statements_speak_about_what_they_name() {
    let deny = |more: Value| json!([allow(), with(&json!({ "Effect": "Deny" }), &more)]);
    let only = |action: &str, resource: &str| json!({ "Effect": "Allow", "Action": action, "Resource": resource });
    for (statements, expected) in [
        (json!([]), Lacks(Layer::Identity)),
        (allow(), Allowed),
        (only("SECRETSMANAGER:getsecretVALUE", SECRET), Allowed),
        (only("secretsmanager:Get?ecretValue", SECRET), Allowed),
        (only("secretsmanager:GetSecretValues", SECRET), Lacks(Layer::Identity)),
        (only("*", &SECRET.to_uppercase()), Lacks(Layer::Identity)),
        (only("*", &SECRET.replace("orders", "Orders")), Lacks(Layer::Identity)),
        (only("*", "arn:aws:secretsmanager:*:111111111111:secret:orders/app-??????"), Allowed),
        (only("*", "arn:aws:secretsmanager:*"), Allowed),
        (only("*", "arn:aws:secretsmanager:*:111111111111:secret:orders/app"), Lacks(Layer::Identity)),
        // Whether IAM completes this one is not certain.
        (only("*", "arn:aws:secretsmanager"), Unknown),
        (only("*", "arn:aws:s3"), Lacks(Layer::Identity)),
        (json!({ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }), Allowed),
        (json!({ "Effect": "Allow", "NotAction": "secretsmanager:get*", "Resource": "*" }), Lacks(Layer::Identity)),
        (json!({ "Effect": "Allow", "Action": "*", "NotResource": SECRET }), Lacks(Layer::Identity)),
        (json!({ "Effect": "Allow", "Action": "*", "NotResource": KEY }), Allowed),
        (deny(json!({ "Action": ["s3:*", "secretsmanager:get*"], "Resource": "arn:aws:secretsmanager:*" })), Denied),
        (deny(json!({ "NotAction": "s3:*", "Resource": "*" })), Denied),
        (deny(json!({ "NotAction": ["secretsmanager:*"], "Resource": "*" })), Allowed),
        (deny(json!({ "Action": "*", "NotResource": SECRET })), Allowed),
        (deny(json!({ "Action": "*", "NotResource": KEY })), Denied),
        // What is not understood may be either, where it may be about this at all.
        (json!([allow(), 5]), Unknown),
        (json!([allow(), { "Action": "*", "Resource": "*" }]), Unknown),
        (json!([allow(), { "Action": "s3:*", "Resource": "*" }]), Allowed),
        (deny(json!({ "Action": { "a": 1 }, "Resource": "*" })), Unknown),
        (deny(json!({ "Action": "s3:*", "Resource": null })), Allowed),
        (deny(json!({ "Action": "*", "Resource": "*", "Except": "x" })), Unknown),
        (deny(json!({ "Action": "*", "Resource": "*", "Condition": "x" })), Unknown),
        (json!({ "Effect": "Allow", "Action": "*" }), Unknown),
        (json!({ "Effect": "allow", "Action": "*", "Resource": "*" }), Unknown),
        (json!({ "effect": "Allow", "action": "*", "resource": "*" }), Allowed),
        (json!({ "Effect": "Allow", "Action": "*", "NotAction": "x", "Resource": "*" }), Unknown),
    ] {
        assert_eq!(short(&reads(&role(&statements))), expected, "{statements}");
    }
}

#[test]
fn conditions_are_compared_where_the_key_is_known() {
    let via = "secretsmanager.eu-west-1.amazonaws.com";
    for (condition, expected) in [
        (json!({ "StringEquals": { "KMS:viaservice": via } }), Some(true)),
        (json!({ "StringEquals": { "kms:ViaService": via.to_uppercase() } }), Some(false)),
        (json!({ "StringEqualsIgnoreCase": { "kms:ViaService": via.to_uppercase() } }), Some(true)),
        (json!({ "StringEquals": { "kms:ViaService": ["rds.x", via] } }), Some(true)),
        (json!({ "StringNotEquals": { "kms:ViaService": ["rds.x", via] } }), Some(false)),
        (json!({ "StringNotEquals": { "kms:ViaService": [] } }), Some(true)),
        (json!({ "StringEquals": { "kms:ViaService": [] } }), Some(false)),
        (json!({ "StringLike": { "kms:ViaService": "secretsmanager.*.amazonaws.com" } }), Some(true)),
        (json!({ "StringEquals": { "kms:ViaService": "secretsmanager.*.amazonaws.com" } }), Some(false)),
        (json!({ "StringNotLike": { "kms:ViaService": "rds.*" } }), Some(true)),
        (json!({ "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::*:role/app/*" } }), Some(true)),
        (json!({ "ArnLike": { "aws:PrincipalArn": "arn:aws:*:role/app/proxy" } }), None),
        (json!({ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam:*:role/app/*:x:y" } }), Some(false)),
        (json!({ "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/other" } }), Some(true)),
        (json!({ "StringLike": { "aws:PrincipalArn": "arn:aws:*:role/app/proxy" } }), Some(true)),
        (json!({ "StringEquals": { "aws:PrincipalAccount": 111111111111_u64 } }), Some(true)),
        (json!({ "NumericEquals": { "aws:PrincipalAccount": "1.11111111111e11" } }), Some(true)),
        (json!({ "NumericLessThan": { "aws:PrincipalAccount": 5 } }), Some(false)),
        (json!({ "NumericNotEquals": { "aws:PrincipalAccount": 5 } }), Some(true)),
        (json!({ "NumericGreaterThanEquals": { "aws:PrincipalAccount": "five" } }), None),
        (json!({ "Bool": { "aws:SecureTransport": true } }), Some(true)),
        (json!({ "Bool": { "aws:SecureTransport": "False" } }), Some(false)),
        (json!({ "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } }), Some(true)),
        (json!({ "StringEquals": { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } }), Some(true)),
        (json!({ "StringEquals": { "aws:PrincipalTag/team": "orders" } }), Some(true)),
        (json!({ "StringEquals": { "aws:PrincipalTag/cost": "1" } }), None),
        (json!({ "DateGreaterThan": { "aws:CurrentTime": "2026-11-20T00:00:00Z" } }), Some(true)),
        (json!({ "DateLessThan": { "aws:CurrentTime": "2026-11-20" } }), Some(false)),
        (json!({ "DateLessThanEquals": { "aws:CurrentTime": "2026-11-20T10:13:20+00:00" } }), Some(false)),
        (json!({ "DateEquals": { "aws:CurrentTime": "2026-11-21T15:20:00+01:00" } }), Some(true)),
        (json!({ "DateNotEquals": { "aws:EpochTime": 5 } }), Some(true)),
        (json!({ "DateLessThan": { "aws:CurrentTime": "soon" } }), None),
        // A key that the request does not carry.
        (json!({ "StringEquals": { "aws:username": "ann" } }), Some(false)),
        (json!({ "StringNotEquals": { "aws:username": "ann" } }), Some(true)),
        (json!({ "StringEqualsIfExists": { "aws:username": "ann" } }), Some(true)),
        (json!({ "Null": { "aws:username": "true", "aws:PrincipalArn": false } }), Some(true)),
        (json!({ "Null": { "aws:username": "false" } }), Some(false)),
        (json!({ "ForAllValues:StringEquals": { "aws:CalledVia": "athena.amazonaws.com" } }), Some(true)),
        (json!({ "ForAnyValue:StringEquals": { "aws:CalledVia": "athena.amazonaws.com" } }), Some(false)),
        (json!({ "ForAnyValue:StringLike": { "aws:PrincipalArn": ["x", "arn:*"] } }), Some(true)),
        (json!({ "ForAllValues:StringNotLike": { "aws:PrincipalArn": ["x", "arn:*"] } }), Some(false)),
        // A key whose value is not known.
        (json!({ "StringEquals": { "aws:PrincipalOrgID": "o-1" } }), None),
        (json!({ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-1" } }), None),
        (json!({ "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }), None),
        (json!({ "Null": { "aws:MultiFactorAuthAge": true } }), None),
        (json!({ "StringSounds": { "aws:PrincipalArn": "x" } }), None),
        (json!({ "ForSomeValues:StringLike": { "aws:PrincipalArn": "*" } }), None),
        // What is certain decides beside what is not.
        (json!({ "StringEquals": { "aws:PrincipalOrgID": "o-1", "aws:RequestedRegion": "x" } }), Some(false)),
        // Variables.
        (json!({ "StringEquals": { "aws:ResourceAccount": "${aws:PrincipalAccount}" } }), Some(true)),
        (json!({ "StringLike": { "aws:PrincipalArn": "arn:*:role/${aws:username, 'app'}/proxy" } }), Some(true)),
        (json!({ "StringLike": { "aws:PrincipalArn": "${aws:username}*" } }), Some(false)),
        (json!({ "StringLike": { "aws:PrincipalArn": "${*}" } }), Some(false)),
        (json!({ "StringEquals": { "aws:PrincipalArn": "${aws:userid}" } }), None),
        (json!({ "StringLike": { "aws:PrincipalArn": "x${aws:userid}" } }), Some(false)),
        (json!({ "StringNotEquals": { "aws:PrincipalArn": "${aws:userid}" } }), None),
    ] {
        let via = |request: Request<'_>| {
            let request = request.at(Some(1_795_270_800)).with("kms:ViaService", via);
            decide(&request, Guard::Nothing)
        };
        for (statement, yes, no) in [
            (json!([with(&allow(), &json!({ "Condition": condition }))]), Allowed, Lacks(Layer::Identity)),
            (
                json!([allow(), { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": condition }]),
                Denied,
                Allowed,
            ),
        ] {
            let role = role(&statement);
            let expected = expected.map_or(Unknown, |holds| if holds { yes } else { no });
            assert_eq!(short(&via(Request::new(&role, READ, SECRET))), expected, "{statement}");
        }
    }
}

#[test]
fn ranges_of_addresses_are_compared_in_both_families() {
    for (range, address, expected) in [
        ("10.0.0.0/8", "10.1.2.3", Allowed),
        ("10.0.0.0/8", "11.1.2.3", Lacks(Layer::Identity)),
        ("10.1.2.3", "10.1.2.3", Allowed),
        ("0.0.0.0/0", "11.1.2.3", Allowed),
        ("2001:db8::/32", "2001:db8::1", Allowed),
        ("2001:db8::/32", "10.1.2.3", Lacks(Layer::Identity)),
        ("10.0.0.0/x", "10.1.2.3", Unknown),
    ] {
        let condition = json!({ "Condition": { "IpAddress": { "x:From": range } } });
        let answer = may(&role(&with(&allow(), &condition)), READ, SECRET, &[("x:from", address)]);
        assert_eq!(short(&answer), expected, "{range} {address}");
    }
}

#[test]
fn a_policy_variable_leaves_it_open_only_where_it_could_match() {
    for (resource, expected) in [
        ("arn:aws:secretsmanager:*:${aws:PrincipalAccount}:secret:*", Allowed),
        ("arn:aws:secretsmanager:*:*:secret:${aws:PrincipalTag/team}/*", Allowed),
        ("arn:aws:secretsmanager:*:*:secret:${aws:PrincipalTag/cost}/*", Unknown),
        ("arn:aws:s3:::${aws:PrincipalTag/cost}/*", Lacks(Layer::Identity)),
        ("arn:aws:secretsmanager:*:*:secret:${aws:username}*", Lacks(Layer::Identity)),
        ("arn:aws:secretsmanager:*:*:secret:${aws:username, 'orders'}/*", Allowed),
        ("arn:aws:secretsmanager:*:*:secret:${broken", Lacks(Layer::Identity)),
    ] {
        let statement = json!({ "Effect": "Allow", "Action": "*", "Resource": resource });
        assert_eq!(short(&reads(&role(&statement))), expected, "{resource}");
    }
    // The first version of the language has none.
    let mut old = role(&json!({ "Effect": "Allow", "Action": "*", "Resource": "arn:aws:*:${aws:PrincipalAccount}:*" }));
    old.inline.values_mut().for_each(|document| document.version = "2008-10-17".into());
    assert_eq!(short(&reads(&old)), Lacks(Layer::Identity));
}

#[test]
fn logins_know_no_global_key() {
    let region = json!({ "StringEquals": { "aws:RequestedRegion": "eu-west-1" } });
    let statement = json!({ "Effect": "Allow", "Action": "rds-db:connect", "Resource": "*", "Condition": region });
    let login = "arn:aws:rds-db:eu-west-1:111111111111:dbuser:prx-1/app";
    assert_eq!(short(&may(&role(&statement), CONNECT, login, &[])), Unknown);
}

#[test]
fn what_was_not_read_is_unknown_only_where_it_matters() {
    let attached = |arn: &str, statements: Value| {
        let mut role = role(&statements);
        role.attached.push(serde_json::from_value(json!({ "name": "more", "arn": arn, "document": null })).unwrap());
        short(&reads(&role))
    };
    let (own, aws) = ("arn:aws:iam::111111111111:policy/more", "arn:aws:iam::aws:policy/more");
    assert_eq!(attached(own, json!([])), Unknown);
    assert_eq!(attached(own, allow()), Unknown);
    assert_eq!(attached(aws, json!([])), Unknown);
    assert_eq!(attached(aws, allow()), Allowed);
    assert_eq!(attached("arn:aws:iam::aws:policy/AWSDenyAll", allow()), Unknown);
    assert_eq!(attached(own, json!({ "Effect": "Deny", "Action": "*", "Resource": "*" })), Denied);
}

#[test]
fn a_boundary_limits_and_never_gives() {
    let bounded = |statements: Value, boundary: Option<Value>| {
        let mut role = role(&statements);
        role.permissions_boundary = Some("arn:aws:iam::111111111111:policy/edge".into());
        role.boundary = boundary.map(|statements| document(&statements).into());
        short(&reads(&role))
    };
    let s3 = json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*" });
    let deny = json!([allow(), { "Effect": "Deny", "Action": "*", "Resource": SECRET }]);
    let perhaps = with(&allow(), &json!({ "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1" } } }));
    assert_eq!(bounded(allow(), Some(allow())), Allowed);
    assert_eq!(bounded(allow(), Some(s3.clone())), Lacks(Layer::Boundary));
    assert_eq!(bounded(s3.clone(), Some(s3)), Lacks(Layer::Identity));
    assert_eq!(bounded(json!([]), Some(allow())), Lacks(Layer::Identity));
    assert_eq!(bounded(allow(), Some(deny)), Denied);
    assert_eq!(bounded(allow(), Some(perhaps)), Unknown);
    assert_eq!(bounded(allow(), None), Unknown);
    assert_eq!(bounded(json!([]), None), Lacks(Layer::Identity));
}

fn principal(principal: Value) -> Value {
    json!({ "Effect": "Allow", "Principal": principal, "Action": "secretsmanager:GetSecretValue", "Resource": "*" })
}

#[test]
fn a_secrets_policy_gives_inside_the_account_and_agrees_across() {
    let root = "arn:aws:iam::111111111111:root";
    let session = "arn:aws:sts::111111111111:assumed-role/proxy/x";
    let nothing = json!([]);
    // Own policy, secret's policy, in this account, in another.
    for (own, theirs, here, abroad) in [
        (allow(), json!([]), Allowed, Lacks(Layer::Resource)),
        (nothing.clone(), json!([]), Lacks(Layer::Identity), Lacks(Layer::Identity)),
        (nothing.clone(), principal(json!({ "AWS": ROLE })), Allowed, Lacks(Layer::Identity)),
        (nothing.clone(), principal(json!("*")), Allowed, Lacks(Layer::Identity)),
        (nothing.clone(), principal(json!({ "AWS": ["*"] })), Allowed, Lacks(Layer::Identity)),
        (nothing.clone(), principal(json!({ "AWS": root })), Lacks(Layer::Identity), Lacks(Layer::Identity)),
        (allow(), principal(json!({ "AWS": root })), Allowed, Allowed),
        (allow(), principal(json!({ "aws": "111111111111" })), Allowed, Allowed),
        (allow(), principal(json!({ "AWS": ROLE })), Allowed, Allowed),
        (allow(), principal(json!({ "AWS": "222222222222" })), Allowed, Lacks(Layer::Resource)),
        (allow(), principal(json!({ "Service": "rds.amazonaws.com" })), Allowed, Lacks(Layer::Resource)),
        (nothing.clone(), principal(json!({ "AWS": session })), Unknown, Lacks(Layer::Identity)),
        (nothing.clone(), principal(json!({ "AWS": "AROAEXAMPLE" })), Lacks(Layer::Identity), Lacks(Layer::Identity)),
        (nothing.clone(), principal(json!(["odd"])), Unknown, Lacks(Layer::Identity)),
        (allow(), with(&principal(json!("*")), &json!({ "Effect": "Deny" })), Denied, Denied),
        (allow(), with(&principal(json!({ "AWS": root })), &json!({ "Effect": "Deny" })), Denied, Denied),
        (
            allow(),
            with(&principal(json!({ "AWS": "222222222222" })), &json!({ "Effect": "Deny" })),
            Allowed,
            Lacks(Layer::Resource),
        ),
        (
            allow(),
            json!({ "Effect": "Deny", "NotPrincipal": { "AWS": "222222222222" }, "Action": "*", "Resource": "*" }),
            Denied,
            Denied,
        ),
        (
            allow(),
            json!({ "Effect": "Deny", "NotPrincipal": { "AWS": [ROLE, root] }, "Action": "*", "Resource": "*" }),
            Unknown,
            Lacks(Layer::Resource),
        ),
        (
            allow(),
            json!({ "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*",
                "Condition": { "ArnNotEquals": { "aws:PrincipalArn": ROLE } } }),
            Allowed,
            Lacks(Layer::Resource),
        ),
    ] {
        let role = role(&own);
        let policy = part(&theirs);
        for (secret, expected) in [(SECRET, here), (FOREIGN, abroad)] {
            let answer = decide(&Request::new(&role, READ, secret), Guard::Secret(&policy));
            assert_eq!(short(&answer), expected, "{own} {theirs} {secret}");
        }
    }
    let own = role(&allow());
    let ask = |policy: &Part<Document>| short(&decide(&Request::new(&own, READ, SECRET), Guard::Secret(policy)));
    assert_eq!(ask(&Part::Absent), Allowed);
    assert_eq!(ask(&Part::NotAsked), Unknown);
}

#[test]
fn a_lock_to_the_customers_network_keeps_the_proxy_out() {
    for (condition, expected) in [
        (json!({ "StringNotEquals": { "aws:SourceVpce": "vpce-1" } }), Denied),
        (json!({ "StringNotEqualsIfExists": { "aws:sourceVpc": "vpc-1" } }), Denied),
        (json!({ "NotIpAddress": { "aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24"] } }), Denied),
        (json!({ "StringEquals": { "aws:SourceVpce": "vpce-1" } }), Allowed),
        // Services are let through: not with a role of one's own, though.
        (json!({ "NotIpAddress": { "aws:SourceIp": "10.0.0.0/8" }, "Bool": { "aws:ViaAWSService": "false" } }), Denied),
        (
            json!({ "StringNotEquals": { "aws:SourceVpce": "vpce-1" }, "ArnNotLike": { "aws:PrincipalArn": ROLE } }),
            Allowed,
        ),
        (json!({ "Null": { "aws:SourceVpce": "true" } }), Unknown),
        (json!({ "StringEqualsIfExists": { "aws:SourceVpce": "vpce-1" } }), Unknown),
    ] {
        let deny =
            json!({ "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*", "Condition": condition });
        let (role, policy) = (role(&allow()), part(&deny));
        let request = Request::new(&role, READ, SECRET);
        assert_eq!(short(&decide(&request.clone().sent_by_rds(), Guard::Secret(&policy))), expected, "{condition}");
        assert_ne!(short(&decide(&request, Guard::Secret(&policy))), Denied, "{condition}");
    }
}

#[test]
fn a_key_belongs_to_its_policy() {
    let root = json!({ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111111111111:root" }, "Action": "kms:*", "Resource": "*" });
    let named = with(&root, &json!({ "Principal": { "AWS": ROLE } }));
    let other = with(&root, &json!({ "Principal": { "AWS": "arn:aws:iam::111111111111:role/other" } }));
    let deny = json!([root, { "Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*" }]);
    let by_caller = with(
        &root,
        &json!({ "Principal": "*", "Condition": { "StringEquals": { "kms:CallerAccount": "111111111111" } } }),
    );
    let own = json!({ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": KEY });
    let alias =
        json!({ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-west-1:111111111111:alias/x" });
    let grant =
        |grantee: &str, operation: &str| vec![KeyGrant { grantee: grantee.into(), operations: vec![operation.into()] }];
    for (own, key, grants, expected) in [
        (own.clone(), root.clone(), vec![], Allowed),
        (json!([]), root.clone(), vec![], Lacks(Layer::Identity)),
        (alias, root.clone(), vec![], Lacks(Layer::Identity)),
        (own.clone(), other.clone(), vec![], Lacks(Layer::Resource)),
        (json!([]), named, vec![], Allowed),
        (json!([]), by_caller, vec![], Allowed),
        (json!([]), other.clone(), grant(ROLE, "Decrypt"), Allowed),
        (json!([]), other.clone(), grant(ROLE, "Encrypt"), Lacks(Layer::Resource)),
        (own.clone(), other, grant("arn:aws:iam::111111111111:role/other", "Decrypt"), Lacks(Layer::Resource)),
        (own, deny, grant(ROLE, "Decrypt"), Denied),
    ] {
        let (role, policy, grants) = (role(&own), part(&key), Part::Present(grants));
        let request = Request::new(&role, DECRYPT, KEY).with("kms:CallerAccount", "111111111111");
        assert_eq!(short(&decide(&request, Guard::Key(&policy, &grants))), expected, "{own} {key}");
    }
    let role = role(&json!({ "Effect": "Allow", "Action": "*", "Resource": "*" }));
    let request = Request::new(&role, DECRYPT, KEY);
    assert_eq!(short(&decide(&request, Guard::Key(&Part::NotAsked, &Part::Present(vec![])))), Unknown);
    // Nothing a grant says could matter here.
    assert_eq!(short(&decide(&request, Guard::Key(&part(&root), &Part::NotAsked))), Allowed);
}

#[test]
fn the_statement_that_decided_is_named() {
    let statement = with(&allow(), &json!({ "Sid": "All" }));
    assert!(matches!(reads(&role(&statement)), PolicyAnswer::Allowed(by) if by.to_string() == "own (statement All)"));
    let PolicyAnswer::Unknown(gap) = reads(&role(&json!([
        allow(),
        { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": false } } }
    ]))) else {
        panic!("known")
    };
    assert_eq!(gap.because, "own may deny it: the value of aws:MultiFactorAuthPresent is not known");
}
