//! The command line as data: each file in `tests/cmd` is one case, and the README's console blocks are too.

#[test]
fn command_line() {
    trycmd::TestCases::new().case("tests/cmd/*.toml").case("README.md");
}
