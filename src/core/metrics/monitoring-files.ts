import { stringify } from 'yaml'
import { alertRules } from './alert-rules.ts'
import dashboard from './dashboard.json' with { type: 'json' }

export interface MonitoringOptions {
  /** How far back a sample counts, as PromQL has it; what is scraped needs none. */
  readonly lookback?: string | undefined
  /** Address by which Grafana reaches Prometheus. */
  readonly prometheus: string
  /** Folder in which Grafana will find the dashboard. */
  readonly dashboards: string
}

/** What a Prometheus and a Grafana are given, by path: rules, the dashboard, and the files by which Grafana finds both. */
export const monitoringFiles = ({ lookback, prometheus, dashboards }: MonitoringOptions): Map<string, string> =>
  new Map([
    ['prometheus/proofmark.rules.yml', alertRules(lookback)],
    ['grafana/dashboards/proofmark.json', `${JSON.stringify(lookingBack(lookback), null, 2)}\n`],
    [
      'grafana/provisioning/dashboards/proofmark.yml',
      stringify({
        apiVersion: 1,
        providers: [
          {
            name: 'proofmark',
            folder: 'Proofmark',
            type: 'file',
            allowUiUpdates: false,
            options: { path: dashboards },
          },
        ],
      }),
    ],
    [
      'grafana/provisioning/datasources/prometheus.yml',
      stringify({
        apiVersion: 1,
        datasources: [{ name: 'Prometheus', type: 'prometheus', access: 'proxy', url: prometheus, isDefault: true }],
      }),
    ],
  ])

/** The dashboard, its variable `lookback` set. */
function lookingBack(lookback: string | undefined) {
  if (lookback === undefined) return dashboard
  const list = dashboard.templating.list.map(variable =>
    variable.name === 'lookback'
      ? { ...variable, query: lookback, current: { selected: true, text: lookback, value: lookback }, options: [] }
      : variable,
  )
  return { ...dashboard, templating: { list } }
}
