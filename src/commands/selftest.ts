import { selftest as degradeAndJudge } from '../core/model/selftest/selftest.ts'
import { SelftestResult } from '../core/model/selftest/selftest-result.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'
import { selftestMarkdown } from '../report/selftest-markdown.ts'
import { allFiles } from './certify-files.ts'
import { prepareCertify } from './prepare-certify.ts'
import { withDialects } from './with-dialects.ts'

/** Degrades the predictions of a certification in known ways, and writes what its claims say to each: `selftest.json` and `selftest.md`. */
export async function selftest(settings: Settings, ports: Ports, out: string): Promise<SelftestResult> {
  const tables = withDialects(ports.tables, settings.data.dialects)
  const { collected, files, demands } = await prepareCertify(settings, { ...ports, tables }, out)
  const result = SelftestResult.parse(
    degradeAndJudge(collected, demands, {
      files: allFiles(files).map(({ material: { name, role, digest } }) => ({ name, role, sha256: digest.sha256 })),
      progress: doing => ports.log.progress(`selftest: ${doing} …`),
    }),
  )
  await ports.files.write(`${out}/selftest.json`, `${JSON.stringify(result, null, 2)}\n`)
  await ports.files.write(`${out}/selftest.md`, selftestMarkdown(result))
  return result
}
