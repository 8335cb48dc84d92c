import { dvc } from './dvc.ts'
import { httpsKind } from './https/https-kind.ts'
import { lakefs } from './lakefs.ts'
import { mlflow } from './mlflow.ts'
import { s3Kind } from './s3/s3-kind.ts'
import type { SourceKind } from './source-kind.ts'

/** Every kind of source, the first that recognises a path counts; each is loaded when a path of its own is met. */
export const SOURCES: readonly SourceKind[] = [s3Kind, httpsKind, lakefs, mlflow, dvc]
