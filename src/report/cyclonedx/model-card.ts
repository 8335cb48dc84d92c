import type { Evidence } from '../../core/evidence.ts'
import type { ModelCard, PerformanceMetric } from './bom.ts'

type ModelEvidence = Extract<Evidence, { gate: 'model-certify' }>

/** The model card that model-certify's evidence bears out: nothing in it is what somebody says of the model. */
export function modelCard(evidence: ModelEvidence, refOf: (file: string) => string): ModelCard | undefined {
  const { result, materials } = evidence
  if (!result) return undefined
  const performanceMetrics = result.metrics.flatMap(({ id, value, interval }): PerformanceMetric[] =>
    value === null
      ? []
      : [
          {
            type: id,
            value: String(value),
            ...(interval && {
              confidenceInterval: { lowerBound: String(interval[0]), upperBound: String(interval[1]) },
            }),
          },
        ],
  )
  const datasets = materials.filter(({ role }) => role === 'predictions').map(({ name }) => ({ ref: refOf(name) }))
  return {
    modelParameters: {
      approach: { type: 'supervised' },
      task: `${result.task} classification`,
      ...(datasets.length > 0 && { datasets }),
    },
    ...(performanceMetrics.length > 0 && { quantitativeAnalysis: { performanceMetrics } }),
  }
}
