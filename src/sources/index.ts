import { mlflow } from './mlflow.ts'
import type { SourceKind } from './source-kind.ts'

/** Every kind of source, the first that recognises a path counts; each is loaded when a path of its own is met. */
export const SOURCES: readonly SourceKind[] = [mlflow]
