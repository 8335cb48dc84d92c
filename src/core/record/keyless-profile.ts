import type { RecordSettings } from '../settings/record.ts'

/** Where a workflow's signature gets its certificate, its time and its entry in a log. */
export interface KeylessProfile {
  readonly fulcioUrl: string
  readonly audience: string
  readonly mayPublish: boolean
  readonly timestampAuthority: string
  /** Absent where nothing is to be published. */
  readonly rekor?: { readonly url: string; readonly version: 1 | 2 }
}

const INSTANCES = {
  github: {
    fulcioUrl: 'https://fulcio.githubapp.com',
    timestampAuthority: 'https://timestamp.githubapp.com/api/v1/timestamp',
    rekorUrl: undefined,
  },
  public: {
    fulcioUrl: 'https://fulcio.sigstore.dev',
    timestampAuthority: 'https://timestamp.sigstore.dev/api/v1/timestamp',
    rekorUrl: 'https://rekor.sigstore.dev',
  },
} as const

/** What the settings say, and what the instance says where they say nothing. */
export function keylessProfile({ keyless, 'timestamp-authority': authority }: RecordSettings): KeylessProfile {
  const instance = INSTANCES[keyless.instance]
  const rekorUrl = keyless['rekor-url'] ?? instance.rekorUrl
  return {
    fulcioUrl: keyless['fulcio-url'] ?? instance.fulcioUrl,
    audience: keyless.audience,
    mayPublish: keyless['may-publish'],
    timestampAuthority: authority ?? instance.timestampAuthority,
    ...(rekorUrl === undefined ? {} : { rekor: { url: rekorUrl, version: keyless['rekor-api'] } }),
  }
}
