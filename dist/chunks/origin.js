import { o as otherFailure, r as runGit } from './cache-folder.js';
import { p as pushResult } from './compose.js';

/** The git repository that one is in, and its remote `origin`. */
                         
                                   
                                                               
                                                                                          
                                                                                
                                                                                  
                                                             
                                                                                                                         
                                                                      
                                                                                          
                                                                    
 

/** The remote `origin` of the repository that a folder is in, by the program git. */
function gitOrigin(folder        , environment             , seconds        )         {
  const env = Object.fromEntries([
    ...Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]         ])),
    ['LC_ALL', 'C'],
    ['GIT_TERMINAL_PROMPT', '0'],
  ]);
  const run                = (words, input = '') => runGit(words, env, { folder, seconds, input });
  const said                 = async (doing, words, input) => {
    const end = await run(words, input);
    if (end.code !== 0) throw otherFailure(doing, end)
    return end.output.toString()
  };
  const at               = async (doing, ref) =>
    /^[0-9a-f]+/.exec(await said(doing, ['ls-remote', '--refs', 'origin', ref]))?.[0];
  const push = (spec        , lease                   ) => [
    'push',
    '--porcelain',
    '--no-verify',
    ...lease,
    'origin',
    spec,
  ];

  return {
    run,
    said,
    at,
    async create(doing, ref, object) {
      const end = await run(push(`${object}:${ref}`, [`--force-with-lease=${ref}:`]));
      const result = pushResult(doing, end);
      if (result !== 'lost') return result === 'moved'
      const found = await at(doing, ref);
      if (found === undefined) throw otherFailure(doing, end)
      return found === object
    },
    async remove(doing, ref, object) {
      await said(doing, push(`:${ref}`, object === undefined ? [] : [`--force-with-lease=${ref}:${object}`]));
    },
  }
}

export { gitOrigin as g };
