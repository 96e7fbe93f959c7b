//! One call of AWS as data: service, operation, input. What a review shows of it, the command line that
//! sends it and the name of the permission that it needs are all read from here.

use serde_json::Value;

use super::account::Account;
use super::api_name::kebab;
use super::cli_command::CliCommand;
use super::json;

/// A call with its input, in AWS's own names.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    service: &'static str,
    operation: &'static str,
    input: Value,
    /// Members that the command line takes in another way than the API.
    on_the_line: Vec<(&'static str, &'static str, &'static str)>,
}

impl Call {
    /// Members that are null are none.
    pub fn new(service: &'static str, operation: &'static str, mut input: Value) -> Self {
        if let Some(members) = input.as_object_mut() {
            members.retain(|_, value| !value.is_null());
        }
        Self { service, operation, input, on_the_line: Vec::new() }
    }

    /// On the command line, the member is given by this option (without dashes) and word: what is in a
    /// file, or comes through a pipe. Without a word, by this flag.
    pub fn member_as(mut self, member: &'static str, option: &'static str, word: &'static str) -> Self {
        self.on_the_line.push((member, option, word));
        self
    }

    /// `rds:CreateDBProxy`, as IAM and error messages name it.
    pub fn name(&self) -> String {
        format!("{}:{}", self.service, self.operation)
    }

    /// The input as people read it.
    pub fn preview(&self) -> String {
        json::pretty(&self.input)
    }

    /// The command of the AWS CLI that sends it. IAM has no regions.
    pub fn command(&self, account: &Account) -> CliCommand {
        let mut command = CliCommand::new(&format!("{} {}", self.service, kebab(self.operation)));
        for (member, value) in self.input.as_object().into_iter().flatten() {
            command = match self.on_the_line.iter().find(|(of, ..)| of == member) {
                Some((_, flag, "")) => command.flag(flag),
                Some((_, option, word)) => command.with(option, word),
                None => given(command, &kebab(member), value),
            };
        }
        if self.service == "iam" { command } else { command.region(account) }
    }
}

/// The inputs of several calls that are one act, by their operations.
pub fn together(calls: &[&Call]) -> String {
    json::pretty(&calls.iter().map(|call| (call.operation.to_owned(), call.input.clone())).collect::<Value>())
}

fn given(command: CliCommand, name: &str, value: &Value) -> CliCommand {
    match value {
        Value::Null => command,
        Value::Bool(on) => command.switch(name, *on),
        Value::String(text) => command.with(name, text),
        Value::Array(items) if !items.is_empty() && items.iter().all(Value::is_string) => {
            let words: Vec<String> = items.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            command.each(name, &words)
        }
        Value::Number(_) | Value::Array(_) | Value::Object(_) => command.with(name, &value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_kind_of_value_has_its_form_on_the_line() {
        let account = Account { region: "eu-west-1".into(), ..Account::default() };
        let input = json!({
            "Name": "it's", "Ids": ["a", "b"], "None": null, "On": true, "Off": false, "Count": 3, "Deep": {"A": ["b"]},
        });
        let line = Call::new("rds", "ModifyIt", input).command(&account).to_string().replace("\\\n  ", "");
        let wanted = r#"aws rds modify-it --name 'it'\''s' --ids a b --on --no-off --count 3 --deep '{"A":["b"]}'"#;
        assert_eq!(line, format!("{wanted} --region eu-west-1"));
    }
}
