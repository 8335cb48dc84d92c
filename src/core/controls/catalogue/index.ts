import type { Control } from '../control.ts'
import { aiAct } from './ai-act.ts'
import { gdpr } from './gdpr.ts'
import { iso27001 } from './iso27001.ts'
import { iso42001 } from './iso42001.ts'

/** Every control that is built in. */
export const CATALOGUE: readonly Control[] = [...iso27001, ...iso42001, ...gdpr, ...aiAct]
