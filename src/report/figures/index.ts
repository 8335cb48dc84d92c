import type { Evidence } from '../../core/evidence.ts'
import { dataFigure } from './data.ts'
import { driftFigure } from './drift.ts'
import { modelFigure } from './model.ts'
import { performanceFigure } from './performance.ts'
import { securityFigure } from './security.ts'
import { seriesFigure } from './series.ts'

/** The picture that belongs to a gate's evidence, as Markdown that renders wherever GitHub shows it; empty where there is nothing to see. */
export function figures(evidence: Evidence): string {
  if (evidence.result === null) return ''
  switch (evidence.gate) {
    case 'data-validate':
      return dataFigure(evidence.result)
    case 'model-certify':
      return modelFigure(evidence.result, evidence.checks)
    case 'security-scan':
      return securityFigure(evidence.result, evidence.checks)
    case 'drift-compare':
      return [
        driftFigure(evidence.result),
        evidence.result.performance ? performanceFigure(evidence.result.performance) : '',
        evidence.result.series ? seriesFigure(evidence.result.series) : '',
      ]
        .filter(text => text !== '')
        .join('\n\n')
  }
}
