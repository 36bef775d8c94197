//! A small blocking WebDriver client (W3C WebDriver 2), just what the tests need.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::fmt;
use std::time::Duration;

/// Longer than any script may take; an answer that takes longer will not come.
const TIMEOUT: Duration = Duration::from_secs(60);

/// The largest answer, in bytes: a screenshot.
const LIMIT: u64 = 64 << 20;

/// The key under which an element's id stands (§12.2).
pub(super) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Why a command failed.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The error code of the specification (§6.6), such as `stale element reference`; `no answer` if the driver said
    /// nothing.
    pub error: String,
    /// What it says.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.message)
    }
}

/// A session with the program.
pub(super) struct Session {
    agent: ureq::Agent,
    address: String,
}

impl Session {
    /// Has the driver at this port start what the capabilities name.
    pub fn open(port: u16, capabilities: Value) -> Result<Session, Fault> {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(TIMEOUT))
            .proxy(None);
        let mut session =
            Session { agent: config.build().into(), address: format!("http://127.0.0.1:{port}/session") };
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = session.call(|agent| agent.post(&session.address).send_json(wanted))?;
        let id = opened["sessionId"].as_str().expect("a session has an id");
        session.address = format!("{}/{id}", session.address);
        Ok(session)
    }

    /// Asks for something.
    pub fn get(&self, path: &str) -> Result<Value, Fault> {
        self.call(|agent| agent.get(format!("{}/{path}", self.address)).call())
    }

    /// Has something done.
    pub fn post(&self, path: &str, body: Value) -> Result<Value, Fault> {
        self.call(|agent| agent.post(format!("{}/{path}", self.address)).send_json(&body))
    }

    fn call(
        &self,
        send: impl FnOnce(&ureq::Agent) -> Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<Value, Fault> {
        let silent = |error: ureq::Error| Fault { error: "no answer".into(), message: error.to_string() };
        let mut response = send(&self.agent).map_err(silent)?;
        let mut body: Value = response.body_mut().with_config().limit(LIMIT).read_json().map_err(silent)?;
        let value = body["value"].take();
        if response.status().is_success() {
            return Ok(value);
        }
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        Err(Fault { error: text("error"), message: text("message") })
    }
}

/// The bytes of a screenshot.
pub(super) fn decoded(screenshot: &Value) -> Vec<u8> {
    BASE64_STANDARD.decode(screenshot.as_str().expect("Base64")).expect("Base64")
}
