//! upkeep of the house: tidy
fn main() {}
