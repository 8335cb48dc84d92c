import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { SecretFinding } from '../core/security/credentials/secret-finding.ts'

/** Looks for credentials in text; never returns one. */
export interface Secrets {
  find(path: string, text: string): Promise<SecretFinding[]>
}

const PREFIX = '@secretlint/secretlint-rule-'
/** A file that is judged does not get to say which of its lines are judged. */
const LEFT_OUT = [`${PREFIX}filter-comments`]
const OPTIONS: Readonly<Record<string, object>> = { [`${PREFIX}aws`]: { enableIDScanRule: true } }

/** Secretlint with its recommended rules; loaded when first asked. What it finds leaves here as a fingerprint only. */
export function secretlint(): Secrets {
  return {
    async find(path, text) {
      const [{ lintSource }, preset] = await Promise.all([
        import('@secretlint/core'),
        import('@secretlint/secretlint-rule-preset-recommend'),
      ])
      const rules = preset.rules
        .filter(rule => !LEFT_OUT.includes(rule.meta.id))
        .map(rule => ({ id: rule.meta.id, rule, options: OPTIONS[rule.meta.id] ?? {} }))
      const { messages } = await lintSource({
        source: { content: text, filePath: path, ext: extname(path), contentType: 'text' },
        options: { config: { rules }, noPhysicFilePath: true },
      })
      return messages.map(({ ruleId, messageId, range: [start, end], loc }): SecretFinding => {
        const rule = `${ruleId.replace(PREFIX, '')}/${messageId}`
        return { rule, line: loc.start.line, fingerprint: fingerprint(rule, text.slice(start, end)) }
      })
    },
  }
}

/** Some rules take a quote after the value with it. */
const fingerprint = (rule: string, value: string) =>
  createHash('sha256')
    .update(`${rule}\n${value.replace(/["'`]+$/, '')}`)
    .digest('hex')
    .slice(0, 16)
