//! `tiaoli fmt` over files, folders and standard input.

use crate::common::{PARK, Ran, tiaoli};
use std::path::Path;
use tiaoli_cli::Exit;

const ROUGH: &str = "# 甲\n条款 3.3 \"平台\" 每 项目 {\n3.3.a 限 在我区;   # 乙\n}\n";
const SMOOTH: &str = "# 甲\n条款 3.3 “平台” 每 项目 {\n  3.3.a 限 在我区；  # 乙\n}\n";
const BROKEN: &str = "条款 3.3 每 项目 {\n  3.3.a 限 在我区\n}\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn fmt(folder: &Path, more: &[&str]) -> Ran {
    let mut arguments = vec!["fmt", folder.to_str().unwrap()];
    arguments.extend(more);
    tiaoli(&arguments, b"")
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn files_below_a_folder_are_laid_out_in_place() {
    let at = folder(&[("a.tiaoli", ROUGH), ("b/c.tiaoli", SMOOTH), ("notes.txt", ROUGH), (".old/d.tiaoli", ROUGH)]);
    let first = fmt(at.path(), &[]);
    assert_eq!(first.exit, Exit::Fine, "{first:?}");
    assert!(first.stdout.ends_with("1 files changed, 0 do not read, 1 were laid out\n"), "{first:?}");
    assert_eq!(read(at.path(), "a.tiaoli"), SMOOTH);
    for untouched in ["notes.txt", ".old/d.tiaoli"] {
        assert_eq!(read(at.path(), untouched), ROUGH);
    }
    let names: Vec<_> = std::fs::read_dir(at.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(names.len(), 4, "nothing is left beside: {names:?}");
    assert!(fmt(at.path(), &[]).stdout.starts_with("0 files changed"));
}

#[test]
fn check_changes_nothing_and_names_the_first_line() {
    let at = folder(&[("a.tiaoli", ROUGH), ("b.tiaoli", SMOOTH)]);
    let checked = fmt(at.path(), &["--check"]);
    assert_eq!(checked.exit, Exit::Findings);
    assert!(checked.stdout.contains("a.tiaoli:2 not laid out\n"), "{checked:?}");
    assert!(!checked.stdout.contains("b.tiaoli"), "{checked:?}");
    assert_eq!(read(at.path(), "a.tiaoli"), ROUGH);
    let fine = fmt(&at.path().join("b.tiaoli"), &["--check"]);
    assert_eq!((fine.exit, fine.stdout.as_str()), (Exit::Fine, ""));
}

#[test]
fn a_file_that_does_not_read_stays_and_the_others_go_on() {
    let at = folder(&[("a.tiaoli", BROKEN), ("b.tiaoli", ROUGH)]);
    let ran = fmt(at.path(), &[]);
    assert_eq!(ran.exit, Exit::Findings);
    assert!(ran.stderr.contains("T0206"), "{ran:?}");
    assert_eq!(read(at.path(), "a.tiaoli"), BROKEN);
    assert_eq!(read(at.path(), "b.tiaoli"), SMOOTH);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let ran = tiaoli(&["fmt", "-"], ROUGH.as_bytes());
    assert_eq!((ran.exit, ran.stdout.as_str()), (Exit::Fine, SMOOTH));
    assert_eq!(tiaoli(&["fmt", "-", "--check"], ROUGH.as_bytes()).exit, Exit::Findings);
    assert_eq!(tiaoli(&["fmt", "-", "--check"], SMOOTH.as_bytes()).exit, Exit::Fine);
    let broken = tiaoli(&["fmt", "-"], BROKEN.as_bytes());
    assert_eq!(broken.exit, Exit::Findings);
    assert!(!broken.stdout.contains("条款"), "{broken:?}");
    assert_eq!(tiaoli(&["fmt", "-"], b"\xff").exit, Exit::Findings);
}

#[test]
fn what_cannot_be_opened_or_is_no_policy_is_a_fault_of_the_command_line() {
    let at = folder(&[("a.txt", ROUGH)]);
    for path in ["a.txt", "none.tiaoli"] {
        assert_eq!(fmt(&at.path().join(path), &[]).exit, Exit::Usage, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let at = folder(&[("a.tiaoli", ROUGH)]);
    let (file, link) = (at.path().join("a.tiaoli"), at.path().join("l.tiaoli"));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(fmt(&link, &[]).exit, Exit::Fine);
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(read(at.path(), "a.tiaoli"), SMOOTH);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    std::fs::write(&file, ROUGH).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o440)).unwrap();
    assert_eq!(fmt(&file, &[]).exit, Exit::Usage);
    assert_eq!(read(at.path(), "a.tiaoli"), ROUGH);
}

#[test]
fn a_new_package_is_laid_out() {
    for folder in [PARK, "template"] {
        let ran = tiaoli(&["fmt", folder, "--check"], b"");
        assert_eq!(ran.exit, Exit::Fine, "{ran:?}");
    }
}
