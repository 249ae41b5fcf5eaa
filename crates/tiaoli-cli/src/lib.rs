//! the command line: reads files and prints; decides nothing
