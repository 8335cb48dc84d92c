import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { auditRecord } from '../../src/commands/audit-record.ts'
import type { PromotionWorld } from '../../src/commands/promotion/promotion-world.ts'
import { verify } from '../../src/commands/verify.ts'
import type { Material } from '../../src/core/evidence.ts'
import type { KeyPair } from '../../src/core/record/key-pair.ts'
import { localFiles } from '../../src/files/local-files.ts'
import type { Ports } from '../../src/ports.ts'
import { disk, evidence, memoryPorts, settingsWith, sha256 } from '../core/record/memory.ts'
import { temporaryFolder } from './runner/temporary-folder.ts'

/** A folder on the disk in which models are certified, by one key. */
export interface Workshop {
  readonly root: string
  readonly keys: KeyPair
  readonly ports: (now?: string) => Ports
  /** Writes a model and its certificate into a folder of its version; returns what `promote` takes. */
  certify(
    version: string,
    files: Record<string, string>,
    days?: number,
    materials?: readonly Material[],
  ): Promise<{ certificate: string; model: string[] }>
  /** What promoting asks of the world, but for the target. */
  world(target: PromotionWorld['target'], parts?: Partial<PromotionWorld> & { now?: string }): PromotionWorld
}

export async function workshop(): Promise<Workshop> {
  const root = temporaryFolder('workshop')
  const ports = (now = '2026-12-01T06:00:00Z'): Ports => ({ ...memoryPorts(disk(), now), files: localFiles(root) })
  const keys = await ports().signing.generate('p256')
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  write('proofmark.pub', keys.publicKey)
  return {
    root,
    keys,
    ports,
    async certify(version, files, days = 90, materials = []) {
      const names = Object.entries(files).map(([name, content]) => {
        write(`${version}/model/${name}`, content)
        return { name: `${version}/model/${name}`, digest: { sha256: sha256(content) }, bytes: content.length }
      })
      write(
        `${version}/out/data-validate.evidence.json`,
        JSON.stringify(evidence('data-validate', { subject: names, materials: [...materials] })),
      )
      const settings = settingsWith({
        model: { name: 'credit-default', version, files: [`${version}/model`] },
        policy: { require: ['data-validate'], 'validity-days': days },
      })
      const made = await auditRecord(
        settings,
        { out: `${version}/out`, privateKey: keys.privateKey },
        ports('2026-11-23T06:00:00Z'),
      )
      if (made.verdict !== 'passed') throw new Error(JSON.stringify(made))
      return { certificate: `${version}/out/certificate.sigstore.json`, model: [`${version}/model`] }
    },
    world: (target, { now, ...parts } = {}) => ({
      ports: ports(now),
      target,
      verify: (request, shown) => verify({ ...request, key: 'proofmark.pub' }, shown),
      by: 'alice',
      ...parts,
    }),
  }
}
