import { mlflow } from './mlflow.ts'
import type { RecipientKind } from './recipient-kind.ts'

/** Every kind of recipient; each is loaded when the settings name it. */
export const RECIPIENTS: readonly RecipientKind[] = [mlflow]
