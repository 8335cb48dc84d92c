import { addressesIn } from './addresses-in.ts'
import { clockOf } from './clock-of.ts'
import type { ProbeKind } from './probe-kind.ts'

/** Every file by https that the settings name: whether it is there, not what is in it. */
export const httpsProbe: ProbeKind = {
  async open({ settings, root, environment }) {
    const addresses = addressesIn(settings?.data)
      .concat(addressesIn(settings?.certify), addressesIn(settings?.drift), addressesIn(settings?.model))
      .filter(address => /^https?:/.test(address) && address.includes('#'))
    return [...new Set(addresses)].map(address => ({
      name: address.replace(/#.*$/, ''),
      async ask() {
        const { httpsSource } = await import('../sources/https/https-source.ts')
        const [file] = (await httpsSource({ root, environment, progress: () => {} }).find(address)) ?? []
        const opened = await file?.read(0)
        for await (const _ of opened?.bytes ?? []) break
        return [{ asked: 'file', status: 'ok', found: 'it is sent' }, ...(await clockOf(address))]
      },
    }))
  },
}
