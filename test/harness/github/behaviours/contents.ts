import { type Behaviour, mended } from '../world.ts'

/** Content of a larger file comes by the raw media type alone (docs.github.com, "Get repository content"). */
const MAX_CONTENT = 1_000_000

interface ContentJson {
  type: string
  size: number
  content?: string
  encoding?: string
}

export const getContent: Behaviour = async (call, _, forward) => {
  const given = await forward()
  if (given.status >= 300) return given
  if (call.accept?.includes('raw')) {
    const { content = '' }: ContentJson = JSON.parse(given.text)
    const type = 'application/vnd.github.raw+json; charset=utf-8'
    return {
      ...given,
      headers: { ...given.headers, 'content-type': type },
      text: Buffer.from(content, 'base64').toString(),
    }
  }
  return mended<ContentJson>(given, file =>
    file.type === 'file' && file.size > MAX_CONTENT ? { ...file, content: '', encoding: 'none' } : file,
  )
}
