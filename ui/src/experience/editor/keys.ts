// The keys of a section's text, besides those of its headings, lists and tables.
import { Extension } from '@tiptap/core'
import { AllSelection, TextSelection } from '@tiptap/pm/state'

/** Undo and redo are the application's; what the browser would do of itself must not happen. */
export const sectionKeys = Extension.create({
  name: 'sectionKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      'Mod-z': () => true,
      'Mod-y': () => true,
      'Mod-Shift-z': () => true,
      'Mod-Alt-0': () => this.editor.commands.setParagraph(),
      'Mod-Shift-7': () => this.editor.commands.toggleOrderedList(),
      'Mod-Shift-8': () => this.editor.commands.toggleBulletList(),
      'Mod-,': () => this.editor.commands.toggleSubscript(),
      'Mod-.': () => this.editor.commands.toggleSuperscript(),
      // Enter over a selection takes it away first: a line cannot be split from a paragraph into a list.
      Enter: () => {
        const { selection } = this.editor.state
        const spans =
          (selection instanceof TextSelection || selection instanceof AllSelection) &&
          !selection.$from.sameParent(selection.$to)
        if (spans) this.editor.commands.deleteSelection()
        return false
      },
    }
  },
})
