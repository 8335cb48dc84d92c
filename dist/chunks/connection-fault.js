/** A connection on which nothing has come for too long. */
class SilentServer extends Error {
  constructor(milliseconds        ) {
    super(`nothing for ${Math.round(milliseconds / 1000)} seconds`);
    this.name = 'SilentServer';
  }
}

/** Why there is no answer. */
                                  
                                       
                        
                               
                       
                                             
                         
 

/** What a connection failed of, in words. */
function connectionFault(error         )                  {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof SilentServer)
    return { found: error.message, hint: 'The server or the network is overloaded: run it again later', again: true }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return {
      found: `a certificate that is not trusted (${code})`,
      hint: 'Name the file of its certificate authority in NODE_EXTRA_CA_CERTS',
      again: false,
    }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return {
      found: `no such host (${code})`,
      hint: 'Check the name of the host, and that this machine has a network',
      again: code === 'EAI_AGAIN',
    }
  return {
    found: `no connection${code === '' ? '' : ` (${code})`}`,
    hint: 'Check the address, that the server runs, and that this machine can reach it',
    again: true,
  }
}

export { SilentServer as S, connectionFault as c };
