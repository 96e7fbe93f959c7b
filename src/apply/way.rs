//! Which step is undone next: the last first, and none before everything that was made from it is over.
//! Pure.

use std::collections::BTreeSet;

use crate::plan::{Plan, Step, StepId};
use crate::text::Sentence;

/// The steps to undo and how far each is.
pub(super) struct UndoSteps<'p> {
    plan: &'p Plan,
    todo: Vec<(&'p Step, State)>,
}

enum State {
    Waiting,
    Begun,
    Over(Over),
}

/// How undoing a step ended.
pub(super) enum Over {
    Gone,
    /// It was left alone, and may still use what it was made from.
    Kept {
        why: Sentence,
        in_use: bool,
    },
    /// `None` where there is nothing to say of this step alone: the session has ended.
    Failed(Option<Sentence>),
}

impl<'p> UndoSteps<'p> {
    /// These steps of the plan, in the order in which one would go back alone.
    pub(super) fn new(plan: &'p Plan, todo: Vec<&'p Step>) -> Self {
        Self { plan, todo: todo.into_iter().map(|step| (step, State::Waiting)).collect() }
    }

    /// The next step that may begin; it counts as begun.
    pub(super) fn next(&mut self) -> Option<&'p Step> {
        let ready = |(at, (step, state)): (usize, &(&'p Step, State))| {
            (matches!(state, State::Waiting) && self.is_free(step)).then_some(at)
        };
        let at = self.todo.iter().enumerate().find_map(ready)?;
        let (step, state) = self.todo.get_mut(at)?;
        *state = State::Begun;
        Some(step)
    }

    /// Everything that needs it, at whatever remove, is over.
    fn is_free(&self, step: &Step) -> bool {
        if step.action.undone_last() && self.open().any(|other| self.goes_before_the_last(other)) {
            return false;
        }
        !self.open().any(|other| other.id != step.id && self.needs(other, &step.id))
    }

    fn open(&self) -> impl Iterator<Item = &'p Step> {
        self.todo.iter().filter(|(_, state)| !matches!(state, State::Over(_))).map(|(step, _)| *step)
    }

    /// What is undone last waits for this one. Not for what it was made from itself: that waits for it.
    fn goes_before_the_last(&self, step: &Step) -> bool {
        !step.action.undone_last()
            && !self.open().any(|other| other.action.undone_last() && self.needs(other, &step.id))
    }

    fn needs(&self, step: &Step, wanted: &StepId) -> bool {
        let mut seen: BTreeSet<&StepId> = BTreeSet::new();
        let mut ahead: Vec<&StepId> = step.needs.iter().collect();
        while let Some(need) = ahead.pop() {
            if need == wanted {
                return true;
            }
            if seen.insert(need) {
                ahead.extend(self.plan.step(need).into_iter().flat_map(|step| &step.needs));
            }
        }
        false
    }

    /// What was made from this step and stays.
    pub(super) fn blocker(&self, step: &Step) -> Option<&'p Step> {
        let stays = |(_, state): &&(&'p Step, State)| {
            matches!(state, State::Over(Over::Failed(_) | Over::Kept { in_use: true, .. }))
        };
        self.todo.iter().filter(stays).map(|(step, _)| *step).find(|user| user.needs.contains(&step.id))
    }

    /// Undoing it has ended.
    pub(super) fn over(&mut self, step: &Step, over: Over) {
        if let Some((_, state)) = self.todo.iter_mut().find(|(known, _)| known.id == step.id) {
            *state = State::Over(over);
        }
    }

    pub(super) fn all(&self) -> usize {
        self.todo.len()
    }

    /// Steps that are not over.
    pub(super) fn left(&self) -> usize {
        self.todo.iter().filter(|(_, state)| !matches!(state, State::Over(_))).count()
    }

    pub(super) fn failed(&self) -> usize {
        self.todo.iter().filter(|(_, state)| matches!(state, State::Over(Over::Failed(_)))).count()
    }

    /// What stays, and why.
    pub(super) fn stays(&self) -> impl Iterator<Item = (&'p Step, &Sentence)> {
        self.todo.iter().filter_map(|(step, state)| match state {
            State::Over(Over::Kept { why, .. } | Over::Failed(Some(why))) => Some((*step, why)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::output::Outputs;
    use crate::domain::setup::Page;
    use crate::plan::actions::AttachVpcPolicy;
    use crate::plan::actions::create_log_group::CreateLogGroup;
    use crate::plan::{Action, Aim, AsFound, Change};

    fn ids(steps: &[&Step]) -> Vec<String> {
        steps.iter().map(|step| step.id.to_string()).collect()
    }

    /// role ← policy ← proxy ← target, and a group that only the proxy needs.
    fn plan() -> Plan {
        let steps: [(&str, &[&str]); 5] = [
            ("role", &[]),
            ("group", &[]),
            ("policy", &["role"]),
            ("proxy", &["role", "group"]),
            ("target", &["proxy"]),
        ];
        let step = |(id, needs): (&str, &[&str])| Step {
            id: StepId::from(id),
            change: Change::Create,
            page: Page::Proxy,
            needs: needs.iter().copied().map(StepId::from).collect(),
            action: Action::CreateLogGroup(CreateLogGroup { name: id.to_owned() }),
        };
        let aim = Aim::Repair(AsFound { account: Account::default(), proxy: "orders".into(), function: None });
        Plan { aim, steps: steps.into_iter().map(step).collect(), known: Outputs::default() }
    }

    fn back<'p>(plan: &'p Plan, without: &[&str]) -> UndoSteps<'p> {
        let wanted = |step: &&Step| !without.contains(&step.id.to_string().as_str());
        UndoSteps::new(plan, plan.steps.iter().rev().filter(wanted).collect())
    }

    fn begin<'p>(way: &mut UndoSteps<'p>) -> Vec<&'p Step> {
        std::iter::from_fn(|| way.next()).collect()
    }

    #[test]
    fn what_nothing_needs_any_more_goes_side_by_side() {
        let plan = plan();
        let mut way = back(&plan, &[]);
        let first = begin(&mut way);
        assert_eq!(ids(&first), ["target", "policy"]);
        first.iter().for_each(|step| way.over(step, Over::Gone));
        let second = begin(&mut way);
        assert_eq!(ids(&second), ["proxy"], "the role waits for the proxy, too");
        second.iter().for_each(|step| way.over(step, Over::Gone));
        assert_eq!(ids(&begin(&mut way)), ["group", "role"]);
    }

    #[test]
    fn a_step_that_is_not_undone_itself_does_not_let_go_of_what_its_users_need() {
        let plan = plan();
        let mut way = back(&plan, &["proxy", "policy"]);
        assert_eq!(ids(&begin(&mut way)), ["target"], "the target stands on the role by way of the proxy");
    }

    #[test]
    fn what_is_undone_last_waits_for_all_but_what_it_was_made_from() {
        let mut plan = plan();
        let attach = AttachVpcPolicy { role: "function".into(), role_arn: String::new(), policy_arn: String::new() };
        for (id, need) in [("attach", "target"), ("attach-too", "policy")] {
            let action = Action::AttachVpcPolicy(attach.clone());
            let (change, page, needs) = (Change::Create, Page::Access, vec![StepId::from(need)]);
            plan.steps.push(Step { id: StepId::from(id), change, page, needs, action });
        }
        let mut way = back(&plan, &[]);
        let mut order = Vec::new();
        loop {
            let begun = begin(&mut way);
            if begun.is_empty() {
                break;
            }
            begun.iter().for_each(|step| way.over(step, Over::Gone));
            order.extend(ids(&begun));
        }
        assert_eq!((way.left(), order.len()), (0, 7), "{order:?}");
    }

    #[test]
    fn what_stays_keeps_what_it_was_made_from() {
        let plan = plan();
        let mut way = back(&plan, &["target", "policy"]);
        let proxy = way.next().unwrap();
        way.over(proxy, Over::Failed(Some("in use".into())));
        let group = way.next().unwrap();
        assert_eq!(way.blocker(group).map(|step| step.id.clone()), Some(StepId::from("proxy")));
        assert_eq!((way.failed(), way.left(), way.all()), (1, 2, 3));
    }
}
