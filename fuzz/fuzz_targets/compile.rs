#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tiaoli_tests::hostile::compile(data));
