// 使用手册, chapter by chapter.
import { begin } from './begin'
import { evidence } from './evidence'
import { experience } from './experience'
import { form } from './form'
import { keep } from './keep'
import { send } from './send'
import type { Chapter } from './types'

export const manual: Chapter[] = [begin, form, experience, evidence, send, keep]
