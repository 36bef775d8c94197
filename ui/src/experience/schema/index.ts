// The closed schema of the 典型经验: the tree of the core (form/rich_text/tree.rs).
import { getSchema, type AnyExtension } from '@tiptap/core'
import { blockExtensions, type Views } from './blocks'
import { textExtensions } from './text'

export const schemaExtensions = (views?: Views): AnyExtension[] => [...textExtensions, ...blockExtensions(views)]

/** The schema by itself, for reading and writing without an editor. */
export const schema = getSchema(schemaExtensions())
