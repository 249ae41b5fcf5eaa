//! The greatest flow through a small network, by shortest ways that still have room.

use std::collections::{BTreeMap, VecDeque};

use super::reduce::ResourceId;
use crate::table::Id as _;

/// How many steps one network may take.
const STEPS: usize = 4_000_000;

/// A place in the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node {
    Source,
    Room(ResourceId),
    Claim(usize),
    Sink,
}

/// An edge, which may carry so much; the edge back stands behind it.
#[derive(Clone, Copy, Debug)]
struct Edge {
    to: usize,
    left: i128,
}

/// Nodes and edges, in the order in which they were opened.
#[derive(Debug)]
pub(super) struct Network {
    rooms: usize,
    edges: Vec<Edge>,
    /// The edges that leave each node.
    leaving: Vec<Vec<usize>>,
    known: BTreeMap<(usize, usize), usize>,
}

impl Network {
    pub(super) fn new(rooms: usize, claims: usize) -> Self {
        Self { rooms, edges: Vec::new(), leaving: vec![Vec::new(); 2 + rooms + claims], known: BTreeMap::new() }
    }

    fn place(&self, node: Node) -> usize {
        match node {
            Node::Source => 0,
            Node::Sink => 1,
            Node::Room(id) => 2 + id.index(),
            Node::Claim(position) => 2 + self.rooms + position,
        }
    }

    /// An edge that carries so much; opened once.
    pub(super) fn open(&mut self, from: Node, to: Node, room: i128) {
        let (from, to) = (self.place(from), self.place(to));
        if self.known.contains_key(&(from, to)) {
            return;
        }
        let at = self.edges.len();
        self.known.insert((from, to), at);
        self.edges.extend([Edge { to, left: room }, Edge { to: from, left: 0 }]);
        for (node, edge) in [(from, at), (to, at + 1)] {
            if let Some(leaving) = self.leaving.get_mut(node) {
                leaving.push(edge);
            }
        }
    }

    /// Fills the network. Whether it is certainly full: the work has a limit.
    pub(super) fn fill(&mut self) -> bool {
        let mut steps = 0;
        loop {
            let Some(way) = self.way(&mut steps) else { return steps < STEPS };
            let room = way.iter().filter_map(|edge| self.edges.get(*edge)).map(|it| it.left).min().unwrap_or(0);
            for edge in way {
                // The edge back is the other one of the pair.
                for (edge, by) in [(edge, -room), (edge ^ 1, room)] {
                    if let Some(it) = self.edges.get_mut(edge) {
                        it.left += by;
                    }
                }
            }
        }
    }

    /// The edges of a shortest way from the source to the sink on which something can still be carried.
    fn way(&self, steps: &mut usize) -> Option<Vec<usize>> {
        let mut by: Vec<Option<usize>> = vec![None; self.leaving.len()];
        let mut open = VecDeque::from([self.place(Node::Source)]);
        while let Some(node) = open.pop_front() {
            for at in self.leaving.get(node)? {
                *steps += 1;
                if *steps >= STEPS {
                    return None;
                }
                let edge = self.edges.get(*at).filter(|edge| edge.left > 0 && edge.to != self.place(Node::Source));
                if let Some(edge) = edge
                    && let Some(reached) = by.get_mut(edge.to).filter(|reached| reached.is_none())
                {
                    *reached = Some(*at);
                    open.push_back(edge.to);
                }
            }
        }
        let mut way = Vec::new();
        let mut node = self.place(Node::Sink);
        while node != self.place(Node::Source) {
            let at = by.get(node).copied().flatten()?;
            way.push(at);
            node = self.edges.get(at ^ 1)?.to;
        }
        Some(way)
    }

    /// How much flows into a node.
    pub(super) fn through(&self, node: Node) -> i128 {
        let place = self.place(node);
        let into = self.known.iter().filter(|((_, to), _)| *to == place);
        // What flowed stands on the edge back.
        into.filter_map(|(_, edge)| self.edges.get(edge ^ 1)).map(|back| back.left).sum()
    }
}
