import { openSync, writeSync, mkdtempSync, rmSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { h as hashBytes, a as hashed } from './hash-bytes.js';

let folder;                    

/** The folder of this program's overflow, made when it is first needed and gone when the program ends. */
function overflowFolder()         {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'proofmark-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder
}

/** A file of one thread's in the folder, made when there is something to put into it. */
function overflowFile(name              )           {
  let file;                                                                
  let at = 0;
  return {
    put(pieces) {
      const words = pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (!file) {
        const path = name();
        file = { path, handle: openSync(path, 'wx', 0o600) };
      }
      const stored = { file: file.path, at, words };
      const bytes = pieces.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
      for (const part of bytes) {
        for (let written = 0; written < part.length; )
          written += writeSync(file.handle, part, written, part.length - written, at + written);
        at += part.length;
      }
      return stored
    },
  }
}

const handles = new Map                ();

/** Reads what was put into a file; the file stays open as long as the program runs. */
const readStored             = ({ file, at, words }, into) => {
  const bytes = new Uint8Array(into.buffer, into.byteOffset, 4 * words);
  const handle = handles.get(file) ?? openSync(file, 'r');
  handles.set(file, handle);
  for (let read = 0; read < bytes.length; ) {
    const more = readSync(handle, bytes, read, bytes.length - read, at + read);
    if (more === 0) throw new Error(`${file} is shorter than what was put into it`)
    read += more;
  }
};

// Made by "npm run generate" from assembly/: WebAssembly, in base64.
const PAGES = 32768;
const CODE = [
  'AGFzbQEAAAABQglgAn9/AX9gAX8BfmAFf39/f38Bf2ABfwF8YAl/f39/f39/f38Bf2ACfn8BfGADf39/AXxgA39/fwBgBH9/f38BfwISAQNlbn',
  'YGbWVtb3J5AgMBgIACAw4NAwEAAAQFAAYCAgcIAgQFAXABBAQGEAN/AUEAC34BQgALfwFBAAsHYQkJY29kZUNlbGxzAAwEc2xvdAMACGRlY2lt',
  'YWxzAAsKZW1wdHlDZWxscwAKCWhhc2hDZWxscwAJCGluc3RhbnRzAAgJb2RkUXVvdGVzAAYEcm93cwMCCHNjYW5Sb3dzAAQJCQEAQQELAwMCAQ',
  'wBBgr0IQ2vAwEEfyAALQAEQS1HBH9BAQUgAC0AB0EtRwsEQEQAAAAAAAD4fw8LIAAtAAlBMGsiAiAAQQhqLQAAQTBrIgFBCmxqQegHIAJBCU0g',
  'AUEJTXEbIQEgAC0ABkEwayIDIABBBWotAABBMGsiAkEKbGpB6AcgA0EJTSACQQlNcRsiAkUgAC0AA0EwayIEIABBAmotAABBMGsiA0EKbGpB6A',
  'cgBEEJTSADQQlNcRsiA0HjAEsgAC0AAUEwayIEIAAtAABBMGsiAEEKbGpB6AcgBEEJTSAAQQlNcRsiAEHjAEtyciACQQxLcgRARAAAAAAAAPh/',
  'DwsgAEHkAGwgA2oiA0EDcUUiAARAIANB5ABvQQBHIQALIAFFIAAEfyAABSADQZADb0ULQQAgAkECRhsEf0EdBSACQQJ0QaAOaigCAAsgAUhyBE',
  'BEAAAAAAAA+H8PCyACQX1BCSACQQJLG2pBmQFsQQJqQQVtIAFqIANBkANqIAJBAk1rIgBBkANtIgFBsfUIbCAAIAFBkANsayIAQe0CbGogAEEE',
  'bWogAEHkAG1rakGe6jRrt0QAAAAAcJmUQaILHQAgAEECdCIAQbQKajUCACAAQbAKajUCAEIghoQLEAAgACgCCCABQQJ0aigCAAsQACAAKAIEIA',
  'FBAnRqKAIAC+QHAwx/BX4FeyAD/Q8hGiACIAJBAWogACACakEBay0AAEEKRhshEEEAJAIgASIDIQogAyELA0AgCyAQSQRAIAAgC2oiAf0ABAAi',
  'G/0MIiIiIiIiIiIiIiIiIiIiIv0j/WStIAH9AAQQIhz9DCIiIiIiIiIiIiIiIiIiIiL9I/1krUIQhoQgAf0ABCAiHf0MIiIiIiIiIiIiIiIiIi',
  'IiIv0j/WStQiCGhCAB/QAEMCIe/QwiIiIiIiIiIiIiIiIiIiIi/SP9ZK1CMIaEIRYgG/0MCgoKCgoKCgoKCgoKCgoKCv0j/WStIBz9DAoKCgoK',
  'CgoKCgoKCgoKCgr9I/1krUIQhoQgHf0MCgoKCgoKCgoKCgoKCgoKCv0j/WStQiCGhCAe/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZK1CMIaEIhggGy',
  'Aa/SP9ZK0gHCAa/SP9ZK1CEIaEIB0gGv0j/WStQiCGhCAeIBr9I/1krUIwhoSEIRUgFiAXhEIAUgRAIBcgFkIBhiAWhSIXIBdCAoaFIhcgF0IE',
  'hoUiFyAXQgiGhSIXIBdCEIaFIhcgF0IghoWFIhlCP4chFyAVIBlCf4WDIRULIAtBQGsgEEsEQCAVQgEgECALa62GQgF9gyEVCwNAIBVCAFIEQC',
  'AKIAsgFXoiGadqIhIiAUkgGCAZiEIBg6ciE3EEfyAAIAFqQQFrLQAAQQ1GBUEACwRAIAFBAWshAQsgACAKai0AAEEiRiABIApLcQRAIAFBAWsi',
  'ASAKQQFqIgpJBH9BAQUgACABai0AAEEiRwsEQCADDwsgACAKaiENIAAgAWohEUEAIQ4DQCANIBFJBEACQCAN/QAEAP0MIiIiIiIiIiIiIiIiIi',
  'IiIv0j/WQhDCARIA1rIhRBEEkEQCAMQQEgFHRBAWtxIQwLIAxFBEAgDUEQaiENDAMLQX8hDiANIAxoaiIMQQFqIBFPBH9BAQUgDC0AAUEiRwsN',
  'AEEBIQ4gDEECaiENDAILCwsgDgRAIA5BAEgEQCADDwsgAUF/cyEBCwUgCSAKSwR/QQEFIBZCASAZhkIBfYNCfyAKIAsgCiALSxsgC2uthoNCAF',
  'ILBEAgAw8LCyAEIA9GBEAgAw8LIAYgCjYCACAHIAE2AgAgBkEEaiEGIAdBBGohByAPQQFqIQ8gEkEBaiEKIBMEQCAEIA9HBEAgAw8LIAggAzYC',
  'ACAIQQRqIQhBACEPIAohAyMCQQFqJAIjAiAFRgRAIAMgAiACIANLGw8LCyAVIBVCAX2DIRUMAQsLIBZCAFIEQCALQUBrIBZ5p2shCQsgC0FAay',
  'ELDAELCyADIAIgAiADSxsL9QMCBn4CfyABRSAAUHIEQCAAug8LIABCgICAgICAgBBYBH8gAUEfdSIIIAEgCGpzQRZMBUEACwRAIAFBAEoEfCAA',
  'uiABQQN0QeAIaisDAKMFIAC6QQAgAWtBA3RB4AhqKwMAogsPCyABQQBIIAFBG0pyBEBEAAAAAAAA+H8PCyABQQFrQQJ0IghBgA4oAgAiCREBAC',
  'ICQv////8PgyEEIAAgAHkiBYYiAEL/////D4MiAyACQiCIIgJ+IAQgAEIgiCIGfiADIAR+IgBCIIh8IgRC/////w+DfCEHIAIgBn4gBEIgiHwg',
  'B0IgiHwkASAAQv////8PgyAHQiCGhCECIwEiAEL/A4NC/wNRBEAgCEECaiAJEQEAIgRC/////w+DIQcgBEIgiCIEIAZ+IAYgB34gAyAHfkIgiH',
  'wiBkIgiHwgAyAEfiAGQv////8Pg3xCIIh8JAEgAEIBfCAAIAIjAXwiAiMBVBshAAsgAEI/iKciCSABQZbbcmxBEHVqIAWna0G+CGohCCAAIAlB',
  'CWqsIgOIIgRCfoMgBCABQQRMIAJCAVhxIARCA4NCAVFxIAQgA4YgAFFxGyIAIABCAYN8QgGIIgBCgICAgICAgBBaBH4gCEEBaiEIQoCAgICAgI',
  'AIBSAAC0L/////////d4MgCKxCNIaEvwt/AgF/AXsDQCAAQRBqIgIgAU0EQCADIAD9AAQA/QwiIiIiIiIiIiIiIiIiIiIi/SP9USEDIAIhAAwB',
  'CwsgACABSQRAIAD9AAQA/QwiIiIiIiIiIiIiIiIiIiIi/SP9ZEEBIAEgAGt0QQFrcWkgA/1kaXNBAXEPCyAD/WRpQQFxC/YDAwZ/AXwBfgJAIA',
  'EgAGtBEEkEf0EBBSAALQANQTpHCw0AIAAtAAoiA0EgRyADQdQAR3ENACAALQAMQTBrIgQgAEELai0AAEEwayIDQQpsakHoByAEQQlNIANBCU1x',
  'GyEGIAAtAA9BMGsiBSAAIgNBDmotAABBMGsiBEEKbGpB6AcgBUEJTSAEQQlNcRshBSAAQRBqIgAgAUkEfyAALQAAQTpGBUEACwR8IABBA2oiBC',
  'ABSw0BIABBAWotAABBMGsiB0EKbCAALQACQTBrIgBqQegHIABBCU0gB0EJTXEbIQcgBCIAIAFJBH8gAC0AAEEuRgR/QQEFIAAtAABBLEYLBUEA',
  'CwR8IABBAWoiACEEA0AgACAEa0EKSSAAIAFJcQRAIAAtAABBMGsiCEEJTQRAIAitIApCCn58IQogAEEBaiEADAILCwsgACAERiAAIARrIgRBCU',
  'tyDQIgCrogBEEDdEHgCGorAwCjBUQAAAAAAAAAAAsFRAAAAAAAAAAACyEJIAAgAUEBa0YiBARAIAAtAABB2gBGIQQLIARFIAAgAUdxBH9BAQUg',
  'AkECRiAER0EAIAIbCw0AIAVBO0sgBkEXS3IgB0E7S3INACADEAAgBkE8bCAFakE8bCAHarggCaBEAAAAAABAj0CioA8LRAAAAAAAAPh/C7kBAg',
  'F8Bn8DQCAGIAAoAhBJBEAgACABQaAIKAIAEQAAIgkgACABQcAIKAIAEQAAIgpIBHwgACgCACILIAlqIQcgCiALaiELIAIEfCAHIAsgAxAHBSAL',
  'IAdrQQpGIANBAkdxBHwgBxAABUQAAAAAAAD4fwsLBUQAAAAAAAD4fwshBSAIQQFqIAggCSAKRyAFIAVicRshCCAEIAZBA3RqIAU5AwAgBkEBai',
  'EGIAEgACgCDGohAQwBCwsgCAu7AwEJfwNAIA0gACgCEEkEQAJAIAAgAUHACCgCABEAACIIQQBIBEAgCUEBaiEJDAELIAggACABQaAIKAIAEQAA',
  'IgZrIQcgACgCACIFIAZqIQYgBSAIaiEIIAdBsfPd8XlzIQwgB0H3lK+veHMhCyAHQb3cypV8cyEKA0AgBkEEaiIFIAhNBEAgBigCACIHIAxzQd',
  'Ha+OR8bCIGIAZBD3ZzIQwgByALc0GT65zcAWwiBiAGQQ12cyELIApBB3cgB3NBk5eOj3psIQogBSEGDAELCyAGKAIAQQEgCCAGa0EDdHRBAWtx',
  'IgYgDHNB0dr45HxsIgUgBUEQdnNB65Svr3hsIgUgBUENdnNBtdzKlXxsIgUgBUEQdnMiCCAGIAtzQZPrnNwBbHMiBSAFQRB2c0HrlK+veGwiBS',
  'AFQQ12c0G13MqVfGwiBSAFQRB2cyIHIAYgCnNBk5eOj3pscyIFIAVBEHZzQeuUr694bCIFIAVBDXZzQbXcypV8bCEGIA1BAnQiBSACaiAINgIA',
  'IAMgBWogBzYCACAEIAVqIAZBEHYgBnM2AgALIA1BAWohDSABIAAoAgxqIQEMAQsLIAkLSAEBfwNAIAMgACgCEEkEQCACIANqIAAgAUGgCCgCAB',
  'EAACAAIAFBwAgoAgARAABGOgAAIANBAWohAyABIAAoAgxqIQEMAQsLC7UEAwt/AXwBfgNAIAogACgCEEkEQCAAIAFBwAgoAgARAAAiCSAAIAFB',
  'oAgoAgARAAAiB0YEfEQAAAAAAAD4fwUgCUEASAR8RAAAAAAAAPh/BQJ8IAAoAgAiBCAHaiEGIAQgCWohDEEAIQtBACEFQgAhECAGQQFqIAYgBi',
  '0AACIGQStGIAZBLUZyGyIEIQ0DQCAEIAxJBEACQCAELQAAQTBrIg5BCU0EQEQAAAAAAAD4fyALQQFqIAsgDq0gEEIKfnwiEEIAUhsiC0ETSw0E',
  'GgUgAkEAIAVFIA5BfkZxG0UNASAEIQULIARBAWohBAwCCwsLRAAAAAAAAPh/IAQgDWsgBUEAR0YNABogBCAFa0EBa0EAIAUbIQUgECAEIAxJBH',
  '9EAAAAAAAA+H8gAgR/An9BgICAgHggBC0AAEEwa0EgckE1Rw0AGiAMIARBAWoiBEsEfyAELQAABUEACyINQStGIA1BLUZyBEAgBEEBaiEEC0GA',
  'gICAeCAEIAxGIAwgBGtBA0tyDQAaQQAhCwNAIAQgDEkEQEGAgICAeCAELQAAQTBrIg5BCUsNAhogC0EKbCAOaiELIARBAWohBAwBCwtBACALay',
  'ALIA1BLUYbCwVBgICAgHgLIgRBgICAgHhGDQEaIAUgBGsFIAULEAUiD5ogDyAGQS1GGwsLCyEPIAhBAWogCCAHIAlHIA8gD2JxGyEIIAMgCkED',
  'dGogDzkDACAKQQFqIQogASAAKAIMaiEBDAELCyAIC7MDAgZ/An4gASACIAAoAgxsaiEBA0AgAiAAKAIQSQRAQQAhBSAAIAFBoAgoAgARAAAiBi',
  'AAIAFBwAgoAgARAAAiB0cEQCAHQQBIIAcgBmsiCEHAAEtyBEAgAg8LQgAhDCAGIAAoAgBqIgopAwAhCyAIQQhJBEAgC0IBIAhBA3SthkIBfYMh',
  'CwUgCCAKakEIaykDACEMCyADKAIEIAitIAsgDEIXiYWFQpX4qfqXt96bnn9+QiyIp3EkACADKAIAIwBBAnRqKAIAIQcDQCAHQX9HBH8gAygCCC',
  'AHQQJ0aigCACAIRwR/QQAFIAMoAgwgB0EGdGoiCSkDACALUQR/IAhBCE0Ef0EBBSAIIAlqQQhrKQMAIAxRBH9BCCEFAn8DQCAFQQhqIgYgCEkE',
  'QEEAIAUgCmopAwAgBSAJaikDAFINAhogBiEFDAELC0EBCwVBAAsLBUEACwsFQQELRQRAIAMoAgQjAEEBanEkACADKAIAIwBBAnRqKAIAIQcMAQ',
  'sLIAciBUF/RgRAIAIPCwsgBCACQQJ0aiAFNgIAIAJBAWohAiABIAAoAgxqIQEMAQsLIAAoAhALC/cGBgBBjAgLIBwAAAAAAAAAAAAAAAQAAAAI',
  'AAAAAQAAAAAAAAAAAAAAAEGsCAsgHAAAAAAAAAAAAAAABQAAAAgAAAACAAAAAAAAAAAAAAAAQcwIC9ABzAAAAAAAAAAAAAAABgAAALgAAAAAAA',
  'AAAADwPwAAAAAAACRAAAAAAAAAWUAAAAAAAECPQAAAAAAAiMNAAAAAAABq+EAAAAAAgIQuQQAAAADQEmNBAAAAAITXl0EAAAAAZc3NQQAAACBf',
  'oAJCAAAA6HZIN0IAAACilBptQgAAQOWcMKJCAACQHsS81kIAADQm9WsMQwCA4Dd5w0FDAKDYhVc0dkMAyE5nbcGrQwA9kWDkWOFDQIy1eB2vFU',
  'RQ7+LW5BpLRJLVTQbP8IBEAAAAAABBnAoL0APMAQAAAAAAAAAAAAAHAAAAsAEAAMzMzMzMzMzMzMzMzM3MzMw9CtejCtejcNejcD2kcD0Kl24S',
  'gzvfT42sHFpk6iYxCFgXt9ErZRniE2HD06mkTkBHrMWnI4RHG9yAzw9UHXIzBb03hrVpbK9Jmj+mELHBwtWUv9a8QnrldpAyPU0baQQRd8yr/M',
  '5hhCsNwv0+fLo2QV9wiZeltDaICmgxMTCV+M7+5tu+1e29DkRztRxNiFoL/+uv/qoky6Vpj/dJ1zkVCcy8jMuIUG+3hz/51EUuREITLuETDrRL',
  '8qVlKLpvsAY13CS0D9hcCcGEhFOVjPOe93wdkNmssDoBN50PEQr2S76UleZb4U3EaL4uTLSpiXkyqne4SbSkNrn+vgnDh9T6ju6SkwddHZIuMv',
  '860J9DYn1KHuylYZW24+kxK+YybNBkCOW86hoRkhy79IiF9bymUKAdl+572nQW/PbTBF7K64AAyfGxLPe6i8YkUzlj3RIAmm3BJ4qSlTwFt3WU',
  'ghcPzRS+mlI7dUSWapLEQzV5cq6HlvdRxe7Tvd2DOgUi9YMlBhLG2p1Ydv5KNpWegSoDt9F0nkh+4JFkol53fjRVzwAAAAAAAAAAAAAAAABB7A',
  '0LIBwAAAAAAAAAAAAAAAgAAAAIAAAAAwAAAAAAAAAAAAAAAEGMDgtQTAAAAAAAAAAAAAAACQAAADQAAAAAAAAAHwAAABwAAAAfAAAAHgAAAB8A',
  'AAAeAAAAHwAAAB8AAAAeAAAAHwAAAB4AAAAfAAAAAAAAAAAAAAA=',
].join('');

const PAGE = 65_536;
/** Bytes that may be read beyond the end of those that are asked for. */
const BEYOND = 64;

/** What is compiled of reading CSV: see the functions of the same names in assembly/. Addresses are in bytes of its memory. */
                    
           
                   
               
                
                      
                  
                 
                   
                 
                   
           
                                           
                                             
                                                                
                                                                                   
                                                                                  
                                                                                               
                                                                                              
                                           
 

/** The compiled functions on a memory. */
                                          
                                                                                 
                               
                                                                                                                    
                             
                                                                                                                          
                                                             
                                                                         
                                                  
 

/** A memory that threads share. */
                               
                                    
                           
 

/** TypeScript knows it with a browser's types only. */
                            
                                          
                                                                                        
                                                                                  
 

/** Where the memory itself says how much of it is taken, in units of 64 bytes: at the end of its first page, which begins with constants. */
const TAKEN = PAGE / 4 - 1;
const UNIT = 64;

let compiled;                    

/** A kernel for one thread, on a memory of its own or on another one's. */
function startKernel(memory               = newMemory())         {
  compiled ??= new WebAssembly.Module(Buffer.from(CODE, 'base64'));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const taken = new Uint32Array(memory.buffer, 0, PAGE / 4);
  // A new one whenever the memory grows.
  const buffers = new WeakSet                 ();
  return {
    ...(exports            ),
    memory,
    addressOf: bytes => (buffers.has(bytes.buffer) ? bytes.byteOffset : undefined),
    bufferTo(address, bytes) {
      // Another thread may have made it grow, of which this one's buffer does not know before it asks.
      if (address + bytes > memory.buffer.byteLength) memory.grow(0);
      buffers.add(memory.buffer);
      return memory.buffer
    },
    take(bytes) {
      const units = Math.ceil(bytes / UNIT);
      const first = Atomics.add(taken, TAKEN, units);
      const missing = Math.ceil(((first + units) * UNIT - memory.buffer.byteLength) / PAGE);
      if (missing > 0) memory.grow(missing);
      return first * UNIT
    },
  }
}

function newMemory()               {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: PAGES, shared: true });
  new Uint32Array(memory.buffer)[TAKEN] = PAGE / UNIT;
  return memory
}

/** Bytes that rows were found in. */
                               
                        
                                                
                       
                                       
                         
 

/** The text of a cell; `end` is its complement where `textOf` tells it from what is written. */
function cellText(
  { bytes, ascii }              ,
  start        ,
  end        ,
  textOf                             ,
)         {
  const stop = end < 0 ? ~end : end;
  if (start === stop) return ''
  const text = bytes.toString(ascii ? 'latin1' : 'utf8', start, stop);
  return end < 0 ? textOf(text) : text
}

/**
 * Reads a column's cells of a common form, NaN for all others. Gives how many of those are not empty; undefined where
 * the kernel does not know the form, and nothing was read.
 */
function readValues(
  kernel        ,
  cells        ,
  column        ,
  form                        ,
  values        ,
)                     {
  switch (form?.is) {
    case 'decimal':
    case 'whole':
      return kernel.decimals(cells, column, form.is === 'decimal', values)
    case 'day':
    case 'time':
      return kernel.instants(cells, column, form.is === 'time', ZONES[`${form.zoned}`], values)
    case undefined:
      return undefined
  }
}

/** What the kernel is told of whether times must say an offset. */
const ZONES = { undefined: 0, false: 1, true: 2 };

/** Texts of a column that are told apart by small numbers, until there are too many of them. */
                        
                                   
                                                                                                                  
                                                              
 

/** A batch's cells, as the kernel and as we see them. */
                          
                          
                       
                        
                        
                             
                           
 

/** Texts whose numbers are kept, and bytes that each may have: a column of longer ones has seldom few of them. */
const MAX_TEXTS = 1024;
const SIZE = 64;
const SLOTS = 4 * MAX_TEXTS;
/** A column whose first cells are mostly different is given up early. */
const TRIAL = 512;

/** Where a column's texts are kept in the kernel's memory. */
                  
                          
                            
                               
                           
 

/**
 * Tables of columns that have been given up: what a kernel has taken it never gives back, and of most columns of numbers they are needed
 * for a few hundred rows only.
 */
const released = new WeakMap                  ();

function tablesFor(kernel        )         {
  const unused = released.get(kernel)?.pop();
  if (unused) return unused
  const [slotsAt, lengthsAt, bytesAt] = [4 * SLOTS, 4 * MAX_TEXTS, SIZE * MAX_TEXTS].map(kernel.take);
  const address = kernel.take(16);
  const memory = kernel.bufferTo(address, 16);
  new Uint32Array(memory, address, 4).set([slotsAt ?? 0, SLOTS - 1, lengthsAt ?? 0, bytesAt ?? 0]);
  return {
    address,
    slots: new Int32Array(memory, slotsAt, SLOTS),
    lengths: new Uint32Array(memory, lengthsAt, MAX_TEXTS),
    pool: new Uint8Array(memory, bytesAt, SIZE * MAX_TEXTS),
  }
}

/** No texts but the empty one, whose number is 0. */
function textsOf(kernel        )        {
  const texts = [''];
  const tables = tablesFor(kernel);
  const { address, slots, lengths, pool } = tables;
  slots.fill(-1);
  lengths.fill(0);
  // The kernel compares short texts with the zeros after them.
  pool.fill(0);
  let asked = 0;
  let isFull = false;
  return {
    texts,
    code(cells, column, codes) {
      for (let row = 0; row < cells.rows && !isFull; ) {
        row = kernel.codeCells(cells.address, column, row, address, codes);
        if (row < cells.rows && !add(cells, row * cells.width + column, asked + row)) giveUp();
      }
      asked += cells.rows;
      return !isFull
    },
  }

  function giveUp()       {
    isFull = true;
    const others = released.get(kernel) ?? [];
    released.set(kernel, [...others, tables]);
  }

  /** Numbers the cell's text; false where there are too many, or where it is none to be numbered. */
  function add({ bytes, starts, ends }         , cell        , before        )          {
    const [start = 0, end = 0] = [starts[cell], ends[cell]];
    const code = texts.length;
    if (end < 0 || end - start > SIZE || code === MAX_TEXTS || (before < TRIAL && code > TRIAL / 2)) return false
    pool.set(bytes.subarray(start, end), code * SIZE);
    lengths[code] = end - start;
    slots[kernel.slot.value] = code;
    texts.push(bytes.toString('utf8', start, end));
    return true
  }
}

const encoder = new TextEncoder();

/** A column's cells, batch after batch. */
                             
                                         
                       
                                                
                                    
 

/** An array in the kernel's memory. */
                        
                          
                       
 

/** What a reader has read, and the memory it reads into. */
                
                                     
                                  
 

/** A column of the rows that a scanner finds. What is asked of a batch is computed once. */
function textColumn(
  kernel        ,
  { found, cells: address }         ,
  textOf                   ,
  index        ,
  first              ,
)             {
  const { width, room, starts, ends } = found;
  const reads = new Map              ();
  const emptyBytes = bytesFor(kernel, room);
  let ofHashes;                                                                     
  let numbered;                                                                                             
  let scanned = first;
  let empty;                        
  let coded;                                                   
  let hashes;                    
  const text = (row        ) =>
    cellText(scanned, starts[row * width + index] ?? 0, ends[row * width + index] ?? 0, textOf);
  const cells        = {
    text,
    utf8: {
      get bytes() {
        return scanned.bytes
      },
      start: row => starts[row * width + index] ?? 0,
      end(row) {
        const end = ends[row * width + index] ?? 0;
        return end < 0 ? undefined : end
      },
    },
    get empty() {
      empty ??= emptiness();
      return empty
    },
    values(reader) {
      const read = reads.get(reader) ?? { words: doublesFor(kernel, room), values: undefined };
      reads.set(reader, read);
      read.values ??= valuesOf(reader, read.words);
      return read.values
    },
    get codes() {
      coded ??= { codes: codesOf() };
      return coded.codes
    },
    get hashes() {
      hashes ??= hashesOf();
      return hashes
    },
  };
  return {
    cells,
    renew(bytes) {
      scanned = bytes;
      empty = undefined;
      coded = undefined;
      hashes = undefined;
      for (const read of reads.values()) read.values = undefined;
    },
  }

  function emptiness()             {
    kernel.emptyCells(address, index, emptyBytes.address);
    return emptyBytes.array.subarray(0, found.rows)
  }

  function valuesOf(reader        , words                     )               {
    const { rows } = found;
    const values = words.array.subarray(0, rows);
    const unread = readValues(kernel, address, index, reader.form, words.address);
    for (let row = 0, cell = index; unread !== 0 && row < rows; row++, cell += width) {
      if (unread === undefined || Number.isNaN(values[row])) {
        values[row] = starts[cell] === ends[cell] ? Number.NaN : reader.read(text(row));
      }
    }
    return values
  }

  function codesOf()                    {
    numbered ??= { texts: textsOf(kernel), of: wordsFor(kernel, room) };
    const { texts, of } = numbered;
    const { rows } = found;
    return texts.code({ address, rows, width, bytes: scanned.bytes, starts, ends }, index, of.address)
      ? { of: of.array.subarray(0, rows), texts: texts.texts }
      : undefined
  }

  function hashesOf()         {
    ofHashes ??= { a: wordsFor(kernel, room), b: wordsFor(kernel, room), c: wordsFor(kernel, room) };
    const { a, b, c } = ofHashes;
    const { rows } = found;
    const leftOut = kernel.hashCells(address, index, a.address, b.address, c.address);
    for (let row = 0, cell = index; leftOut > 0 && row < rows; row++, cell += width) {
      if ((ends[cell] ?? 0) >= 0) continue
      const utf8 = encoder.encode(text(row));
      hashBytes(utf8, 0, utf8.length);
      a.array[row] = hashed[0] ?? 0;
      b.array[row] = hashed[1] ?? 0;
      c.array[row] = hashed[2] ?? 0;
    }
    return { a: a.array.subarray(0, rows), b: b.array.subarray(0, rows), c: c.array.subarray(0, rows) }
  }
}

const bytesFor = (kernel        , room        )                    => {
  const address = kernel.take(room);
  return { address, array: new Uint8Array(kernel.bufferTo(address, room), address, room) }
};

const wordsFor = (kernel        , room        )                     => {
  const address = kernel.take(4 * room);
  return { address, array: new Uint32Array(kernel.bufferTo(address, 4 * room), address, room) }
};

const doublesFor = (kernel        , room        )                      => {
  const address = kernel.take(8 * room);
  return { address, array: new Float64Array(kernel.bufferTo(address, 8 * room), address, room) }
};

export { BEYOND as B, overflowFolder as a, cellText as c, overflowFile as o, readStored as r, startKernel as s, textColumn as t };
