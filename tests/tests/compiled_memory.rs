//! Reading a hostile file takes memory in proportion to its length: no promise of a large list is believed.

use peak_alloc::PeakAlloc;
use tiaoli::compiled::{HEADER, read, write};
use tiaoli::{compile, contents};
use tiaoli_tests::damage::frame;
use tiaoli_tests::generate::Random;
use tiaoli_tests::policy::package;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many bytes reading may take for each byte of the file.
const MOST_A_BYTE: usize = 64;

#[test]
fn reading_takes_no_more_than_a_fixed_multiple() {
    let package = package("crates/tiaoli-cli/tests/data/park");
    let file = write(&contents(&package, compile(&package).program.unwrap())).unwrap();
    let mut random = Random::new(11);
    for turn in 0..2000 {
        let mut body = file[HEADER..].to_vec();
        let at = random.below(body.len() as u64) as usize;
        let promise = [random.pick(&[0xdd, 0xdf, 0xdb, 0xc6]), 0x7f, 0xff, 0xff, 0xff];
        let end = (at + promise.len()).min(body.len());
        body.splice(at..end, promise);
        let hostile = frame(&file[..HEADER], &body);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let _read = read(&hostile);
        let used = MEMORY.peak_usage().saturating_sub(before);
        assert!(used < MOST_A_BYTE * file.len() + (1 << 20), "turn {turn}: {used} bytes for a file of {}", file.len());
    }
}
