import { grafana } from './grafana.ts'
import { lakefs } from './lakefs.ts'
import { mlflow } from './mlflow.ts'
import { pushgateway } from './pushgateway.ts'
import type { RecipientKind } from './recipient-kind.ts'
import { remoteWrite } from './remote-write.ts'
import { textfile } from './textfile.ts'

/** Every kind of recipient; each is loaded when the settings name it. */
export const RECIPIENTS: readonly RecipientKind[] = [pushgateway, textfile, remoteWrite, grafana, lakefs, mlflow]
