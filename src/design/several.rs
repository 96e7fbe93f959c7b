//! Further functions on the same way: each is designed as if it were the only one, and what is its own is
//! kept beside the first one's.

use super::access::ALIAS;
use super::{Problem, sketch};
use crate::domain::choices::Choices;
use crate::domain::observed::Observed;
use crate::domain::setup::{FunctionSetup, GroupPart, GroupSetup, NoteLevel, Page, RuleSetup, Setup};
use crate::text::{Filling, said, t};

const ALIASES: &str = "access.more_aliases";

/// The setup with its further functions, and what stands in the way of each.
pub(super) fn with_further(
    choices: &Choices,
    observed: &Observed,
    mut setup: Setup,
    problems: &mut Vec<Problem>,
) -> Setup {
    for name in choices.access.more_aliases.keys().filter(|name| !choices.more_functions.contains(name)) {
        let title = t!("several-alias", name = name.as_str());
        problems.push(Problem::new(Page::Function, ALIASES, title, t!("several-alias-cure")));
    }
    let mut names: Vec<&String> = vec![&choices.function];
    for name in &choices.more_functions {
        if names.contains(&name) {
            let title = t!("several-twice", name = name.as_str());
            problems.push(Problem::new(Page::Function, "more_functions", title, t!("several-twice-cure")));
            continue;
        }
        names.push(name);
        further(choices, observed, &mut setup, name, problems);
    }
    setup
}

fn further(choices: &Choices, observed: &Observed, setup: &mut Setup, name: &str, problems: &mut Vec<Problem>) {
    let mut alone = Choices { function: name.to_owned(), more_functions: Vec::new(), ..choices.clone() };
    // An alias is one function's own.
    alone.access.publish_to_alias = choices.access.more_aliases.get(name).cloned();
    alone.access.more_aliases.clear();
    let found = observed.more_functions.iter().find(|parts| parts.name == name);
    let seen = found.map_or_else(|| observed.of_function(&Default::default()), |parts| observed.of_function(parts));
    let (drawn, trouble) = sketch(&alone, &seen);
    let named = |text: Filling| said!("several-of", name = name, text = text);
    for problem in trouble {
        // What is wrong for all of them is said once.
        if !problems.iter().any(|there| there.title == problem.title) {
            let field = if problem.field == ALIAS { ALIASES } else { problem.field };
            problems.push(Problem { title: named((&problem.title).into()).into(), field, ..problem });
        }
    }
    let Some(drawn) = drawn else { return };
    if drawn.access.vpc.vpc_id != setup.access.vpc.vpc_id && setup.network.function_vpc != drawn.network.function_vpc {
        let title = t!("endpoint-vpc-several", name = name, first = choices.function.as_str());
        problems.push(Problem::new(Page::Function, "more_functions", title, t!("endpoint-vpc-one-cure")));
        return;
    }
    // The proxy is one for all, and its pool is judged by all of them.
    for mut note in drawn.notes.into_iter().filter(|note| note.page != Page::Proxy) {
        if !setup.notes.iter().any(|there| there.title == note.title && there.text == note.text) {
            note.title = named((&note.title).into());
            setup.notes.push(note);
        }
    }
    setup.notes.sort_by_key(|note| note.level == NoteLevel::Note);
    let Some(group) = drawn.network.groups.iter().find(|group| group.part == GroupPart::Function).cloned() else {
        return;
    };
    let first = setup.network.group(GroupPart::Function);
    if group.owned && first.is_none_or(|first| !first.owned) {
        let title = t!("several-moves", name = name, first = choices.function.as_str());
        let cure = t!("several-moves-cure", name = name);
        problems.push(Problem::new(Page::Function, "more_functions", title, cure));
    }
    // One endpoint serves all of them.
    if setup.network.endpoint.is_none() && drawn.network.endpoint.is_some() {
        setup.network.endpoint.clone_from(&drawn.network.endpoint);
        let of_endpoint = drawn.network.groups.iter().filter(|group| group.part == GroupPart::Endpoint);
        setup.network.groups.extend(of_endpoint.cloned());
    }
    let is_its_own = |rule: &RuleSetup| rule.group == GroupPart::Function || rule.peer == GroupPart::Function;
    let rules = drawn.network.rules.into_iter().filter(is_its_own).collect();
    let group = shared_group(setup, group);
    setup.more.push(FunctionSetup { access: drawn.access, group, rules });
}

/// Functions that move into the VPC share one group: a token stands for one.
fn shared_group(setup: &Setup, group: GroupSetup) -> GroupSetup {
    match setup.network.group(GroupPart::Function) {
        Some(shared) if shared.owned && group.owned => shared.clone(),
        _ => group,
    }
}
