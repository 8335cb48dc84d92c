import { stringify } from 'yaml'

/** One alert: PromQL in which `<…>` marks a selector, what it says, and for how long it must hold. */
interface Alert {
  readonly name: string
  readonly expr: string
  readonly for: string
  readonly severity: 'critical' | 'warning' | 'info'
  readonly summary: string
  readonly description: string
}

const ALERTS: readonly Alert[] = [
  {
    name: 'ProofmarkGateFailed',
    expr: '<proofmark_gate_verdict{verdict="failed"}> == 1',
    for: '0m',
    severity: 'warning',
    summary: 'Gate {{ $labels.gate }} failed for {{ $labels.model }}',
    description:
      'The last run of {{ $labels.gate }} in {{ $labels.repo }} failed. Its report says which check, and why.',
  },
  {
    name: 'ProofmarkGateInconclusive',
    expr: '<proofmark_gate_verdict{verdict="inconclusive"}> == 1',
    for: '0m',
    severity: 'warning',
    summary: 'Gate {{ $labels.gate }} could not tell for {{ $labels.model }}',
    description:
      'The last run of {{ $labels.gate }} in {{ $labels.repo }} had too little to decide on. Its report says what it needs.',
  },
  {
    name: 'ProofmarkCertificationRefused',
    expr: '<proofmark_certification_passed> == 0',
    for: '0m',
    severity: 'warning',
    summary: 'No certificate for {{ $labels.model }}',
    description:
      'The last decision on {{ $labels.model }} in {{ $labels.repo }} was a refusal. An earlier certificate still stands.',
  },
  {
    name: 'ProofmarkCertificateExpiring',
    expr: '<proofmark_certificate_expiry_timestamp_seconds> - time() < 14 * 86400 and <proofmark_certificate_expiry_timestamp_seconds> > time()',
    for: '0m',
    severity: 'warning',
    summary: 'The certificate of {{ $labels.model }} expires soon',
    description: 'It holds for less than 14 days. Certify {{ $labels.model }} of {{ $labels.repo }} again.',
  },
  {
    name: 'ProofmarkCertificateExpired',
    expr: '<proofmark_certificate_expiry_timestamp_seconds> <= time()',
    for: '0m',
    severity: 'critical',
    summary: 'The certificate of {{ $labels.model }} has expired',
    description: 'Certify {{ $labels.model }} of {{ $labels.repo }} again, or take it out of production.',
  },
  {
    name: 'ProofmarkCertificateRevoked',
    expr: '<proofmark_certificate_revoked> == 1',
    for: '0m',
    severity: 'critical',
    summary: 'The certificate of {{ $labels.model }} was revoked',
    description:
      'Take {{ $labels.model }} of {{ $labels.repo }} out of production where it is, and certify a model that may be there.',
  },
  {
    name: 'ProofmarkProductionUncertified',
    expr: '<proofmark_production_certified> == 0',
    for: '0m',
    severity: 'critical',
    summary: '{{ $labels.target }} points at what is not certified',
    description:
      'Its certificate was revoked or has expired, somebody pointed it there by other means, or it could not be told. Run proofmark watch, or demote it.',
  },
  {
    name: 'ProofmarkWatchStopped',
    expr: 'time() - <proofmark_last_watch_timestamp_seconds> > 2 * 86400',
    for: '0m',
    severity: 'warning',
    summary: 'Nobody has looked at {{ $labels.target }} for two days',
    description: 'See whether proofmark watch still runs for {{ $labels.repo }}, and what it says.',
  },
  {
    name: 'ProofmarkNoRecentCertification',
    expr: 'time() - <proofmark_last_certified_timestamp_seconds> > 30 * 86400',
    for: '1h',
    severity: 'warning',
    summary: '{{ $labels.model }} was not certified for 30 days',
    description: 'See whether the workflow of {{ $labels.repo }} still runs.',
  },
  {
    name: 'ProofmarkMetricsMissing',
    expr: 'absent(<proofmark_gate_passed>)',
    for: '1h',
    severity: 'warning',
    summary: 'There are no metrics of Proofmark',
    description:
      'No gate has reported. Check that the Pushgateway runs, keeps what it has (--persistence.file), and is scraped.',
  },
]

/**
 * A rules file of Prometheus. What is scraped (a Pushgateway, a textfile) is there at any time; what is written by remote write has one
 * sample for each run, and is looked for as far back as `lookback` says: 31d.
 */
export const alertRules = (lookback?: string): string =>
  `# Alerts on the metrics of Proofmark. Written by: proofmark dashboard\n${stringify(
    {
      groups: [
        {
          name: 'proofmark',
          rules: ALERTS.map(({ name, expr, for: held, severity, summary, description }) => ({
            alert: name,
            expr: expr.replaceAll(/<(\w+(?:\{[^}]*\})?)>/g, (_, selector) =>
              lookback === undefined ? selector : `last_over_time(${selector}[${lookback}])`,
            ),
            ...(held === '0m' ? {} : { for: held }),
            labels: { severity },
            annotations: { summary, description },
          })),
        },
      ],
    },
    { lineWidth: 0 },
  )}`

export const ALERT_NAMES: readonly string[] = ALERTS.map(({ name }) => name)
