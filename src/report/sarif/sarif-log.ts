/** What we write of SARIF 2.1.0 (OASIS Standard, 27 March 2020). */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly [SarifRun]
}

interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string
      readonly version: string
      readonly semanticVersion: string
      readonly informationUri: string
      readonly rules: readonly SarifRule[]
    }
  }
  readonly automationDetails: { readonly id: string }
  readonly columnKind: 'utf16CodeUnits'
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean
      readonly toolExecutionNotifications?: readonly { readonly level: Level; readonly message: Text }[]
    },
  ]
  readonly results: readonly SarifResult[]
}

export type Level = 'error' | 'warning'

interface Text {
  readonly text: string
}

/** A kind of finding. `security-severity` is 0.1 to 10, as text: GitHub sorts alerts by it. */
export interface SarifRule {
  readonly id: string
  readonly shortDescription: Text
  readonly fullDescription: Text
  readonly help: Text & { readonly markdown: string }
  readonly defaultConfiguration: { readonly level: Level }
  readonly properties: {
    readonly tags: readonly string[]
    /** Ids of the controls that checks of the rule bear on. */
    readonly controls?: readonly string[]
    readonly precision: 'high' | 'medium'
    readonly 'problem.severity'?: Level
    readonly 'security-severity'?: string
  }
}

/** One finding. Lines and columns are 1-based; a file without lines is pointed at by its first character. */
export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: Level
  readonly message: Text
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId: '%SRCROOT%' }
        readonly region: {
          readonly startLine: number
          readonly startColumn: number
          readonly endLine: number
          readonly endColumn: number
        }
      }
    },
  ]
  readonly partialFingerprints: { readonly primaryLocationLineHash: string }
  readonly suppressions?: readonly [
    { readonly kind: 'external'; readonly status: 'accepted'; readonly justification: string },
  ]
}
