//! What can be done to a draft.

use serde::{Deserialize, Serialize};

/// What was done, as the history and the undo button name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// The draft was made.
    Create,
    /// Fields were filled in.
    Edit,
    /// Something was pasted.
    Paste,
    /// Cells were filled from their neighbours.
    Spread,
    /// Cells were emptied.
    Clear,
    /// A row, an item or a file was put elsewhere.
    Move,
    /// A row, an item or a text was deleted.
    Remove,
    /// The whole content was replaced.
    Put,
    /// Files were attached.
    Attach,
    /// A file was detached.
    Detach,
    /// Content came from a document.
    Import,
    /// Tables came from a workbook.
    Fill,
    /// What the checks found was repaired.
    Fix,
    /// Warnings were looked at, or are to be looked at again.
    Acknowledge,
    /// Content came from last year's draft.
    Roll,
    /// The draft moved over to the notice of its year.
    Adopt,
    /// A part came back as it was earlier.
    Restore,
    /// A piece of last year's content was taken for this year's.
    Confirm,
    /// Several were.
    ConfirmAll,
    /// A change was undone.
    Undo,
    /// An undone change was done again.
    Redo,
}

impl Operation {
    const ALL: [(Operation, &str, &str); 21] = [
        (Operation::Create, "create", "新建"),
        (Operation::Edit, "edit", "填写"),
        (Operation::Paste, "paste", "粘贴"),
        (Operation::Spread, "spread", "填充"),
        (Operation::Clear, "clear", "清除"),
        (Operation::Move, "move", "移动"),
        (Operation::Remove, "remove", "删除"),
        (Operation::Put, "put", "替换全部内容"),
        (Operation::Attach, "attach", "添加附件"),
        (Operation::Detach, "detach", "移除附件"),
        (Operation::Import, "import", "导入文档"),
        (Operation::Fill, "fill", "导入表格"),
        (Operation::Fix, "fix", "自动改正"),
        (Operation::Acknowledge, "acknowledge", "核对警告"),
        (Operation::Roll, "roll", "结转上年内容"),
        (Operation::Adopt, "adopt", "转到正式通知"),
        (Operation::Restore, "restore", "恢复"),
        (Operation::Confirm, "confirm", "确认沿用"),
        (Operation::ConfirmAll, "confirm_all", "全部确认沿用"),
        (Operation::Undo, "undo", "撤销"),
        (Operation::Redo, "redo", "重做"),
    ];

    /// The name in the file.
    pub fn key(self) -> &'static str {
        self.row().1
    }

    /// The name the user sees.
    pub fn label(self) -> &'static str {
        self.row().2
    }

    /// The operation of this name in the file.
    pub(super) fn from_key(key: &str) -> Option<Operation> {
        Operation::ALL.iter().find(|row| row.1 == key).map(|row| row.0)
    }

    fn row(self) -> &'static (Operation, &'static str, &'static str) {
        const ROWS: &[(Operation, &str, &str)] = &Operation::ALL;
        ROWS.iter().find(|row| row.0 == self).expect("every operation is listed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_json_has_the_names_of_the_file() {
        for (operation, key, _) in Operation::ALL {
            assert_eq!(serde_json::to_value(operation).unwrap(), key);
        }
    }
}
