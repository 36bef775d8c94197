//! What is wrong with a screen as it is.

use end_to_end::desktop::{Desk, Options, screenshots};
use serde_json::Value;

/// Looks at screens of one size and colour.
pub struct Judge {
    look: String,
    /// axe-core takes a second a screen and sees no more in a larger window.
    asks_axe: bool,
}

/// What a look at the page finds: widths that do not fit, texts cut off without the whole of them on pointing, English.
const FAULTS: &str = include_str!("faults.js");

/// Until nothing moves and every picture in sight is there.
const AT_REST: &str = "
const moving = document.getAnimations().some((one) => one.playState === 'running' && one.effect.getComputedTiming().iterations !== Infinity);
const pictures = [...document.images].filter((one) => one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().bottom > 0);
return !moving && pictures.every((one) => one.complete) && !document.querySelector('[aria-busy=true]');";

impl Judge {
    /// For the size and colour of a start.
    pub fn of(options: &Options) -> Judge {
        let (width, height) = options.size;
        let colour = if options.dark { "dark" } else { "light" };
        Judge { look: format!("{width}x{height}-{colour}"), asks_axe: width < 1500 }
    }

    /// Keeps a picture of the screen and says what is wrong with it.
    #[track_caller]
    pub fn look(&self, desk: &Desk, name: &str) -> Vec<String> {
        desk.until(AT_REST, &[]);
        desk.screenshot(&screenshots(&format!("screens/{name}-{}", self.look)));
        let faults = desk.run(FAULTS, &[]);
        let faults = faults.as_array().into_iter().flatten().filter_map(Value::as_str);
        let mut all: Vec<String> = faults.map(str::to_owned).collect();
        if self.asks_axe {
            all.extend(desk.axe().iter().map(ToString::to_string));
        }
        all
    }
}
