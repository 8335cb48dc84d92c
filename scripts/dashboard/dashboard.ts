import {
  BigValueColorMode,
  LegendDisplayMode,
  LegendPlacement,
  VizLegendOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common'
import * as grafana from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as StateTimeline } from '@grafana/grafana-foundation-sdk/statetimeline'
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table'
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries'

const DS = { type: 'prometheus', uid: `\${DS}` }
const MODEL = 'repo=~"$repo", model=~"$model"'
const GATE = `${MODEL}, gate=~"$gate"`
const DAY = 86_400

/** The last value of a selector, as far back as the variable `lookback` says: what is written by remote write has one sample for each run. */
const last = (name: string, labels: string) => `last_over_time(${name}{${labels}}[$lookback])`

const query = (expr: string, legend = '') =>
  new DataqueryBuilder().datasource(DS).expr(expr).legendFormat(legend).range().refId('A')
const now = (expr: string, legend = '') =>
  new DataqueryBuilder().datasource(DS).expr(expr).legendFormat(legend).instant().refId('A')
const rows = (expr: string) => now(expr).format(PromQueryFormat.Table)

const steps = (...steps: [number | null, string][]) =>
  new grafana.ThresholdsConfigBuilder()
    .mode(grafana.ThresholdsMode.Absolute)
    .steps(steps.map(([value, color]) => ({ value, color })))

const meaning = (no: string, yes: string, [bad, good] = ['red', 'green']): grafana.ValueMapping[] => [
  {
    type: grafana.MappingType.ValueToText,
    options: { '0': { text: no, color: bad, index: 0 }, '1': { text: yes, color: good, index: 1 } },
  },
]
const NO_YES = meaning('not passed', 'passed')
const legend = () =>
  new VizLegendOptionsBuilder().displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom).showLegend(true)
const stat = (title: string, description: string) =>
  new Stat()
    .title(title)
    .description(description)
    .datasource(DS)
    .colorMode(BigValueColorMode.Background)
    .noValue('none')
    .height(5)
const hidden = (...names: string[]) => ({
  id: 'organize',
  options: {
    excludeByName: Object.fromEntries(
      ['Time', 'Value', '__name__', 'job', 'instance', 'exported_job', ...names].map(name => [name, true]),
    ),
  },
})

const variable = (name: string, label: string, values: string) =>
  new grafana.QueryVariableBuilder(name)
    .label(label)
    .datasource(DS)
    .query(values)
    .refresh(grafana.VariableRefresh.OnTimeRangeChanged)
    .sort(grafana.VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ selected: true, text: 'All', value: '$__all' })
const LOOKBACKS = ['5m', '1d', '7d', '31d', '100d']

const MARKS = {
  promotion: { name: 'Promotions', title: 'Promoted', color: 'green', about: 'target' },
  demotion: { name: 'Demotions', title: 'Demoted', color: 'orange', about: 'target' },
  revocation: { name: 'Revocations', title: 'Revoked', color: 'red', about: 'model' },
} as const

const mark = (kind: keyof typeof MARKS) => {
  const { name, title, color, about } = MARKS[kind]
  return new grafana.AnnotationQueryBuilder()
    .name(name)
    .datasource(DS)
    .enable(true)
    .iconColor(color)
    .expr(`last_over_time(proofmark_last_${kind}_timestamp_seconds{repo=~"$repo"}[$lookback]) * 1000`)
    .useValueForTime(true)
    .step('60s')
    .titleFormat(title)
    .textFormat(`{{${about}}}`)
    .tagKeys(`repo,${about}`)
}

/** Classic JSON of the dashboard that `proofmark dashboard` writes: the program keeps the JSON, not the SDK that made it. */
export const dashboard = (): grafana.Dashboard =>
  new grafana.DashboardBuilder('Proofmark')
    .uid('proofmark')
    .description('Which models are certified, until when, what their gates found, and what production points at')
    .tags(['proofmark', 'machine-learning'])
    .timezone('browser')
    .refresh('1m')
    .time({ from: 'now-30d', to: 'now' })
    .editable()
    .withVariable(new grafana.DatasourceVariableBuilder('DS').label('Data source').type('prometheus'))
    .withVariable(variable('repo', 'Repository', 'label_values(proofmark_gate_passed, repo)'))
    .withVariable(variable('model', 'Model', 'label_values(proofmark_gate_passed{repo=~"$repo"}, model)'))
    .withVariable(variable('gate', 'Gate', `label_values(proofmark_gate_passed{${MODEL}}, gate)`))
    .withVariable(
      new grafana.CustomVariableBuilder('lookback')
        .label('Last value within')
        .description('5m for what Prometheus scrapes; as long as runs are apart for what is written by remote write')
        .values(LOOKBACKS.join(','))
        .current({ selected: true, text: '5m', value: '5m' })
        .options(LOOKBACKS.map(value => ({ selected: value === '5m', text: value, value }))),
    )
    .annotation(mark('promotion'))
    .annotation(mark('demotion'))
    .annotation(mark('revocation'))
    .withRow(new grafana.RowBuilder('Certificates'))
    .withPanel(
      stat('Last decision', 'Whether the last decision on the model was a certificate')
        .withTarget(now(last('proofmark_certification_passed', MODEL), '{{model}}'))
        .mappings(NO_YES)
        .thresholds(steps([null, 'red'], [1, 'green']))
        .span(8),
    )
    .withPanel(
      stat('Certificate expires in', 'Days until the last certificate of the model no longer holds')
        .withTarget(
          now(`(${last('proofmark_certificate_expiry_timestamp_seconds', MODEL)} - time()) / ${DAY}`, '{{model}}'),
        )
        .unit('d')
        .decimals(0)
        .thresholds(steps([null, 'red'], [0, 'orange'], [14, 'green']))
        .span(8),
    )
    .withPanel(
      stat('Last certified', 'Days since the model was last certified')
        .withTarget(
          now(`(time() - ${last('proofmark_last_certified_timestamp_seconds', MODEL)}) / ${DAY}`, '{{model}}'),
        )
        .unit('d')
        .decimals(0)
        .thresholds(steps([null, 'green'], [30, 'orange'], [90, 'red']))
        .span(8),
    )
    .withPanel(
      new Table()
        .title('Certificates')
        .description('The last certificate of each model: digests of the model, the certificate and the policy')
        .datasource(DS)
        .withTarget(rows(last('proofmark_certification_info', MODEL)))
        .withTransformation(hidden())
        .height(7)
        .span(14),
    )
    .withPanel(
      new Table()
        .title('In production')
        .description('What each target points at, as promoted last')
        .datasource(DS)
        .withTarget(rows(last('proofmark_production_info', 'repo=~"$repo"')))
        .withTransformation(hidden())
        .height(7)
        .span(10),
    )
    .withPanel(
      new StateTimeline()
        .title('Production is certified')
        .description(
          'Whether each target was last seen to point at a certified model: by a promotion, by proofmark watch, or by a revocation',
        )
        .datasource(DS)
        .withTarget(query(last('proofmark_production_certified', 'repo=~"$repo"'), '{{target}}'))
        .mappings(meaning('not certified', 'certified'))
        .thresholds(steps([null, 'red'], [1, 'green']))
        .height(6)
        .span(14),
    )
    .withPanel(
      stat('Revoked', 'Whether the last certificate of the model was revoked')
        .withTarget(now(last('proofmark_certificate_revoked', MODEL), '{{model}}'))
        .mappings(meaning('holds', 'revoked', ['green', 'red']))
        .thresholds(steps([null, 'green'], [1, 'red']))
        .height(6)
        .span(10),
    )
    .withRow(new grafana.RowBuilder('Gates'))
    .withPanel(
      new StateTimeline()
        .title('Gates')
        .description('Whether each gate passed. A gate that cannot tell has not passed')
        .datasource(DS)
        .withTarget(query(last('proofmark_gate_passed', GATE), '{{model}} {{gate}}'))
        .mappings(NO_YES)
        .thresholds(steps([null, 'red'], [1, 'green']))
        .height(8)
        .span(24),
    )
    .withPanel(
      new Table()
        .title('Verdicts')
        .description('The verdict of the last run of each gate')
        .datasource(DS)
        .withTarget(rows(`${last('proofmark_gate_verdict', GATE)} == 1`))
        .withTransformation(hidden())
        .height(8)
        .span(10),
    )
    .withPanel(
      new TimeSeries()
        .title('Checks by status')
        .description('Checks of all gates shown that failed, could not tell, or warned')
        .datasource(DS)
        .withTarget(
          query(`sum by (status) (${last('proofmark_gate_checks', `${GATE}, status!="pass"`)})`, '{{status}}'),
        )
        .legend(legend())
        .min(0)
        .decimals(0)
        .height(8)
        .span(14),
    )
    .withRow(new grafana.RowBuilder('Numbers'))
    .withPanel(
      new TimeSeries()
        .title('Scores')
        .description('What the checks measured')
        .datasource(DS)
        .withTarget(query(last('proofmark_gate_score', GATE), '{{model}} {{metric}}'))
        .legend(legend())
        .height(9)
        .span(12),
    )
    .withPanel(
      new TimeSeries()
        .title('Distance to the threshold')
        .description('Score less threshold: below zero fails a floor (>=), above zero a ceiling (<=)')
        .datasource(DS)
        .withTarget(
          query(
            `${last('proofmark_gate_score', GATE)} - on (repo, model, gate, metric) group_right () ${last('proofmark_gate_threshold', GATE)}`,
            '{{model}} {{metric}} {{comparator}}',
          ),
        )
        .legend(legend())
        .height(9)
        .span(12),
    )
    .withPanel(
      new TimeSeries()
        .title('Duration')
        .description('How long the last run of each gate took')
        .datasource(DS)
        .withTarget(query(last('proofmark_gate_duration_seconds', GATE), '{{model}} {{gate}}'))
        .legend(legend())
        .unit('s')
        .min(0)
        .height(7)
        .span(12),
    )
    .withPanel(
      new TimeSeries()
        .title('Time since the last run')
        .description('How long ago each gate last ran')
        .datasource(DS)
        .withTarget(query(`time() - ${last('proofmark_gate_last_run_timestamp_seconds', GATE)}`, '{{model}} {{gate}}'))
        .legend(legend())
        .unit('s')
        .min(0)
        .height(7)
        .span(12),
    )
    .build()
