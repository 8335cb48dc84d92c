import type { ScannedContent } from '../core/security/scan-content.ts'
import { packDependencies, type SentDependencies, unpackDependencies } from './sent-dependencies.ts'

/** What was scanned, as it goes from process to process. */
export interface SentContent {
  readonly content: Omit<ScannedContent, 'dependencies'>
  readonly dependencies?: SentDependencies
}

export const packContent = ({ dependencies, ...content }: ScannedContent): SentContent => ({
  content,
  ...(dependencies && { dependencies: packDependencies(dependencies) }),
})

export const unpackContent = ({ content, dependencies }: SentContent): ScannedContent => ({
  ...content,
  ...(dependencies && { dependencies: unpackDependencies(dependencies) }),
})
