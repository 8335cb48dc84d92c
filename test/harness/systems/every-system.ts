import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RealLakefs, realLakefs } from '../../lakefs/real-lakefs.ts'
import { type MonitoringStack, monitoringStack, versionOf } from '../../prometheus/monitoring-stack.ts'
import { startVersitygw } from '../../sources/versitygw.ts'
import { ROOT } from '../credit.ts'
import { type MlflowServer, mlflowServer } from '../mlflow-server.ts'

/** The servers that a team has beside Proofmark, each the real program, on the loopback interface. */
export interface EverySystem {
  readonly mlflow: Readonly<Record<2 | 3, MlflowServer>>
  readonly lakefs: RealLakefs
  readonly s3: Awaited<ReturnType<typeof startVersitygw>>
  readonly monitoring: MonitoringStack
  /** What each says of its version; of one that says nothing, the one that its script builds. */
  readonly versions: readonly string[]
  close(): Promise<void>
}

/** Starts all of them at once, Prometheus with the rules of a file; those that could be started are ended where one could not. */
export async function everySystem(folder: string, rules: string): Promise<EverySystem> {
  const started: (() => unknown)[] = []
  const closing = async <T>(starting: Promise<T>, close: (server: T) => unknown): Promise<T> => {
    const server = await starting
    started.push(() => close(server))
    return server
  }
  const close = async () => void (await Promise.all(started.map(end => end())))
  const settled = await Promise.allSettled([
    closing(mlflowServer({ major: 2, folder: join(folder, 'mlflow-2') }), server => server.close()),
    closing(mlflowServer({ major: 3, folder: join(folder, 'mlflow-3') }), server => server.close()),
    closing(realLakefs(join(folder, 'lakefs'), 'a-token-of-lakefs'), server => server.close()),
    closing(startVersitygw(), server => server.stop()),
    closing(monitoringStack(join(folder, 'monitoring'), rules), stack => stack.close()),
  ] as const)
  const failed = settled.find(({ status }) => status === 'rejected')
  const [two, three, lakefs, s3, monitoring] = settled.map(one => ('value' in one ? one.value : undefined)) as [
    MlflowServer,
    MlflowServer,
    RealLakefs,
    Awaited<ReturnType<typeof startVersitygw>>,
    MonitoringStack,
  ]
  if (failed?.status === 'rejected') {
    await close()
    throw failed.reason
  }
  const { json } = await lakefs.ask('GET', '/config/version')
  const [, gateway] = /versitygw@(v[\d.]+)/.exec(readFileSync(join(ROOT, 'scripts/get-versitygw.sh'), 'utf8')) ?? []
  const versions = [
    `MLflow ${two.version}`,
    `MLflow ${three.version}`,
    `lakeFS ${json.version}`,
    `versitygw ${gateway}`,
    ...(['prometheus', 'prometheus-pushgateway', 'prometheus-alertmanager'] as const).map(versionOf),
  ]
  return { mlflow: { 2: two, 3: three }, lakefs, s3, monitoring, versions, close }
}
