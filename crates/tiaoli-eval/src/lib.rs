//! the program as data, and what it means: claim, settle, trace. Knows no parser, no file, no clock
