import { request as request$1 } from 'node:http';
import { request } from 'node:https';
import { Readable } from 'node:stream';
import { S as SilentServer } from './connection-fault.js';

/** The beginning of an answer. Its body is to be read or destroyed. */
                         
                         
                                       
                                             
                         
 

/**
 * One request by HTTP. No redirect is followed: it would take the credentials along. Bytes come as they are stored: `fetch` would unpack
 * an object that was stored with a Content-Encoding, and its size and digest would no longer be those of the object.
 */
function send({ url, method, headers = {}, body, idle, ca, signal }      )                  {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? undefined : body instanceof Blob ? body.size : body.byteLength;
    const start = url.protocol === 'https:' ? request : request$1;
    const request$2 = start(
      url,
      {
        method,
        headers: {
          'accept-encoding': 'identity',
          ...(length === undefined ? {} : { 'content-length': length }),
          ...headers,
        },
        ...(ca === undefined ? {} : { ca }),
        ...(signal === undefined ? {} : { signal }),
      },
      response => {
        request$2.on('timeout', () => response.destroy(new SilentServer(idle)));
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: response });
      },
    );
    request$2.setTimeout(idle);
    request$2.on('timeout', () => request$2.destroy(new SilentServer(idle)));
    request$2.on('error', reject);
    if (body instanceof Blob) {
      const stream = Readable.fromWeb(body.stream());
      stream.on('error', cause => request$2.destroy(cause));
      stream.pipe(request$2);
    } else request$2.end(body);
  })
}

export { send as s };
