/** What we write of CycloneDX 1.6 (ECMA-424, 1st edition). */
export interface Bom {
  readonly $schema: string
  readonly bomFormat: 'CycloneDX'
  readonly specVersion: '1.6'
  readonly serialNumber: string
  readonly version: 1
  readonly metadata: {
    readonly timestamp: string
    readonly tools: {
      readonly components: readonly { readonly type: 'application'; readonly name: string; readonly version: string }[]
    }
    readonly component?: Component
    readonly properties?: readonly Property[]
  }
  readonly components: readonly Component[]
  readonly compositions: readonly { readonly aggregate: 'unknown'; readonly assemblies: readonly string[] }[]
  readonly vulnerabilities?: readonly Vulnerability[]
}

export interface Property {
  readonly name: string
  readonly value: string
}

export interface Component {
  readonly type: 'machine-learning-model' | 'data' | 'library' | 'file'
  readonly 'bom-ref': string
  readonly name: string
  readonly version?: string
  readonly purl?: string
  readonly hashes?: readonly { readonly alg: 'SHA-256'; readonly content: string }[]
  readonly modelCard?: ModelCard
  readonly data?: readonly [Dataset]
  readonly components?: readonly Component[]
  readonly properties?: readonly Property[]
}

export interface Dataset {
  readonly type: 'dataset'
  readonly name: string
  readonly sensitiveData?: readonly string[]
}

export interface ModelCard {
  readonly modelParameters: {
    readonly approach: { readonly type: 'supervised' }
    readonly task: string
    readonly datasets?: readonly { readonly ref: string }[]
  }
  readonly quantitativeAnalysis?: { readonly performanceMetrics: readonly PerformanceMetric[] }
  readonly considerations?: {
    readonly users?: readonly string[]
    readonly useCases?: readonly string[]
    readonly technicalLimitations?: readonly string[]
    readonly ethicalConsiderations?: readonly { readonly name: string }[]
  }
}

/** All values are texts, as the specification has it. */
export interface PerformanceMetric {
  readonly type: string
  readonly value: string
  readonly slice?: string
  readonly confidenceInterval?: { readonly lowerBound: string; readonly upperBound: string }
}

/** A known vulnerability; `analysis` is its VEX statement. */
export interface Vulnerability {
  readonly 'bom-ref': string
  readonly id: string
  readonly source: { readonly name: string }
  readonly references?: readonly { readonly id: string; readonly source: { readonly name: string } }[]
  readonly ratings: readonly { readonly severity: string }[]
  readonly recommendation?: string
  readonly analysis: Analysis
  readonly affects: readonly {
    readonly ref: string
    readonly versions: readonly { readonly version: string; readonly status: 'affected' | 'unaffected' }[]
  }[]
}

/** A VEX statement: what somebody has found out about a vulnerability where it is. */
export interface Analysis {
  readonly state: 'in_triage' | 'exploitable' | 'not_affected' | 'false_positive'
  readonly justification?: string
  readonly response?: readonly ['will_not_fix']
  readonly detail: string
}
