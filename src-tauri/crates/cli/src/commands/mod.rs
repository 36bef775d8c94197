//! One command, one file.

mod acknowledge;
mod adopt;
mod attach;
mod backup;
mod backups;
mod carried;
mod changes;
mod check;
mod copy;
mod count;
mod demo;
mod detach;
mod edition;
mod edition_read;
mod editions;
mod export;
mod feedback;
mod fill;
mod history;
mod import;
mod new;
mod print_pages;
mod put;
mod recover;
mod restore;
mod roll;
mod rules;
mod schema;
mod show;
mod summary;
mod verify;
mod xlsx;

use crate::failure::{Failure, Outcome};
use clap::Subcommand;
use std::io::Write;

/// What can be asked for.
#[derive(Subcommand)]
pub enum Command {
    New(new::New),
    Show(show::Show),
    Put(put::Put),
    Schema(schema::Schema),
    Attach(attach::Attach),
    Detach(detach::Detach),
    Copy(copy::Copy),
    Backup(backup::Backup),
    Backups(backups::List),
    Recover(recover::Recover),
    Check(check::Check),
    Acknowledge(acknowledge::Acknowledge),
    Rules(rules::Rules),
    Count(count::Count),
    Export(export::Export),
    PrintPages(print_pages::PrintPages),
    Xlsx(xlsx::Xlsx),
    Fill(fill::Fill),
    Summary(summary::Summary),
    Changes(changes::Changes),
    History(history::History),
    Restore(restore::Restore),
    Import(import::Import),
    Verify(verify::Verify),
    Roll(roll::Roll),
    Carried(carried::Carried),
    Adopt(adopt::Adopt),
    Demo(demo::Demo),
    Editions(editions::List),
    Edition(edition::Edition),
    Feedback(feedback::Feedback),
}

impl Command {
    /// Does it, writing results to `out`.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        match self {
            Command::New(command) => command.run(),
            Command::Show(command) => command.run(out),
            Command::Put(command) => command.run(),
            Command::Schema(command) => command.run(out),
            Command::Attach(command) => command.run(out),
            Command::Detach(command) => command.run(),
            Command::Copy(command) => command.run(),
            Command::Backup(command) => command.run(out),
            Command::Backups(command) => command.run(out),
            Command::Recover(command) => command.run(out),
            Command::Check(command) => command.run(out),
            Command::Acknowledge(command) => command.run(out),
            Command::Rules(command) => command.run(out),
            Command::Count(command) => command.run(out),
            Command::Export(command) => command.run(out),
            Command::PrintPages(command) => command.run(),
            Command::Xlsx(command) => command.run(),
            Command::Fill(command) => command.run(out),
            Command::Summary(command) => command.run(),
            Command::Changes(command) => command.run(out),
            Command::History(command) => command.run(out),
            Command::Restore(command) => command.run(),
            Command::Import(command) => command.run(out),
            Command::Verify(command) => command.run(out),
            Command::Roll(command) => command.run(out),
            Command::Carried(command) => command.run(out),
            Command::Adopt(command) => command.run(out),
            Command::Demo(command) => command.run(),
            Command::Editions(command) => command.run(out),
            Command::Edition(command) => command.run(out),
            Command::Feedback(command) => command.run(out),
        }
    }
}
