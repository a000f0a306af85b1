#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| unscrape_fuzz::jsonl(input));
