//! The size of the program as it is delivered.

use end_to_end::desktop::program;

pub fn measure() {
    let bytes = std::fs::metadata(program()).expect("the program").len();
    println!("the program: {:.1} MB", bytes as f64 / 1e6);
}
