import { U as UserError } from './user-error.js';
import { t as textOf } from './text-of.js';

const NAMED                                   = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of the first element of that name, its entities resolved (XML 1.0 §4.6, §4.1); undefined where there is none or it is empty. */
function xmlText(xml        , tag        )                     {
  const text = new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(xml)?.[1];
  return text?.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? entity
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity
  })
}

/**
 * A key or prefix in a listing that was asked for with `encoding-type=url`, which keeps characters that XML cannot hold. Not every store
 * does as it is asked: `listing` says in `EncodingType` whether this one has.
 */
function listedKey(xml        , tag        , listing        )         {
  const text = xmlText(xml, tag) ?? '';
  if (xmlText(listing, 'EncodingType') !== 'url') return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch (cause) {
    throw new UserError('s3.listing', `Expected the keys of a listing to be URL-encoded but found ${text}`, {
      kind: 'environment',
      hint: 'Name each object',
      cause,
    })
  }
}

/** An object as a listing has it. */
                               
                      
                        
                       
 

const MAX_PAGE_BYTES = 16 * 1024 * 1024;
const MAX_OBJECTS = 100_000;

/** Every object below a prefix, to the last page (ListObjectsV2), in the order of their keys. */
async function listObjects(bucket        , prefix        )                          {
  const objects                 = [];
  let next;                    
  do {
    const query = {
      'list-type': '2',
      'encoding-type': 'url',
      prefix,
      ...(next === undefined ? {} : { 'continuation-token': next }),
    };
    const { text, whole } = await textOf(
      await bucket.send({ method: 'GET', query, doing: `list ${prefix === '' ? 'everything' : prefix}` }),
      MAX_PAGE_BYTES,
    );
    if (!text.includes('<ListBucketResult'))
      throw new UserError('s3.no-listing', `Expected a listing of the bucket ${bucket.name} but found something else`, {
        hint: 'Check AWS_ENDPOINT_URL: what answers there does not speak S3',
        kind: 'environment',
      })
    for (const [, entry = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) objects.push(listed(entry, text));
    if (!whole || objects.length > MAX_OBJECTS)
      throw new UserError('s3.too-many', `Expected at most ${MAX_OBJECTS} objects below ${prefix} but found more`, {
        hint: 'Name the prefix that holds the files alone',
      })
    const following = xmlText(text, 'NextContinuationToken');
    if (following !== undefined && following === next)
      throw new UserError('s3.endless', `Expected the listing of ${prefix} to go on but found the same page again`, {
        hint: 'The store does not list as S3 does: name each object',
        kind: 'environment',
      })
    next = following;
  } while (next !== undefined)
  return objects
}

function listed(entry        , listing        )               {
  const key = listedKey(entry, 'Key', listing);
  const bytes = Number(xmlText(entry, 'Size') ?? Number.NaN);
  if (key === '' || !Number.isSafeInteger(bytes))
    throw new UserError('s3.listing', 'Expected every object of a listing to have a key and a size but one has none', {
      hint: 'Name each object',
      kind: 'environment',
    })
  return { key, bytes, etag: xmlText(entry, 'ETag') ?? '' }
}

export { listObjects as l };
