//! Another policy's result in the place of the leaf that stood for it, in everything that rests on the leaf.

use super::nodes::Nodes;
use std::collections::BTreeMap;
use tiaoli_eval::program::{Form, Gate, Node, NodeId, Op, ReferralId, RuleId, Shown, When};

/// For each way to read the other policy, the nodes that stand for others.
pub(super) struct Instead {
    pub(super) when: When,
    nodes: BTreeMap<NodeId, NodeId>,
}

impl Instead {
    /// What stands for a node now.
    pub(super) fn node(&self, node: NodeId) -> NodeId {
        self.nodes.get(&node).copied().unwrap_or(node)
    }

    fn form(&self, form: &Form) -> Form {
        let node = |id: NodeId| self.node(id);
        Form {
            sum: form.sum.map(node),
            ceiling: form.ceiling.map(|(guard, cap)| (node(guard), node(cap))),
            positive: form.positive.map(node),
            unruled: form.unruled.map(node),
            shows: form.shows.iter().map(|it| Shown { node: node(it.node), ..it.clone() }).collect(),
            ..form.clone()
        }
    }
}

/// The leaves of a referral.
pub(super) fn leaves(nodes: &Nodes<'_>, referral: ReferralId) -> Vec<NodeId> {
    let is_leaf = |node: &Node| node.op == Op::Elsewhere(referral);
    nodes.joint.nodes.iter().filter(|(_, node)| is_leaf(node)).map(|(id, _)| id).collect()
}

/// Makes every node that rests on the leaves once more, with what stands for each leaf.
pub(super) fn instead(nodes: &mut Nodes<'_>, when: When, of: BTreeMap<NodeId, NodeId>, until: usize) -> Instead {
    let mut instead = Instead { when, nodes: of };
    let old: Vec<(NodeId, Node)> = nodes.joint.nodes.iter().take(until).map(|(id, it)| (id, it.clone())).collect();
    for (id, node) in old {
        if instead.nodes.contains_key(&id) || !node.args.iter().any(|arg| instead.nodes.contains_key(arg)) {
            continue;
        }
        let args = node.args.iter().map(|arg| instead.node(*arg)).collect();
        let span = nodes.map.get(id).copied().unwrap_or_default();
        let outside = std::mem::replace(&mut nodes.span, span);
        let new = nodes.push(Node { args, ..node });
        nodes.span = outside;
        instead.nodes.insert(id, new);
    }
    instead
}

/// Every condition and form of a rule as the other policy is read.
pub(super) fn apply(nodes: &mut Nodes<'_>, rule: RuleId, instead: &[Instead]) {
    let Some(it) = nodes.joint.rules.get_mut(rule) else { return };
    let rests = |node: NodeId| instead.iter().any(|it| it.nodes.contains_key(&node));
    let gates = it.gates.iter().flat_map(|(when, gate)| -> Vec<(When, Gate)> {
        if !rests(gate.node) {
            return vec![(when.clone(), gate.clone())];
        }
        let one = |it: &Instead| Some((when.and(&it.when)?, Gate { node: it.node(gate.node), ..gate.clone() }));
        instead.iter().filter_map(one).collect()
    });
    let gates = gates.collect();
    let forms = it.forms.iter().flat_map(|(when, form)| -> Vec<(When, Form)> {
        let ceiling = form.ceiling.iter().flat_map(|(guard, cap)| [*guard, *cap]);
        let shown = form.shows.iter().map(|it| it.node);
        let mut all = form.sum.into_iter().chain(ceiling).chain(form.positive).chain(form.unruled).chain(shown);
        if !all.any(rests) {
            return vec![(when.clone(), form.clone())];
        }
        instead.iter().filter_map(|it| Some((when.and(&it.when)?, it.form(form)))).collect()
    });
    it.forms = forms.collect();
    it.gates = gates;
}
