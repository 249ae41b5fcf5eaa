//! the one JSON boundary: application in, decision out; knows no parser
