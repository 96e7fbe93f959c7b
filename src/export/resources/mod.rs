//! What a setup owns, as resources that refer to each other: what infrastructure code is written from.
//!
//! Each of the two ways to name AWS's resources has its list, [`cloudformation`] and [`terraform`].
//! CloudFormation, SAM and the CDK are written from the first, Terraform and Pulumi from the second;
//! each format only knows how it writes an [`Expression`]. A new setting of the proxy is one line in
//! each list.
//!
//! What was chosen to stand around the proxy is added to both lists by [`parts`].
//!
//! What a setup uses (its function, the database, groups that were there) is in no list: its names are
//! parameters, and what must change on it is done by `attach.sh`.

pub(super) mod cloudformation;
mod draft;
mod lower;
mod parts;
pub(super) mod terraform;

pub(super) use draft::{proxy_endpoint_id, rule_id};
pub(super) use lower::{Lower, tag_map};
pub(super) use parts::function::{self, is_in_stack};

/// A value of a property: what is known now, or what is known when it is deployed.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expression {
    Text(String),
    Number(u64),
    Bool(bool),
    List(Vec<Expression>),
    Map(Vec<(String, Expression)>),
    /// Where a format writes an object in another way than a value: a block of Terraform. A name may
    /// have several.
    Block(Vec<(String, Expression)>),
    /// A document that is JSON text to the format, and an object to those who read it.
    Document(Box<Expression>),
    /// The parameter of this name.
    Parameter(&'static str),
    /// An attribute of a resource, by the resource's id; empty for what the resource itself stands for.
    Attribute(String, &'static str),
    /// The part of an ARN behind this many colons: `prx-…` is behind six.
    PartOfArn(Box<Expression>, usize),
    Scope(Scope),
    /// One text of several.
    Joined(Vec<Expression>),
    /// A list as one text, with commas between.
    Commas(Box<Expression>),
    /// The value where the parameter of this name is not empty, else none.
    IfGiven(&'static str, Box<Expression>),
    /// The file whose path is the parameter of this name, for those who upload files: Terraform and Pulumi.
    Archive(&'static str),
}

/// What a deployment runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Partition,
    Region,
    Account,
    /// `amazonaws.com`
    DnsSuffix,
}

/// What differs between stages, accounts and regions; the setup's own value unless another is given.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Parameter {
    /// As CloudFormation writes it: `ProxyName`.
    pub name: &'static str,
    pub kind: ParameterKind,
    /// Expressions without parameters and attributes.
    pub value: Expression,
    /// CloudFormation keeps it, so it is plain ASCII.
    pub about: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParameterKind {
    Text,
    Vpc,
    Subnets,
    Group,
    /// `true` or `false`.
    Switch,
}

/// One resource.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Resource {
    /// As CloudFormation writes it: `ProxyRole`.
    pub id: String,
    /// `AWS::RDS::DBProxy`, `aws_db_proxy`.
    pub kind: &'static str,
    pub properties: Vec<(String, Expression)>,
    /// It is made after these, which it does not refer to.
    pub after: Vec<String>,
    /// It outlives what it is deployed by, because something in it cannot be made again.
    pub kept: bool,
    /// The switch among the parameters that it is made by.
    pub only_if: Option<&'static str>,
    /// Arguments that no reading brings back: a resource that is taken over does not differ by them.
    pub unread: Vec<&'static str>,
    /// Why it is as it is, where one would wonder; for comments.
    pub why: Option<&'static str>,
}

/// A value that is shown after a deployment.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    /// As CloudFormation writes it: `ProxyEndpoint`.
    pub name: &'static str,
    pub value: Expression,
    pub about: &'static str,
    /// With the resource of this switch.
    pub only_if: Option<&'static str>,
}

/// Everything that is deployed together.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Stack {
    pub parameters: Vec<Parameter>,
    pub resources: Vec<Resource>,
    pub shown: Vec<Shown>,
    /// What CloudFormation rewrites the template by.
    pub transforms: Vec<&'static str>,
}

impl Stack {
    /// Asks for a parameter, once, and stands for it.
    fn ask(&mut self, parameter: Parameter) -> Expression {
        let name = parameter.name;
        if !self.parameters.iter().any(|known| known.name == name) {
            self.parameters.push(parameter);
        }
        Expression::Parameter(name)
    }

    /// Adds a resource.
    fn make<const N: usize>(&mut self, id: &str, kind: &'static str, all: [(&str, Option<Expression>); N]) {
        self.resources.push(Resource::new(id, kind, properties(all)));
    }

    /// Puts what is known in the place of a parameter, which nobody is asked for any more.
    fn answer(&mut self, name: &str, known: &Expression) {
        self.parameters.retain(|parameter| parameter.name != name);
        let properties = self.resources.iter_mut().flat_map(|resource| &mut resource.properties);
        properties.for_each(|(_, value)| value.answer(name, known));
        self.shown.iter_mut().for_each(|shown| shown.value.answer(name, known));
    }

    /// The parameters that something is made of only where they are given.
    pub fn optional(&self) -> Vec<&'static str> {
        let mut optional = Vec::new();
        let properties = self.resources.iter().flat_map(|resource| &resource.properties);
        properties.for_each(|(_, value)| value.optional(&mut optional));
        optional
    }

    fn show(&mut self, name: &'static str, value: Expression, about: &'static str) {
        self.shown.push(Shown { name, value, about, only_if: None });
    }

    /// The resources, each behind those that it refers to: what a program is written in. Those that wait
    /// for each other, which no stack has, keep their places.
    pub fn in_order(&self) -> Vec<&Resource> {
        let mut waiting: Vec<&Resource> = self.resources.iter().collect();
        let mut ordered: Vec<&Resource> = Vec::new();
        while !waiting.is_empty() {
            let ready = waiting.iter().position(|resource| {
                let is_made = |id: &str| ordered.iter().any(|made| made.id == id) || self.resource(id).is_none();
                resource.mentioned().iter().all(|id| is_made(id))
            });
            ordered.push(waiting.remove(ready.unwrap_or_default()));
        }
        ordered
    }

    /// Whether anything speaks of the resource with this id.
    pub fn refers_to(&self, id: &str) -> bool {
        let mut mentioned = Vec::new();
        self.shown.iter().for_each(|shown| shown.value.mentioned(&mut mentioned));
        mentioned.contains(&id) || self.resources.iter().any(|resource| resource.mentioned().contains(&id))
    }

    /// Whether a property asks for the parameter, or a switch is read.
    pub fn uses(&self, parameter: &str) -> bool {
        self.resources.iter().any(|resource| {
            resource.only_if == Some(parameter)
                || resource.properties.iter().any(|(_, value)| value.asks_for(parameter))
        })
    }

    /// Whether anything is named by what the deployment runs in.
    pub fn runs_in(&self, scope: Scope) -> bool {
        let properties = self.resources.iter().flat_map(|resource| &resource.properties);
        let mut values = properties.map(|(_, value)| value).chain(self.shown.iter().map(|shown| &shown.value));
        values.any(|value| value.is_in(scope))
    }

    /// The resource with this id.
    pub fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.id == id)
    }
}

impl Resource {
    fn new(id: &str, kind: &'static str, properties: Vec<(String, Expression)>) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            properties,
            after: Vec::new(),
            kept: false,
            only_if: None,
            unread: Vec::new(),
            why: None,
        }
    }

    fn because(mut self, why: &'static str) -> Self {
        self.why = Some(why);
        self
    }

    /// Made after this one, which it does not refer to.
    fn after(mut self, id: &str) -> Self {
        self.after.push(id.to_owned());
        self
    }
}

impl Resource {
    /// The ids of the resources that it refers to or waits for.
    pub fn mentioned(&self) -> Vec<&str> {
        let mut mentioned: Vec<&str> = self.after.iter().map(String::as_str).collect();
        self.properties.iter().for_each(|(_, value)| value.mentioned(&mut mentioned));
        mentioned
    }
}

impl Expression {
    fn mentioned<'a>(&'a self, ids: &mut Vec<&'a str>) {
        match self {
            Self::Attribute(id, _) => ids.push(id),
            other => other.inner().into_iter().for_each(|inner| inner.mentioned(ids)),
        }
    }

    fn answer(&mut self, name: &str, known: &Expression) {
        match self {
            Self::Parameter(asked) if *asked == name => *self = known.clone(),
            other => other.inner_mut().into_iter().for_each(|inner| inner.answer(name, known)),
        }
    }

    fn optional(&self, names: &mut Vec<&'static str>) {
        match self {
            Self::IfGiven(name, _) if !names.contains(name) => names.push(name),
            other => other.inner().into_iter().for_each(|inner| inner.optional(names)),
        }
    }

    /// What it is made of.
    fn inner(&self) -> Vec<&Expression> {
        match self {
            Self::List(items) | Self::Joined(items) => items.iter().collect(),
            Self::Map(members) | Self::Block(members) => members.iter().map(|(_, value)| value).collect(),
            Self::Document(inner) | Self::PartOfArn(inner, _) | Self::Commas(inner) | Self::IfGiven(_, inner) => {
                vec![inner]
            }
            Self::Text(_)
            | Self::Number(_)
            | Self::Bool(_)
            | Self::Parameter(_)
            | Self::Archive(_)
            | Self::Attribute(..)
            | Self::Scope(_) => Vec::new(),
        }
    }

    fn inner_mut(&mut self) -> Vec<&mut Expression> {
        match self {
            Self::List(items) | Self::Joined(items) => items.iter_mut().collect(),
            Self::Map(members) | Self::Block(members) => members.iter_mut().map(|(_, value)| value).collect(),
            Self::Document(inner) | Self::PartOfArn(inner, _) | Self::Commas(inner) | Self::IfGiven(_, inner) => {
                vec![inner]
            }
            _ => Vec::new(),
        }
    }

    fn is_in(&self, scope: Scope) -> bool {
        *self == Self::Scope(scope) || self.inner().into_iter().any(|inner| inner.is_in(scope))
    }

    fn asks_for(&self, parameter: &str) -> bool {
        match self {
            Self::Parameter(name) | Self::Archive(name) => *name == parameter,
            other => other.inner().into_iter().any(|inner| inner.asks_for(parameter)),
        }
    }
}

impl From<&str> for Expression {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Expression {
    fn from(on: bool) -> Self {
        Self::Bool(on)
    }
}

impl From<u32> for Expression {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u16> for Expression {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<u8> for Expression {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl From<Vec<Expression>> for Expression {
    fn from(list: Vec<Expression>) -> Self {
        Self::List(list)
    }
}

/// The attribute of a resource.
fn attribute(resource: &str, name: &'static str) -> Expression {
    Expression::Attribute(resource.to_owned(), name)
}

/// Properties in the order in which they are read; those without a value are left out, because an
/// empty text is not the same as none.
fn properties<const N: usize>(all: [(&str, Option<Expression>); N]) -> Vec<(String, Expression)> {
    all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// Whether the endpoint of Secrets Manager is made.
const SECRETS_ENDPOINT: &str = "CreateSecretsEndpoint";

fn texts(texts: &[String]) -> Expression {
    Expression::List(texts.iter().map(|text| text.as_str().into()).collect())
}

/// `com.amazonaws.REGION.secretsmanager`, with the region of the deployment.
fn service(name: &str, region: &str) -> Expression {
    match name.split_once(&format!(".{region}.")) {
        Some((before, after)) => Expression::Joined(vec![
            format!("{before}.").as_str().into(),
            Expression::Scope(Scope::Region),
            format!(".{after}").as_str().into(),
        ]),
        None => name.into(),
    }
}
