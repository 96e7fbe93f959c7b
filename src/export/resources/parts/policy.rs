//! Documents of roles that parts bring.

use super::super::{Expression, Scope, properties};

/// Lets this service of the deployment's own account assume a role: no other account can make it do so.
pub(super) fn trust(service: &str) -> Expression {
    let own = Expression::Map(vec![("aws:SourceAccount".to_owned(), Expression::Scope(Scope::Account))]);
    let condition = Expression::Map(vec![("StringEquals".to_owned(), own)]);
    document(vec![statement([
        ("Effect", Some("Allow".into())),
        ("Principal", Some(Expression::Map(properties([("Service", Some(service.into()))])))),
        ("Action", Some("sts:AssumeRole".into())),
        ("Condition", Some(condition)),
    ])])
}

/// The same for Lambda, which names no account when it assumes a role.
pub(super) fn trust_lambda() -> Expression {
    document(vec![statement([
        ("Effect", Some("Allow".into())),
        ("Principal", Some(Expression::Map(properties([("Service", Some("lambda.amazonaws.com".into()))])))),
        ("Action", Some("sts:AssumeRole".into())),
    ])])
}

/// Allows each action on exactly the resource beside it.
pub(super) fn allow<const N: usize>(allowed: [(&str, Expression); N]) -> Expression {
    let statements = allowed.into_iter().map(|(action, resource)| {
        statement([("Effect", Some("Allow".into())), ("Action", Some(action.into())), ("Resource", Some(resource))])
    });
    document(statements.collect())
}

fn statement<const N: usize>(members: [(&str, Option<Expression>); N]) -> Expression {
    Expression::Map(properties(members))
}

fn document(statements: Vec<Expression>) -> Expression {
    let members = properties([("Version", Some("2012-10-17".into())), ("Statement", Some(statements.into()))]);
    Expression::Document(Box::new(Expression::Map(members)))
}
