//! The size of the stripped program.

use end_to_end::desktop::program;
use std::process::Command;

pub fn measure() {
    let folder = tempfile::tempdir().expect("a folder");
    let stripped = folder.path().join("stripped");
    let done = Command::new("strip").arg("-o").arg(&stripped).arg(program()).status();
    match done.is_ok_and(|status| status.success()) {
        true => {
            let bytes = std::fs::metadata(&stripped).expect("the program").len();
            println!("the stripped program: {:.1} MB", bytes as f64 / 1e6);
        }
        false => println!("the stripped program: there is no strip"),
    }
}
