import { cacheProbe } from './cache-probe.ts'
import { dvcProbe } from './dvc-probe.ts'
import { encryptionProbe } from './encryption-probe.ts'
import { githubProbe } from './github-probe.ts'
import { httpsProbe } from './https-probe.ts'
import { lakefs } from './lakefs.ts'
import { logProbe } from './log-probe.ts'
import { mlflow } from './mlflow.ts'
import { monitoringProbe } from './monitoring-probe.ts'
import { nodeProbe } from './node-probe.ts'
import { osvProbe } from './osv-probe.ts'
import { policyProbe } from './policy-probe.ts'
import type { ProbeKind } from './probe-kind.ts'
import { prometheusProbe } from './prometheus-probe.ts'
import { s3Probe } from './s3-probe.ts'
import { signingProbe } from './signing-probe.ts'
import { timestampProbe } from './timestamp-probe.ts'

/** Every kind of probe; each is loaded where the settings or the environment configure what it asks. */
export const PROBES: readonly ProbeKind[] = [
  nodeProbe,
  cacheProbe,
  signingProbe,
  timestampProbe,
  encryptionProbe,
  githubProbe,
  policyProbe,
  logProbe,
  s3Probe,
  httpsProbe,
  dvcProbe,
  prometheusProbe,
  monitoringProbe,
  osvProbe,
  lakefs,
  mlflow,
]
