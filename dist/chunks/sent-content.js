import { U as UserError } from './user-error.js';

/** An error as it goes from process to process: it would lose its kind on the way. */
                                                                                               

const packFault = ({ code, message, kind, hint, file, line }           )            => ({
  code,
  message,
  kind,
  hint,
  file,
  line,
});

function unpackFault({ code, message, kind, hint, file, line }           )            {
  const details = { kind, ...(hint !== undefined && { hint }), ...(file !== undefined && { file }) };
  return new UserError(code, message, { ...details, ...(line !== undefined && { line }) })
}

/** What a file says about dependencies, as it goes from process to process. */
                              
                                                 
                                                            

const packDependencies = (file                )                   =>
  'fault' in file ? { path: file.path, sentFault: packFault(file.fault) } : file;

const unpackDependencies = (sent                  )                 =>
  'sentFault' in sent ? { path: sent.path, fault: unpackFault(sent.sentFault) } : sent;

/** What was scanned, as it goes from process to process. */
                              
                                                        
                                          
 

const packContent = ({ dependencies, ...content }                )              => ({
  content,
  ...(dependencies && { dependencies: packDependencies(dependencies) }),
});

const unpackContent = ({ content, dependencies }             )                 => ({
  ...content,
  ...(dependencies && { dependencies: unpackDependencies(dependencies) }),
});

export { packDependencies as a, packContent as b, unpackDependencies as c, unpackContent as d, packFault as p, unpackFault as u };
