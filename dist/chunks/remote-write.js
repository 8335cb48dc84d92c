import { credentials } from './credentials.js';
import { d as deliver } from './deliver.js';
import { c as commonjsGlobal } from './_commonjsHelpers.js';

var snappyjs = {};

var snappy_decompressor = {};

var hasRequiredSnappy_decompressor;

function requireSnappy_decompressor () {
	if (hasRequiredSnappy_decompressor) return snappy_decompressor;
	hasRequiredSnappy_decompressor = 1;

	var WORD_MASK = [0, 0xff, 0xffff, 0xffffff, 0xffffffff];

	function copyBytes (fromArray, fromPos, toArray, toPos, length) {
	  var i;
	  for (i = 0; i < length; i++) {
	    toArray[toPos + i] = fromArray[fromPos + i];
	  }
	}

	function selfCopyBytes (array, pos, offset, length) {
	  var i;
	  for (i = 0; i < length; i++) {
	    array[pos + i] = array[pos - offset + i];
	  }
	}

	function SnappyDecompressor (compressed) {
	  this.array = compressed;
	  this.pos = 0;
	}

	SnappyDecompressor.prototype.readUncompressedLength = function () {
	  var result = 0;
	  var shift = 0;
	  var c, val;
	  while (shift < 32 && this.pos < this.array.length) {
	    c = this.array[this.pos];
	    this.pos += 1;
	    val = c & 0x7f;
	    if (((val << shift) >>> shift) !== val) {
	      return -1
	    }
	    result |= val << shift;
	    if (c < 128) {
	      return result
	    }
	    shift += 7;
	  }
	  return -1
	};

	SnappyDecompressor.prototype.uncompressToBuffer = function (outBuffer) {
	  var array = this.array;
	  var arrayLength = array.length;
	  var pos = this.pos;
	  var outPos = 0;

	  var c, len, smallLen;
	  var offset;

	  while (pos < array.length) {
	    c = array[pos];
	    pos += 1;
	    if ((c & 0x3) === 0) {
	       
	      len = (c >>> 2) + 1;
	      if (len > 60) {
	        if (pos + 3 >= arrayLength) {
	          return false
	        }
	        smallLen = len - 60;
	        len = array[pos] + (array[pos + 1] << 8) + (array[pos + 2] << 16) + (array[pos + 3] << 24);
	        len = (len & WORD_MASK[smallLen]) + 1;
	        pos += smallLen;
	      }
	      if (pos + len > arrayLength) {
	        return false
	      }
	      copyBytes(array, pos, outBuffer, outPos, len);
	      pos += len;
	      outPos += len;
	    } else {
	      switch (c & 0x3) {
	        case 1:
	          len = ((c >>> 2) & 0x7) + 4;
	          offset = array[pos] + ((c >>> 5) << 8);
	          pos += 1;
	          break
	        case 2:
	          if (pos + 1 >= arrayLength) {
	            return false
	          }
	          len = (c >>> 2) + 1;
	          offset = array[pos] + (array[pos + 1] << 8);
	          pos += 2;
	          break
	        case 3:
	          if (pos + 3 >= arrayLength) {
	            return false
	          }
	          len = (c >>> 2) + 1;
	          offset = array[pos] + (array[pos + 1] << 8) + (array[pos + 2] << 16) + (array[pos + 3] << 24);
	          pos += 4;
	          break
	      }
	      if (offset === 0 || offset > outPos) {
	        return false
	      }
	      selfCopyBytes(outBuffer, outPos, offset, len);
	      outPos += len;
	    }
	  }
	  return true
	};

	snappy_decompressor.SnappyDecompressor = SnappyDecompressor;
	return snappy_decompressor;
}

var snappy_compressor = {};

var hasRequiredSnappy_compressor;

function requireSnappy_compressor () {
	if (hasRequiredSnappy_compressor) return snappy_compressor;
	hasRequiredSnappy_compressor = 1;

	var BLOCK_LOG = 16;
	var BLOCK_SIZE = 1 << BLOCK_LOG;

	var MAX_HASH_TABLE_BITS = 14;
	var globalHashTables = new Array(MAX_HASH_TABLE_BITS + 1);

	function hashFunc (key, hashFuncShift) {
	  return (key * 0x1e35a7bd) >>> hashFuncShift
	}

	function load32 (array, pos) {
	  return array[pos] + (array[pos + 1] << 8) + (array[pos + 2] << 16) + (array[pos + 3] << 24)
	}

	function equals32 (array, pos1, pos2) {
	  return array[pos1] === array[pos2] &&
	         array[pos1 + 1] === array[pos2 + 1] &&
	         array[pos1 + 2] === array[pos2 + 2] &&
	         array[pos1 + 3] === array[pos2 + 3]
	}

	function copyBytes (fromArray, fromPos, toArray, toPos, length) {
	  var i;
	  for (i = 0; i < length; i++) {
	    toArray[toPos + i] = fromArray[fromPos + i];
	  }
	}

	function emitLiteral (input, ip, len, output, op) {
	  if (len <= 60) {
	    output[op] = (len - 1) << 2;
	    op += 1;
	  } else if (len < 256) {
	    output[op] = 60 << 2;
	    output[op + 1] = len - 1;
	    op += 2;
	  } else {
	    output[op] = 61 << 2;
	    output[op + 1] = (len - 1) & 0xff;
	    output[op + 2] = (len - 1) >>> 8;
	    op += 3;
	  }
	  copyBytes(input, ip, output, op, len);
	  return op + len
	}

	function emitCopyLessThan64 (output, op, offset, len) {
	  if (len < 12 && offset < 2048) {
	    output[op] = 1 + ((len - 4) << 2) + ((offset >>> 8) << 5);
	    output[op + 1] = offset & 0xff;
	    return op + 2
	  } else {
	    output[op] = 2 + ((len - 1) << 2);
	    output[op + 1] = offset & 0xff;
	    output[op + 2] = offset >>> 8;
	    return op + 3
	  }
	}

	function emitCopy (output, op, offset, len) {
	  while (len >= 68) {
	    op = emitCopyLessThan64(output, op, offset, 64);
	    len -= 64;
	  }
	  if (len > 64) {
	    op = emitCopyLessThan64(output, op, offset, 60);
	    len -= 60;
	  }
	  return emitCopyLessThan64(output, op, offset, len)
	}

	function compressFragment (input, ip, inputSize, output, op) {
	  var hashTableBits = 1;
	  while ((1 << hashTableBits) <= inputSize &&
	         hashTableBits <= MAX_HASH_TABLE_BITS) {
	    hashTableBits += 1;
	  }
	  hashTableBits -= 1;
	  var hashFuncShift = 32 - hashTableBits;

	  if (typeof globalHashTables[hashTableBits] === 'undefined') {
	    globalHashTables[hashTableBits] = new Uint16Array(1 << hashTableBits);
	  }
	  var hashTable = globalHashTables[hashTableBits];
	  var i;
	  for (i = 0; i < hashTable.length; i++) {
	    hashTable[i] = 0;
	  }

	  var ipEnd = ip + inputSize;
	  var ipLimit;
	  var baseIp = ip;
	  var nextEmit = ip;

	  var hash, nextHash;
	  var nextIp, candidate, skip;
	  var bytesBetweenHashLookups;
	  var base, matched, offset;
	  var prevHash, curHash;
	  var flag = true;

	  var INPUT_MARGIN = 15;
	  if (inputSize >= INPUT_MARGIN) {
	    ipLimit = ipEnd - INPUT_MARGIN;

	    ip += 1;
	    nextHash = hashFunc(load32(input, ip), hashFuncShift);

	    while (flag) {
	      skip = 32;
	      nextIp = ip;
	      do {
	        ip = nextIp;
	        hash = nextHash;
	        bytesBetweenHashLookups = skip >>> 5;
	        skip += 1;
	        nextIp = ip + bytesBetweenHashLookups;
	        if (ip > ipLimit) {
	          flag = false;
	          break
	        }
	        nextHash = hashFunc(load32(input, nextIp), hashFuncShift);
	        candidate = baseIp + hashTable[hash];
	        hashTable[hash] = ip - baseIp;
	      } while (!equals32(input, ip, candidate))

	      if (!flag) {
	        break
	      }

	      op = emitLiteral(input, nextEmit, ip - nextEmit, output, op);

	      do {
	        base = ip;
	        matched = 4;
	        while (ip + matched < ipEnd && input[ip + matched] === input[candidate + matched]) {
	          matched += 1;
	        }
	        ip += matched;
	        offset = base - candidate;
	        op = emitCopy(output, op, offset, matched);

	        nextEmit = ip;
	        if (ip >= ipLimit) {
	          flag = false;
	          break
	        }
	        prevHash = hashFunc(load32(input, ip - 1), hashFuncShift);
	        hashTable[prevHash] = ip - 1 - baseIp;
	        curHash = hashFunc(load32(input, ip), hashFuncShift);
	        candidate = baseIp + hashTable[curHash];
	        hashTable[curHash] = ip - baseIp;
	      } while (equals32(input, ip, candidate))

	      if (!flag) {
	        break
	      }

	      ip += 1;
	      nextHash = hashFunc(load32(input, ip), hashFuncShift);
	    }
	  }

	  if (nextEmit < ipEnd) {
	    op = emitLiteral(input, nextEmit, ipEnd - nextEmit, output, op);
	  }

	  return op
	}

	function putVarint (value, output, op) {
	  do {
	    output[op] = value & 0x7f;
	    value = value >>> 7;
	    if (value > 0) {
	      output[op] += 0x80;
	    }
	    op += 1;
	  } while (value > 0)
	  return op
	}

	function SnappyCompressor (uncompressed) {
	  this.array = uncompressed;
	}

	SnappyCompressor.prototype.maxCompressedLength = function () {
	  var sourceLen = this.array.length;
	  return 32 + sourceLen + Math.floor(sourceLen / 6)
	};

	SnappyCompressor.prototype.compressToBuffer = function (outBuffer) {
	  var array = this.array;
	  var length = array.length;
	  var pos = 0;
	  var outPos = 0;

	  var fragmentSize;

	  outPos = putVarint(length, outBuffer, outPos);
	  while (pos < length) {
	    fragmentSize = Math.min(length - pos, BLOCK_SIZE);
	    outPos = compressFragment(array, pos, fragmentSize, outBuffer, outPos);
	    pos += fragmentSize;
	  }

	  return outPos
	};

	snappy_compressor.SnappyCompressor = SnappyCompressor;
	return snappy_compressor;
}

var hasRequiredSnappyjs;

function requireSnappyjs () {
	if (hasRequiredSnappyjs) return snappyjs;
	hasRequiredSnappyjs = 1;

	function isNode () {
	  if (typeof process === 'object') {
	    if (typeof process.versions === 'object') {
	      if (typeof process.versions.node !== 'undefined') {
	        return true
	      }
	    }
	  }
	  return false
	}

	function isUint8Array (object) {
	  return object instanceof Uint8Array && (!isNode() || !Buffer.isBuffer(object))
	}

	function isArrayBuffer (object) {
	  return object instanceof ArrayBuffer
	}

	function isBuffer (object) {
	  if (!isNode()) {
	    return false
	  }
	  return Buffer.isBuffer(object)
	}

	var SnappyDecompressor = requireSnappy_decompressor().SnappyDecompressor;
	var SnappyCompressor = requireSnappy_compressor().SnappyCompressor;

	var TYPE_ERROR_MSG = 'Argument compressed must be type of ArrayBuffer, Buffer, or Uint8Array';

	function uncompress (compressed, maxLength) {
	  if (!isUint8Array(compressed) && !isArrayBuffer(compressed) && !isBuffer(compressed)) {
	    throw new TypeError(TYPE_ERROR_MSG)
	  }
	  var uint8Mode = false;
	  var arrayBufferMode = false;
	  if (isUint8Array(compressed)) {
	    uint8Mode = true;
	  } else if (isArrayBuffer(compressed)) {
	    arrayBufferMode = true;
	    compressed = new Uint8Array(compressed);
	  }
	  var decompressor = new SnappyDecompressor(compressed);
	  var length = decompressor.readUncompressedLength();
	  if (length === -1) {
	    throw new Error('Invalid Snappy bitstream')
	  }
	  if (length > maxLength) {
	    throw new Error(`The uncompressed length of ${length} is too big, expect at most ${maxLength}`)
	  }
	  var uncompressed, uncompressedView;
	  if (uint8Mode) {
	    uncompressed = new Uint8Array(length);
	    if (!decompressor.uncompressToBuffer(uncompressed)) {
	      throw new Error('Invalid Snappy bitstream')
	    }
	  } else if (arrayBufferMode) {
	    uncompressed = new ArrayBuffer(length);
	    uncompressedView = new Uint8Array(uncompressed);
	    if (!decompressor.uncompressToBuffer(uncompressedView)) {
	      throw new Error('Invalid Snappy bitstream')
	    }
	  } else {
	    uncompressed = Buffer.alloc(length);
	    if (!decompressor.uncompressToBuffer(uncompressed)) {
	      throw new Error('Invalid Snappy bitstream')
	    }
	  }
	  return uncompressed
	}

	function compress (uncompressed) {
	  if (!isUint8Array(uncompressed) && !isArrayBuffer(uncompressed) && !isBuffer(uncompressed)) {
	    throw new TypeError(TYPE_ERROR_MSG)
	  }
	  var uint8Mode = false;
	  var arrayBufferMode = false;
	  if (isUint8Array(uncompressed)) {
	    uint8Mode = true;
	  } else if (isArrayBuffer(uncompressed)) {
	    arrayBufferMode = true;
	    uncompressed = new Uint8Array(uncompressed);
	  }
	  var compressor = new SnappyCompressor(uncompressed);
	  var maxLength = compressor.maxCompressedLength();
	  var compressed, compressedView;
	  var length;
	  if (uint8Mode) {
	    compressed = new Uint8Array(maxLength);
	    length = compressor.compressToBuffer(compressed);
	  } else if (arrayBufferMode) {
	    compressed = new ArrayBuffer(maxLength);
	    compressedView = new Uint8Array(compressed);
	    length = compressor.compressToBuffer(compressedView);
	  } else {
	    compressed = Buffer.alloc(maxLength);
	    length = compressor.compressToBuffer(compressed);
	  }
	  if (!compressed.slice) {  
	    var compressedArray = new Uint8Array(Array.prototype.slice.call(compressed, 0, length));
	    if (uint8Mode) {
	      return compressedArray
	    } else if (arrayBufferMode) {
	      return compressedArray.buffer
	    } else {
	      throw new Error('Not implemented')
	    }
	  }

	  return compressed.slice(0, length)
	}

	snappyjs.uncompress = uncompress;
	snappyjs.compress = compress;
	return snappyjs;
}

var snappyjsExports = requireSnappyjs();

var indexMinimal = {};

var minimal$1 = {};

var aspromise;
var hasRequiredAspromise;

function requireAspromise () {
	if (hasRequiredAspromise) return aspromise;
	hasRequiredAspromise = 1;
	aspromise = asPromise;


















	function asPromise(fn, ctx ) {
	    var params  = new Array(arguments.length - 1),
	        offset  = 0,
	        index   = 2,
	        pending = true;
	    while (index < arguments.length)
	        params[offset++] = arguments[index++];
	    return new Promise(function executor(resolve, reject) {
	        params[offset] = function callback(err ) {
	            if (pending) {
	                pending = false;
	                if (err)
	                    reject(err);
	                else {
	                    var params = new Array(arguments.length - 1),
	                        offset = 0;
	                    while (offset < params.length)
	                        params[offset++] = arguments[offset];
	                    resolve.apply(null, params);
	                }
	            }
	        };
	        try {
	            fn.apply(ctx || null, params);
	        } catch (err) {
	            if (pending) {
	                pending = false;
	                reject(err);
	            }
	        }
	    });
	}
	return aspromise;
}

var base64 = {};

var hasRequiredBase64;

function requireBase64 () {
	if (hasRequiredBase64) return base64;
	hasRequiredBase64 = 1;
	(function (exports) {






		var base64 = exports;






		base64.length = function length(string) {
		    var p = string.length;
		    if (!p)
		        return 0;
		    while (p > 0 && string.charAt(p - 1) === "=")
		        --p;
		    return Math.floor(p * 3 / 4);
		};

		 
		var b64 = new Array(64);

		 
		var s64 = new Array(123);

		 
		for (var i = 0; i < 64;)
		    s64[b64[i] = i < 26 ? i + 65 : i < 52 ? i + 71 : i < 62 ? i - 4 : i - 59 | 43] = i++;

		s64[45] = 62;  
		s64[95] = 63;  








		base64.encode = function encode(buffer, start, end) {
		    var parts = null,
		        chunk = [];
		    var i = 0,  
		        j = 0,  
		        t;      
		    while (start < end) {
		        var b = buffer[start++];
		        switch (j) {
		            case 0:
		                chunk[i++] = b64[b >> 2];
		                t = (b & 3) << 4;
		                j = 1;
		                break;
		            case 1:
		                chunk[i++] = b64[t | b >> 4];
		                t = (b & 15) << 2;
		                j = 2;
		                break;
		            case 2:
		                chunk[i++] = b64[t | b >> 6];
		                chunk[i++] = b64[b & 63];
		                j = 0;
		                break;
		        }
		        if (i > 8191) {
		            (parts || (parts = [])).push(String.fromCharCode.apply(String, chunk));
		            i = 0;
		        }
		    }
		    if (j) {
		        chunk[i++] = b64[t];
		        chunk[i++] = 61;
		        if (j === 1)
		            chunk[i++] = 61;
		    }
		    if (parts) {
		        if (i)
		            parts.push(String.fromCharCode.apply(String, chunk.slice(0, i)));
		        return parts.join("");
		    }
		    return String.fromCharCode.apply(String, chunk.slice(0, i));
		};

		var invalidEncoding = "invalid encoding";









		base64.decode = function decode(string, buffer, offset) {
		    var start = offset;
		    var j = 0,  
		        t;      
		    for (var i = 0; i < string.length;) {
		        var c = string.charCodeAt(i++);
		        if (c === 61 && j > 1)
		            break;
		        if ((c = s64[c]) === undefined)
		            throw Error(invalidEncoding);
		        switch (j) {
		            case 0:
		                t = c;
		                j = 1;
		                break;
		            case 1:
		                buffer[offset++] = t << 2 | (c & 48) >> 4;
		                t = c;
		                j = 2;
		                break;
		            case 2:
		                buffer[offset++] = (t & 15) << 4 | (c & 60) >> 2;
		                t = c;
		                j = 3;
		                break;
		            case 3:
		                buffer[offset++] = (t & 3) << 6 | c;
		                j = 0;
		                break;
		        }
		    }
		    if (j === 1)
		        throw Error(invalidEncoding);
		    return offset - start;
		};

		var base64Re = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
		    base64UrlRe = /[-_]/,
		    base64UrlNoPaddingRe = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}(?:==)?|[A-Za-z0-9_-]{3}=?)?$/;






		base64.test = function test(string) {
		    return base64Re.test(string)
		        || base64UrlRe.test(string) && base64UrlNoPaddingRe.test(string);
		}; 
	} (base64));
	return base64;
}

var eventemitter;
var hasRequiredEventemitter;

function requireEventemitter () {
	if (hasRequiredEventemitter) return eventemitter;
	hasRequiredEventemitter = 1;
	eventemitter = EventEmitter;







	function EventEmitter() {

	    




	    this._listeners = Object.create(null);
	}
















	EventEmitter.prototype.on = function on(evt, fn, ctx) {
	    (this._listeners[evt] || (this._listeners[evt] = [])).push({
	        fn  : fn,
	        ctx : ctx || this
	    });
	    return this;
	};







	EventEmitter.prototype.off = function off(evt, fn) {
	    if (evt === undefined)
	        this._listeners = Object.create(null);
	    else {
	        if (fn === undefined)
	            this._listeners[evt] = [];
	        else {
	            var listeners = this._listeners[evt];
	            if (!listeners)
	                return this;
	            for (var i = 0; i < listeners.length;)
	                if (listeners[i].fn === fn)
	                    listeners.splice(i, 1);
	                else
	                    ++i;
	        }
	    }
	    return this;
	};







	EventEmitter.prototype.emit = function emit(evt) {
	    var listeners = this._listeners[evt];
	    if (listeners) {
	        var args = [],
	            i = 1;
	        for (; i < arguments.length;)
	            args.push(arguments[i++]);
	        for (i = 0; i < listeners.length;)
	            listeners[i].fn.apply(listeners[i++].ctx, args);
	    }
	    return this;
	};
	return eventemitter;
}

var float;
var hasRequiredFloat;

function requireFloat () {
	if (hasRequiredFloat) return float;
	hasRequiredFloat = 1;

	float = factory(factory);



















































































	 
	function factory(exports) {

	     
	    if (typeof Float32Array !== "undefined") (function() {

	        var f32 = new Float32Array([ -0 ]),
	            f8b = new Uint8Array(f32.buffer),
	            le  = f8b[3] === 128;

	        function writeFloat_f32_cpy(val, buf, pos) {
	            f32[0] = val;
	            buf[pos    ] = f8b[0];
	            buf[pos + 1] = f8b[1];
	            buf[pos + 2] = f8b[2];
	            buf[pos + 3] = f8b[3];
	        }

	        function writeFloat_f32_rev(val, buf, pos) {
	            f32[0] = val;
	            buf[pos    ] = f8b[3];
	            buf[pos + 1] = f8b[2];
	            buf[pos + 2] = f8b[1];
	            buf[pos + 3] = f8b[0];
	        }

	         
	        exports.writeFloatLE = le ? writeFloat_f32_cpy : writeFloat_f32_rev;
	         
	        exports.writeFloatBE = le ? writeFloat_f32_rev : writeFloat_f32_cpy;

	        function readFloat_f32_cpy(buf, pos) {
	            f8b[0] = buf[pos    ];
	            f8b[1] = buf[pos + 1];
	            f8b[2] = buf[pos + 2];
	            f8b[3] = buf[pos + 3];
	            return f32[0];
	        }

	        function readFloat_f32_rev(buf, pos) {
	            f8b[3] = buf[pos    ];
	            f8b[2] = buf[pos + 1];
	            f8b[1] = buf[pos + 2];
	            f8b[0] = buf[pos + 3];
	            return f32[0];
	        }

	         
	        exports.readFloatLE = le ? readFloat_f32_cpy : readFloat_f32_rev;
	         
	        exports.readFloatBE = le ? readFloat_f32_rev : readFloat_f32_cpy;

	     
	    })(); else (function() {

	        function writeFloat_ieee754(writeUint, val, buf, pos) {
	            var sign = val < 0 ? 1 : 0;
	            if (sign)
	                val = -val;
	            if (val === 0)
	                writeUint(1 / val > 0 ?   0 :   2147483648, buf, pos);
	            else if (isNaN(val))
	                writeUint(2143289344, buf, pos);
	            else if (val > 3.4028234663852886e+38)  
	                writeUint((sign << 31 | 2139095040) >>> 0, buf, pos);
	            else if (val < 1.1754943508222875e-38)  
	                writeUint((sign << 31 | Math.round(val / 1.401298464324817e-45)) >>> 0, buf, pos);
	            else {
	                var exponent = Math.floor(Math.log(val) / Math.LN2),
	                    mantissa = Math.round(val * Math.pow(2, -exponent) * 8388608) & 8388607;
	                writeUint((sign << 31 | exponent + 127 << 23 | mantissa) >>> 0, buf, pos);
	            }
	        }

	        exports.writeFloatLE = writeFloat_ieee754.bind(null, writeUintLE);
	        exports.writeFloatBE = writeFloat_ieee754.bind(null, writeUintBE);

	        function readFloat_ieee754(readUint, buf, pos) {
	            var uint = readUint(buf, pos),
	                sign = (uint >> 31) * 2 + 1,
	                exponent = uint >>> 23 & 255,
	                mantissa = uint & 8388607;
	            return exponent === 255
	                ? mantissa
	                ? NaN
	                : sign * Infinity
	                : exponent === 0  
	                ? sign * 1.401298464324817e-45 * mantissa
	                : sign * Math.pow(2, exponent - 150) * (mantissa + 8388608);
	        }

	        exports.readFloatLE = readFloat_ieee754.bind(null, readUintLE);
	        exports.readFloatBE = readFloat_ieee754.bind(null, readUintBE);

	    })();

	     
	    if (typeof Float64Array !== "undefined") (function() {

	        var f64 = new Float64Array([-0]),
	            f8b = new Uint8Array(f64.buffer),
	            le  = f8b[7] === 128;

	        function writeDouble_f64_cpy(val, buf, pos) {
	            f64[0] = val;
	            buf[pos    ] = f8b[0];
	            buf[pos + 1] = f8b[1];
	            buf[pos + 2] = f8b[2];
	            buf[pos + 3] = f8b[3];
	            buf[pos + 4] = f8b[4];
	            buf[pos + 5] = f8b[5];
	            buf[pos + 6] = f8b[6];
	            buf[pos + 7] = f8b[7];
	        }

	        function writeDouble_f64_rev(val, buf, pos) {
	            f64[0] = val;
	            buf[pos    ] = f8b[7];
	            buf[pos + 1] = f8b[6];
	            buf[pos + 2] = f8b[5];
	            buf[pos + 3] = f8b[4];
	            buf[pos + 4] = f8b[3];
	            buf[pos + 5] = f8b[2];
	            buf[pos + 6] = f8b[1];
	            buf[pos + 7] = f8b[0];
	        }

	         
	        exports.writeDoubleLE = le ? writeDouble_f64_cpy : writeDouble_f64_rev;
	         
	        exports.writeDoubleBE = le ? writeDouble_f64_rev : writeDouble_f64_cpy;

	        function readDouble_f64_cpy(buf, pos) {
	            f8b[0] = buf[pos    ];
	            f8b[1] = buf[pos + 1];
	            f8b[2] = buf[pos + 2];
	            f8b[3] = buf[pos + 3];
	            f8b[4] = buf[pos + 4];
	            f8b[5] = buf[pos + 5];
	            f8b[6] = buf[pos + 6];
	            f8b[7] = buf[pos + 7];
	            return f64[0];
	        }

	        function readDouble_f64_rev(buf, pos) {
	            f8b[7] = buf[pos    ];
	            f8b[6] = buf[pos + 1];
	            f8b[5] = buf[pos + 2];
	            f8b[4] = buf[pos + 3];
	            f8b[3] = buf[pos + 4];
	            f8b[2] = buf[pos + 5];
	            f8b[1] = buf[pos + 6];
	            f8b[0] = buf[pos + 7];
	            return f64[0];
	        }

	         
	        exports.readDoubleLE = le ? readDouble_f64_cpy : readDouble_f64_rev;
	         
	        exports.readDoubleBE = le ? readDouble_f64_rev : readDouble_f64_cpy;

	     
	    })(); else (function() {

	        function writeDouble_ieee754(writeUint, off0, off1, val, buf, pos) {
	            var sign = val < 0 ? 1 : 0;
	            if (sign)
	                val = -val;
	            if (val === 0) {
	                writeUint(0, buf, pos + off0);
	                writeUint(1 / val > 0 ?   0 :   2147483648, buf, pos + off1);
	            } else if (isNaN(val)) {
	                writeUint(0, buf, pos + off0);
	                writeUint(2146959360, buf, pos + off1);
	            } else if (val > 1.7976931348623157e+308) {  
	                writeUint(0, buf, pos + off0);
	                writeUint((sign << 31 | 2146435072) >>> 0, buf, pos + off1);
	            } else {
	                var mantissa;
	                if (val < 2.2250738585072014e-308) {  
	                    mantissa = val / 5e-324;
	                    writeUint(mantissa >>> 0, buf, pos + off0);
	                    writeUint((sign << 31 | mantissa / 4294967296) >>> 0, buf, pos + off1);
	                } else {
	                    var exponent = Math.floor(Math.log(val) / Math.LN2);
	                    if (exponent === 1024)
	                        exponent = 1023;
	                    mantissa = val * Math.pow(2, -exponent);
	                    writeUint(mantissa * 4503599627370496 >>> 0, buf, pos + off0);
	                    writeUint((sign << 31 | exponent + 1023 << 20 | mantissa * 1048576 & 1048575) >>> 0, buf, pos + off1);
	                }
	            }
	        }

	        exports.writeDoubleLE = writeDouble_ieee754.bind(null, writeUintLE, 0, 4);
	        exports.writeDoubleBE = writeDouble_ieee754.bind(null, writeUintBE, 4, 0);

	        function readDouble_ieee754(readUint, off0, off1, buf, pos) {
	            var lo = readUint(buf, pos + off0),
	                hi = readUint(buf, pos + off1);
	            var sign = (hi >> 31) * 2 + 1,
	                exponent = hi >>> 20 & 2047,
	                mantissa = 4294967296 * (hi & 1048575) + lo;
	            return exponent === 2047
	                ? mantissa
	                ? NaN
	                : sign * Infinity
	                : exponent === 0  
	                ? sign * 5e-324 * mantissa
	                : sign * Math.pow(2, exponent - 1075) * (mantissa + 4503599627370496);
	        }

	        exports.readDoubleLE = readDouble_ieee754.bind(null, readUintLE, 0, 4);
	        exports.readDoubleBE = readDouble_ieee754.bind(null, readUintBE, 4, 0);

	    })();

	    return exports;
	}

	 

	function writeUintLE(val, buf, pos) {
	    buf[pos    ] =  val        & 255;
	    buf[pos + 1] =  val >>> 8  & 255;
	    buf[pos + 2] =  val >>> 16 & 255;
	    buf[pos + 3] =  val >>> 24;
	}

	function writeUintBE(val, buf, pos) {
	    buf[pos    ] =  val >>> 24;
	    buf[pos + 1] =  val >>> 16 & 255;
	    buf[pos + 2] =  val >>> 8  & 255;
	    buf[pos + 3] =  val        & 255;
	}

	function readUintLE(buf, pos) {
	    return (buf[pos    ]
	          | buf[pos + 1] << 8
	          | buf[pos + 2] << 16
	          | buf[pos + 3] << 24) >>> 0;
	}

	function readUintBE(buf, pos) {
	    return (buf[pos    ] << 24
	          | buf[pos + 1] << 16
	          | buf[pos + 2] << 8
	          | buf[pos + 3]) >>> 0;
	}
	return float;
}

var utf8 = {};

var hasRequiredUtf8;

function requireUtf8 () {
	if (hasRequiredUtf8) return utf8;
	hasRequiredUtf8 = 1;
	(function (exports) {






		var utf8 = exports,
		    looseDecoder = new TextDecoder("utf-8", { ignoreBOM: true }),
		    strictDecoder;
		var TEXT_DECODER_MIN_LENGTH = 64;

		try {
		    strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
		} catch (err) {
		     
		    strictDecoder = looseDecoder;
		}






		utf8.length = function utf8_length(string) {
		    var len = 0,
		        c = 0;
		    for (var i = 0; i < string.length; ++i) {
		        c = string.charCodeAt(i);
		        if (c < 128)
		            len += 1;
		        else if (c < 2048)
		            len += 2;
		        else if ((c & 0xFC00) === 0xD800 && (string.charCodeAt(i + 1) & 0xFC00) === 0xDC00) {
		            ++i;
		            len += 4;
		        } else
		            len += 3;
		    }
		    return len;
		};

		function utf8_read_decoder(decoder, buffer, start, end) {
		    var source = start === 0 && end === buffer.length
		        ? buffer
		        : buffer.subarray(start, end);
		    return decoder.decode(source);
		}








		utf8.read = function utf8_read_loose(buffer, start, end) {
		    if (end - start < 1)
		        return "";
		    if (end - start >= TEXT_DECODER_MIN_LENGTH)
		        return utf8_read_decoder(looseDecoder, buffer, start, end);

		    var str = "",
		        i = start,
		        c1, c2, c3, c4, c5, c6, c7, c8;

		    for (; i + 7 < end; i += 8) {
		        c1 = buffer[i];
		        c2 = buffer[i + 1];
		        c3 = buffer[i + 2];
		        c4 = buffer[i + 3];
		        c5 = buffer[i + 4];
		        c6 = buffer[i + 5];
		        c7 = buffer[i + 6];
		        c8 = buffer[i + 7];
		        if ((c1 | c2 | c3 | c4 | c5 | c6 | c7 | c8) & 0x80)
		            return str + utf8_read_decoder(looseDecoder, buffer, i, end);
		        str += String.fromCharCode(c1, c2, c3, c4, c5, c6, c7, c8);
		    }

		    for (; i < end; ++i) {
		        c1 = buffer[i];
		        if (c1 & 0x80)
		            return str + utf8_read_decoder(looseDecoder, buffer, i, end);
		        str += String.fromCharCode(c1);
		    }

		    return str;
		};








		utf8.readStrict = function utf8_read_strict(buffer, start, end) {
		    if (end - start < 1)
		        return "";
		    if (end - start >= TEXT_DECODER_MIN_LENGTH)
		        return utf8_read_decoder(strictDecoder, buffer, start, end);

		    var str = "",
		        i = start,
		        c1, c2, c3, c4, c5, c6, c7, c8;

		    for (; i + 7 < end; i += 8) {
		        c1 = buffer[i];
		        c2 = buffer[i + 1];
		        c3 = buffer[i + 2];
		        c4 = buffer[i + 3];
		        c5 = buffer[i + 4];
		        c6 = buffer[i + 5];
		        c7 = buffer[i + 6];
		        c8 = buffer[i + 7];
		        if ((c1 | c2 | c3 | c4 | c5 | c6 | c7 | c8) & 0x80)
		            return str + utf8_read_decoder(strictDecoder, buffer, i, end);
		        str += String.fromCharCode(c1, c2, c3, c4, c5, c6, c7, c8);
		    }

		    for (; i < end; ++i) {
		        c1 = buffer[i];
		        if (c1 & 0x80)
		            return str + utf8_read_decoder(strictDecoder, buffer, i, end);
		        str += String.fromCharCode(c1);
		    }

		    return str;
		};








		utf8.write = function utf8_write(string, buffer, offset) {
		    var start = offset,
		        c1,  
		        c2;  
		    for (var i = 0; i < string.length; ++i) {
		        c1 = string.charCodeAt(i);
		        if (c1 < 128) {
		            buffer[offset++] = c1;
		        } else if (c1 < 2048) {
		            buffer[offset++] = c1 >> 6       | 192;
		            buffer[offset++] = c1       & 63 | 128;
		        } else if ((c1 & 0xFC00) === 0xD800 && ((c2 = string.charCodeAt(i + 1)) & 0xFC00) === 0xDC00) {
		            c1 = 0x10000 + ((c1 & 0x03FF) << 10) + (c2 & 0x03FF);
		            ++i;
		            buffer[offset++] = c1 >> 18      | 240;
		            buffer[offset++] = c1 >> 12 & 63 | 128;
		            buffer[offset++] = c1 >> 6  & 63 | 128;
		            buffer[offset++] = c1       & 63 | 128;
		        } else {
		            buffer[offset++] = c1 >> 12      | 224;
		            buffer[offset++] = c1 >> 6  & 63 | 128;
		            buffer[offset++] = c1       & 63 | 128;
		        }
		    }
		    return offset - start;
		}; 
	} (utf8));
	return utf8;
}

var pool_1;
var hasRequiredPool;

function requirePool () {
	if (hasRequiredPool) return pool_1;
	hasRequiredPool = 1;
	pool_1 = pool;




























	function pool(alloc, slice, size) {
	    var SIZE   = size || 8192;
	    var MAX    = SIZE >>> 1;
	    var slab   = null;
	    var offset = SIZE;
	    return function pool_alloc(size) {
	        if (size < 1 || size > MAX)
	            return alloc(size);
	        if (offset + size > SIZE) {
	            slab = alloc(SIZE);
	            offset = 0;
	        }
	        var buf = slice.call(slab, offset, offset += size);
	        if (offset & 7)  
	            offset = (offset | 7) + 1;
	        return buf;
	    };
	}
	return pool_1;
}

var longbits;
var hasRequiredLongbits;

function requireLongbits () {
	if (hasRequiredLongbits) return longbits;
	hasRequiredLongbits = 1;
	longbits = LongBits;

	var Long;









	function LongBits(lo, hi) {

	     
	     

	    



	    this.lo = lo >>> 0;

	    



	    this.hi = hi >>> 0;
	}






	var zero = LongBits.zero = new LongBits(0, 0);

	zero.toNumber = function() { return 0; };
	zero.zzEncode = zero.zzDecode = function() { return this; };
	zero.length = function() { return 1; };






	var zeroHash = LongBits.zeroHash = "\0\0\0\0\0\0\0\0";






	LongBits.fromNumber = function fromNumber(value) {
	    if (value === 0)
	        return zero;
	    var sign = value < 0;
	    if (sign)
	        value = -value;
	    var lo = value >>> 0,
	        hi = (value - lo) / 4294967296 >>> 0;
	    if (sign) {
	        hi = ~hi >>> 0;
	        lo = ~lo >>> 0;
	        if (++lo > 4294967295) {
	            lo = 0;
	            if (++hi > 4294967295)
	                hi = 0;
	        }
	    }
	    return new LongBits(lo, hi);
	};






	LongBits.from = function from(value) {
	    if (typeof value === "number")
	        return LongBits.fromNumber(value);
	    if (typeof value === "string" || value instanceof String) {
	         
	        if (Long)
	            value = Long.fromString(value);
	        else
	            return LongBits.fromNumber(parseInt(value, 10));
	    }
	    return value.low || value.high ? new LongBits(value.low >>> 0, value.high >>> 0) : zero;
	};






	LongBits.prototype.toNumber = function toNumber(unsigned) {
	    if (!unsigned && this.hi >>> 31) {
	        var lo = ~this.lo + 1 >>> 0,
	            hi = ~this.hi     >>> 0;
	        if (!lo)
	            hi = hi + 1 >>> 0;
	        return -(lo + hi * 4294967296);
	    }
	    return this.lo + this.hi * 4294967296;
	};






	LongBits.prototype.toLong = function toLong(unsigned) {
	    return Long
	        ? new Long(this.lo | 0, this.hi | 0, Boolean(unsigned))
	         
	        : { low: this.lo | 0, high: this.hi | 0, unsigned: Boolean(unsigned) };
	};

	var charCodeAt = String.prototype.charCodeAt;






	LongBits.fromHash = function fromHash(hash) {
	    if (hash === zeroHash)
	        return zero;
	    return new LongBits(
	        ( charCodeAt.call(hash, 0)
	        | charCodeAt.call(hash, 1) << 8
	        | charCodeAt.call(hash, 2) << 16
	        | charCodeAt.call(hash, 3) << 24) >>> 0
	    ,
	        ( charCodeAt.call(hash, 4)
	        | charCodeAt.call(hash, 5) << 8
	        | charCodeAt.call(hash, 6) << 16
	        | charCodeAt.call(hash, 7) << 24) >>> 0
	    );
	};





	LongBits.prototype.toHash = function toHash() {
	    return String.fromCharCode(
	        this.lo        & 255,
	        this.lo >>> 8  & 255,
	        this.lo >>> 16 & 255,
	        this.lo >>> 24      ,
	        this.hi        & 255,
	        this.hi >>> 8  & 255,
	        this.hi >>> 16 & 255,
	        this.hi >>> 24
	    );
	};





	LongBits.prototype.zzEncode = function zzEncode() {
	    var mask =   this.hi >> 31;
	    this.hi  = ((this.hi << 1 | this.lo >>> 31) ^ mask) >>> 0;
	    this.lo  = ( this.lo << 1                   ^ mask) >>> 0;
	    return this;
	};





	LongBits.prototype.zzDecode = function zzDecode() {
	    var mask = -(this.lo & 1);
	    this.lo  = ((this.lo >>> 1 | this.hi << 31) ^ mask) >>> 0;
	    this.hi  = ( this.hi >>> 1                  ^ mask) >>> 0;
	    return this;
	};





	LongBits.prototype.length = function length() {
	    var part0 =  this.lo,
	        part1 = (this.lo >>> 28 | this.hi << 4) >>> 0,
	        part2 =  this.hi >>> 24;
	    return part2 === 0
	         ? part1 === 0
	           ? part0 < 16384
	             ? part0 < 128 ? 1 : 2
	             : part0 < 2097152 ? 3 : 4
	           : part1 < 16384
	             ? part1 < 128 ? 5 : 6
	             : part1 < 2097152 ? 7 : 8
	         : part2 < 128 ? 9 : 10;
	};

	LongBits._configure = function(Long_) {
	    Long = Long_;
	};
	return longbits;
}

var umd$1 = {exports: {}};

var umd = umd$1.exports;

var hasRequiredUmd;

function requireUmd () {
	if (hasRequiredUmd) return umd$1.exports;
	hasRequiredUmd = 1;
	(function (module, exports) {
		(function (global, factory) {
		  function preferDefault(exports) {
		    return exports.default || exports;
		  }
		  {
		    factory(exports);
		    module.exports = preferDefault(exports);
		  }
		})(
		  typeof globalThis !== "undefined"
		    ? globalThis
		    : typeof self !== "undefined"
		      ? self
		      : umd,
		  function (_exports) {

		    Object.defineProperty(_exports, "__esModule", {
		      value: true,
		    });
		    _exports.default = void 0;
		    



















		     
		    var wasm = null;
		    try {
		      wasm = new WebAssembly.Instance(
		        new WebAssembly.Module(
		          new Uint8Array([
		             
		            0, 97, 115, 109,
		             
		            1, 0, 0, 0,
		             
		            1, 13, 2,
		             
		            96, 0, 1, 127,
		             
		            96, 4, 127, 127, 127, 127, 1, 127,
		             
		            3, 7, 6,
		             
		            0,
		             
		            1,
		             
		            1,
		             
		            1,
		             
		            1,
		             
		            1,
		             
		            6, 6, 1,
		             
		            127, 1, 65, 0, 11,
		             
		            7, 50, 6,
		             
		            3, 109, 117, 108, 0, 1,
		             
		            5, 100, 105, 118, 95, 115, 0, 2,
		             
		            5, 100, 105, 118, 95, 117, 0, 3,
		             
		            5, 114, 101, 109, 95, 115, 0, 4,
		             
		            5, 114, 101, 109, 95, 117, 0, 5,
		             
		            8, 103, 101, 116, 95, 104, 105, 103, 104, 0, 0,
		             
		            10, 191, 1, 6,
		             
		            4, 0, 35, 0, 11,
		             
		            36, 1, 1, 126, 32, 0, 173, 32, 1, 173, 66, 32, 134, 132, 32, 2, 173,
		            32, 3, 173, 66, 32, 134, 132, 126, 34, 4, 66, 32, 135, 167, 36, 0,
		            32, 4, 167, 11,
		             
		            36, 1, 1, 126, 32, 0, 173, 32, 1, 173, 66, 32, 134, 132, 32, 2, 173,
		            32, 3, 173, 66, 32, 134, 132, 127, 34, 4, 66, 32, 135, 167, 36, 0,
		            32, 4, 167, 11,
		             
		            36, 1, 1, 126, 32, 0, 173, 32, 1, 173, 66, 32, 134, 132, 32, 2, 173,
		            32, 3, 173, 66, 32, 134, 132, 128, 34, 4, 66, 32, 135, 167, 36, 0,
		            32, 4, 167, 11,
		             
		            36, 1, 1, 126, 32, 0, 173, 32, 1, 173, 66, 32, 134, 132, 32, 2, 173,
		            32, 3, 173, 66, 32, 134, 132, 129, 34, 4, 66, 32, 135, 167, 36, 0,
		            32, 4, 167, 11,
		             
		            36, 1, 1, 126, 32, 0, 173, 32, 1, 173, 66, 32, 134, 132, 32, 2, 173,
		            32, 3, 173, 66, 32, 134, 132, 130, 34, 4, 66, 32, 135, 167, 36, 0,
		            32, 4, 167, 11,
		          ]),
		        ),
		        {},
		      ).exports;
		    } catch {
		       
		    }

		    









		    function Long(low, high, unsigned) {
		      



		      this.low = low | 0;

		      



		      this.high = high | 0;

		      



		      this.unsigned = !!unsigned;
		    }

		     
		     
		     
		     
		     
		     
		     
		     
		     
		     
		     
		     
		     
		     
		     
		     

		    





		    Long.prototype.__isLong__;
		    Object.defineProperty(Long.prototype, "__isLong__", {
		      value: true,
		    });

		    





		    function isLong(obj) {
		      return (obj && obj["__isLong__"]) === true;
		    }

		    





		    function ctz32(value) {
		      var c = Math.clz32(value & -value);
		      return value ? 31 - c : c;
		    }

		    





		    Long.isLong = isLong;

		    




		    var INT_CACHE = {};

		    




		    var UINT_CACHE = {};

		    





		    function fromInt(value, unsigned) {
		      var obj, cachedObj, cache;
		      if (unsigned) {
		        value >>>= 0;
		        if ((cache = 0 <= value && value < 256)) {
		          cachedObj = UINT_CACHE[value];
		          if (cachedObj) return cachedObj;
		        }
		        obj = fromBits(value, 0, true);
		        if (cache) UINT_CACHE[value] = obj;
		        return obj;
		      } else {
		        value |= 0;
		        if ((cache = -128 <= value && value < 128)) {
		          cachedObj = INT_CACHE[value];
		          if (cachedObj) return cachedObj;
		        }
		        obj = fromBits(value, value < 0 ? -1 : 0, false);
		        if (cache) INT_CACHE[value] = obj;
		        return obj;
		      }
		    }

		    






		    Long.fromInt = fromInt;

		    





		    function fromNumber(value, unsigned) {
		      if (isNaN(value)) return unsigned ? UZERO : ZERO;
		      if (unsigned) {
		        if (value < 0) return UZERO;
		        if (value >= TWO_PWR_64_DBL) return MAX_UNSIGNED_VALUE;
		      } else {
		        if (value <= -TWO_PWR_63_DBL) return MIN_VALUE;
		        if (value + 1 >= TWO_PWR_63_DBL) return MAX_VALUE;
		      }
		      if (value < 0) return fromNumber(-value, unsigned).neg();
		      return fromBits(
		        value % TWO_PWR_32_DBL | 0,
		        (value / TWO_PWR_32_DBL) | 0,
		        unsigned,
		      );
		    }

		    






		    Long.fromNumber = fromNumber;

		    






		    function fromBits(lowBits, highBits, unsigned) {
		      return new Long(lowBits, highBits, unsigned);
		    }

		    








		    Long.fromBits = fromBits;

		    






		    var pow_dbl = Math.pow;  

		    






		    function fromString(str, unsigned, radix) {
		      if (str.length === 0) throw Error("empty string");
		      if (typeof unsigned === "number") {
		         
		        radix = unsigned;
		        unsigned = false;
		      } else {
		        unsigned = !!unsigned;
		      }
		      if (
		        str === "NaN" ||
		        str === "Infinity" ||
		        str === "+Infinity" ||
		        str === "-Infinity"
		      )
		        return unsigned ? UZERO : ZERO;
		      radix = radix || 10;
		      if (radix < 2 || 36 < radix) throw RangeError("radix");
		      var p;
		      if ((p = str.indexOf("-")) > 0) throw Error("interior hyphen");
		      else if (p === 0) {
		        return fromString(str.substring(1), unsigned, radix).neg();
		      }

		       
		       
		      var radixToPower = fromNumber(pow_dbl(radix, 8));
		      var result = ZERO;
		      for (var i = 0; i < str.length; i += 8) {
		        var size = Math.min(8, str.length - i),
		          value = parseInt(str.substring(i, i + size), radix);
		        if (size < 8) {
		          var power = fromNumber(pow_dbl(radix, size));
		          result = result.mul(power).add(fromNumber(value));
		        } else {
		          result = result.mul(radixToPower);
		          result = result.add(fromNumber(value));
		        }
		      }
		      result.unsigned = unsigned;
		      return result;
		    }

		    







		    Long.fromString = fromString;

		    






		    function fromValue(val, unsigned) {
		      if (typeof val === "number") return fromNumber(val, unsigned);
		      if (typeof val === "string") return fromString(val, unsigned);
		       
		      return fromBits(
		        val.low,
		        val.high,
		        typeof unsigned === "boolean" ? unsigned : val.unsigned,
		      );
		    }

		    






		    Long.fromValue = fromValue;

		     
		     

		    




		    var TWO_PWR_16_DBL = 1 << 16;

		    




		    var TWO_PWR_24_DBL = 1 << 24;

		    




		    var TWO_PWR_32_DBL = TWO_PWR_16_DBL * TWO_PWR_16_DBL;

		    




		    var TWO_PWR_64_DBL = TWO_PWR_32_DBL * TWO_PWR_32_DBL;

		    




		    var TWO_PWR_63_DBL = TWO_PWR_64_DBL / 2;

		    




		    var TWO_PWR_24 = fromInt(TWO_PWR_24_DBL);

		    



		    var ZERO = fromInt(0);

		    



		    Long.ZERO = ZERO;

		    



		    var UZERO = fromInt(0, true);

		    



		    Long.UZERO = UZERO;

		    



		    var ONE = fromInt(1);

		    



		    Long.ONE = ONE;

		    



		    var UONE = fromInt(1, true);

		    



		    Long.UONE = UONE;

		    



		    var NEG_ONE = fromInt(-1);

		    



		    Long.NEG_ONE = NEG_ONE;

		    



		    var MAX_VALUE = fromBits(0xffffffff | 0, 0x7fffffff | 0, false);

		    



		    Long.MAX_VALUE = MAX_VALUE;

		    



		    var MAX_UNSIGNED_VALUE = fromBits(0xffffffff | 0, 0xffffffff | 0, true);

		    



		    Long.MAX_UNSIGNED_VALUE = MAX_UNSIGNED_VALUE;

		    



		    var MIN_VALUE = fromBits(0, 0x80000000 | 0, false);

		    



		    Long.MIN_VALUE = MIN_VALUE;

		    



		    var LongPrototype = Long.prototype;

		    




		    LongPrototype.toInt = function toInt() {
		      return this.unsigned ? this.low >>> 0 : this.low;
		    };

		    




		    LongPrototype.toNumber = function toNumber() {
		      if (this.unsigned)
		        return (this.high >>> 0) * TWO_PWR_32_DBL + (this.low >>> 0);
		      return this.high * TWO_PWR_32_DBL + (this.low >>> 0);
		    };

		    







		    LongPrototype.toString = function toString(radix) {
		      radix = radix || 10;
		      if (radix < 2 || 36 < radix) throw RangeError("radix");
		      if (this.isZero()) return "0";
		      if (this.isNegative()) {
		         
		        if (this.eq(MIN_VALUE)) {
		           
		           
		          var radixLong = fromNumber(radix),
		            div = this.div(radixLong),
		            rem1 = div.mul(radixLong).sub(this);
		          return div.toString(radix) + rem1.toInt().toString(radix);
		        } else return "-" + this.neg().toString(radix);
		      }

		       
		       
		      var radixToPower = fromNumber(pow_dbl(radix, 6), this.unsigned),
		        rem = this;
		      var result = "";
		      while (true) {
		        var remDiv = rem.div(radixToPower),
		          intval = rem.sub(remDiv.mul(radixToPower)).toInt() >>> 0,
		          digits = intval.toString(radix);
		        rem = remDiv;
		        if (rem.isZero()) return digits + result;
		        else {
		          while (digits.length < 6) digits = "0" + digits;
		          result = "" + digits + result;
		        }
		      }
		    };

		    




		    LongPrototype.getHighBits = function getHighBits() {
		      return this.high;
		    };

		    




		    LongPrototype.getHighBitsUnsigned = function getHighBitsUnsigned() {
		      return this.high >>> 0;
		    };

		    




		    LongPrototype.getLowBits = function getLowBits() {
		      return this.low;
		    };

		    




		    LongPrototype.getLowBitsUnsigned = function getLowBitsUnsigned() {
		      return this.low >>> 0;
		    };

		    




		    LongPrototype.getNumBitsAbs = function getNumBitsAbs() {
		      if (this.isNegative())
		         
		        return this.eq(MIN_VALUE) ? 64 : this.neg().getNumBitsAbs();
		      var val = this.high != 0 ? this.high : this.low;
		      for (var bit = 31; bit > 0; bit--) if ((val & (1 << bit)) != 0) break;
		      return this.high != 0 ? bit + 33 : bit + 1;
		    };

		    




		    LongPrototype.isSafeInteger = function isSafeInteger() {
		       
		      var top11Bits = this.high >> 21;
		       
		      if (!top11Bits) return true;
		       
		      if (this.unsigned) return false;
		       
		      return top11Bits === -1 && !(this.low === 0 && this.high === -2097152);
		    };

		    




		    LongPrototype.isZero = function isZero() {
		      return this.high === 0 && this.low === 0;
		    };

		    



		    LongPrototype.eqz = LongPrototype.isZero;

		    




		    LongPrototype.isNegative = function isNegative() {
		      return !this.unsigned && this.high < 0;
		    };

		    




		    LongPrototype.isPositive = function isPositive() {
		      return this.unsigned || this.high >= 0;
		    };

		    




		    LongPrototype.isOdd = function isOdd() {
		      return (this.low & 1) === 1;
		    };

		    




		    LongPrototype.isEven = function isEven() {
		      return (this.low & 1) === 0;
		    };

		    





		    LongPrototype.equals = function equals(other) {
		      if (!isLong(other)) other = fromValue(other);
		      if (
		        this.unsigned !== other.unsigned &&
		        this.high >>> 31 === 1 &&
		        other.high >>> 31 === 1
		      )
		        return false;
		      return this.high === other.high && this.low === other.low;
		    };

		    





		    LongPrototype.eq = LongPrototype.equals;

		    





		    LongPrototype.notEquals = function notEquals(other) {
		      return !this.eq(  other);
		    };

		    





		    LongPrototype.neq = LongPrototype.notEquals;

		    





		    LongPrototype.ne = LongPrototype.notEquals;

		    





		    LongPrototype.lessThan = function lessThan(other) {
		      return this.comp(  other) < 0;
		    };

		    





		    LongPrototype.lt = LongPrototype.lessThan;

		    





		    LongPrototype.lessThanOrEqual = function lessThanOrEqual(other) {
		      return this.comp(  other) <= 0;
		    };

		    





		    LongPrototype.lte = LongPrototype.lessThanOrEqual;

		    





		    LongPrototype.le = LongPrototype.lessThanOrEqual;

		    





		    LongPrototype.greaterThan = function greaterThan(other) {
		      return this.comp(  other) > 0;
		    };

		    





		    LongPrototype.gt = LongPrototype.greaterThan;

		    





		    LongPrototype.greaterThanOrEqual = function greaterThanOrEqual(other) {
		      return this.comp(  other) >= 0;
		    };

		    





		    LongPrototype.gte = LongPrototype.greaterThanOrEqual;

		    





		    LongPrototype.ge = LongPrototype.greaterThanOrEqual;

		    






		    LongPrototype.compare = function compare(other) {
		      if (!isLong(other)) other = fromValue(other);
		      if (this.eq(other)) return 0;
		      var thisNeg = this.isNegative(),
		        otherNeg = other.isNegative();
		      if (thisNeg && !otherNeg) return -1;
		      if (!thisNeg && otherNeg) return 1;
		       
		      if (!this.unsigned) return this.sub(other).isNegative() ? -1 : 1;
		       
		      return other.high >>> 0 > this.high >>> 0 ||
		        (other.high === this.high && other.low >>> 0 > this.low >>> 0)
		        ? -1
		        : 1;
		    };

		    






		    LongPrototype.comp = LongPrototype.compare;

		    




		    LongPrototype.negate = function negate() {
		      if (!this.unsigned && this.eq(MIN_VALUE)) return MIN_VALUE;
		      return this.not().add(ONE);
		    };

		    




		    LongPrototype.neg = LongPrototype.negate;

		    





		    LongPrototype.add = function add(addend) {
		      if (!isLong(addend)) addend = fromValue(addend);

		       

		      var a48 = this.high >>> 16;
		      var a32 = this.high & 0xffff;
		      var a16 = this.low >>> 16;
		      var a00 = this.low & 0xffff;
		      var b48 = addend.high >>> 16;
		      var b32 = addend.high & 0xffff;
		      var b16 = addend.low >>> 16;
		      var b00 = addend.low & 0xffff;
		      var c48 = 0,
		        c32 = 0,
		        c16 = 0,
		        c00 = 0;
		      c00 += a00 + b00;
		      c16 += c00 >>> 16;
		      c00 &= 0xffff;
		      c16 += a16 + b16;
		      c32 += c16 >>> 16;
		      c16 &= 0xffff;
		      c32 += a32 + b32;
		      c48 += c32 >>> 16;
		      c32 &= 0xffff;
		      c48 += a48 + b48;
		      c48 &= 0xffff;
		      return fromBits((c16 << 16) | c00, (c48 << 16) | c32, this.unsigned);
		    };

		    





		    LongPrototype.subtract = function subtract(subtrahend) {
		      if (!isLong(subtrahend)) subtrahend = fromValue(subtrahend);
		      return this.add(subtrahend.neg());
		    };

		    





		    LongPrototype.sub = LongPrototype.subtract;

		    





		    LongPrototype.multiply = function multiply(multiplier) {
		      if (this.isZero()) return this;
		      if (!isLong(multiplier)) multiplier = fromValue(multiplier);

		       
		      if (wasm) {
		        var low = wasm["mul"](
		          this.low,
		          this.high,
		          multiplier.low,
		          multiplier.high,
		        );
		        return fromBits(low, wasm["get_high"](), this.unsigned);
		      }
		      if (multiplier.isZero()) return this.unsigned ? UZERO : ZERO;
		      if (this.eq(MIN_VALUE)) return multiplier.isOdd() ? MIN_VALUE : ZERO;
		      if (multiplier.eq(MIN_VALUE)) return this.isOdd() ? MIN_VALUE : ZERO;
		      if (this.isNegative()) {
		        if (multiplier.isNegative()) return this.neg().mul(multiplier.neg());
		        else return this.neg().mul(multiplier).neg();
		      } else if (multiplier.isNegative())
		        return this.mul(multiplier.neg()).neg();

		       
		      if (this.lt(TWO_PWR_24) && multiplier.lt(TWO_PWR_24))
		        return fromNumber(
		          this.toNumber() * multiplier.toNumber(),
		          this.unsigned,
		        );

		       
		       

		      var a48 = this.high >>> 16;
		      var a32 = this.high & 0xffff;
		      var a16 = this.low >>> 16;
		      var a00 = this.low & 0xffff;
		      var b48 = multiplier.high >>> 16;
		      var b32 = multiplier.high & 0xffff;
		      var b16 = multiplier.low >>> 16;
		      var b00 = multiplier.low & 0xffff;
		      var c48 = 0,
		        c32 = 0,
		        c16 = 0,
		        c00 = 0;
		      c00 += a00 * b00;
		      c16 += c00 >>> 16;
		      c00 &= 0xffff;
		      c16 += a16 * b00;
		      c32 += c16 >>> 16;
		      c16 &= 0xffff;
		      c16 += a00 * b16;
		      c32 += c16 >>> 16;
		      c16 &= 0xffff;
		      c32 += a32 * b00;
		      c48 += c32 >>> 16;
		      c32 &= 0xffff;
		      c32 += a16 * b16;
		      c48 += c32 >>> 16;
		      c32 &= 0xffff;
		      c32 += a00 * b32;
		      c48 += c32 >>> 16;
		      c32 &= 0xffff;
		      c48 += a48 * b00 + a32 * b16 + a16 * b32 + a00 * b48;
		      c48 &= 0xffff;
		      return fromBits((c16 << 16) | c00, (c48 << 16) | c32, this.unsigned);
		    };

		    





		    LongPrototype.mul = LongPrototype.multiply;

		    






		    LongPrototype.divide = function divide(divisor) {
		      if (!isLong(divisor)) divisor = fromValue(divisor);
		      if (divisor.isZero()) throw Error("division by zero");

		       
		      if (wasm) {
		         
		         
		         
		        if (
		          !this.unsigned &&
		          this.high === -2147483648 &&
		          divisor.low === -1 &&
		          divisor.high === -1
		        ) {
		           
		          return this;
		        }
		        var low = (this.unsigned ? wasm["div_u"] : wasm["div_s"])(
		          this.low,
		          this.high,
		          divisor.low,
		          divisor.high,
		        );
		        return fromBits(low, wasm["get_high"](), this.unsigned);
		      }
		      if (this.isZero()) return this.unsigned ? UZERO : ZERO;
		      var approx, rem, res;
		      if (!this.unsigned) {
		         
		         
		        if (this.eq(MIN_VALUE)) {
		          if (divisor.eq(ONE) || divisor.eq(NEG_ONE))
		            return MIN_VALUE;  
		          else if (divisor.eq(MIN_VALUE)) return ONE;
		          else {
		             
		            var halfThis = this.shr(1);
		            approx = halfThis.div(divisor).shl(1);
		            if (approx.eq(ZERO)) {
		              return divisor.isNegative() ? ONE : NEG_ONE;
		            } else {
		              rem = this.sub(divisor.mul(approx));
		              res = approx.add(rem.div(divisor));
		              return res;
		            }
		          }
		        } else if (divisor.eq(MIN_VALUE)) return this.unsigned ? UZERO : ZERO;
		        if (this.isNegative()) {
		          if (divisor.isNegative()) return this.neg().div(divisor.neg());
		          return this.neg().div(divisor).neg();
		        } else if (divisor.isNegative()) return this.div(divisor.neg()).neg();
		        res = ZERO;
		      } else {
		         
		         
		        if (!divisor.unsigned) divisor = divisor.toUnsigned();
		        if (divisor.gt(this)) return UZERO;
		        if (divisor.gt(this.shru(1)))
		           
		          return UONE;
		        res = UZERO;
		      }

		       
		       
		       
		       
		       
		      rem = this;
		      while (rem.gte(divisor)) {
		         
		         
		        approx = Math.max(1, Math.floor(rem.toNumber() / divisor.toNumber()));

		         
		         
		        var log2 = Math.ceil(Math.log(approx) / Math.LN2),
		          delta = log2 <= 48 ? 1 : pow_dbl(2, log2 - 48),
		           
		           
		          approxRes = fromNumber(approx),
		          approxRem = approxRes.mul(divisor);
		        while (approxRem.isNegative() || approxRem.gt(rem)) {
		          approx -= delta;
		          approxRes = fromNumber(approx, this.unsigned);
		          approxRem = approxRes.mul(divisor);
		        }

		         
		         
		        if (approxRes.isZero()) approxRes = ONE;
		        res = res.add(approxRes);
		        rem = rem.sub(approxRem);
		      }
		      return res;
		    };

		    





		    LongPrototype.div = LongPrototype.divide;

		    





		    LongPrototype.modulo = function modulo(divisor) {
		      if (!isLong(divisor)) divisor = fromValue(divisor);

		       
		      if (wasm) {
		        var low = (this.unsigned ? wasm["rem_u"] : wasm["rem_s"])(
		          this.low,
		          this.high,
		          divisor.low,
		          divisor.high,
		        );
		        return fromBits(low, wasm["get_high"](), this.unsigned);
		      }
		      return this.sub(this.div(divisor).mul(divisor));
		    };

		    





		    LongPrototype.mod = LongPrototype.modulo;

		    





		    LongPrototype.rem = LongPrototype.modulo;

		    




		    LongPrototype.not = function not() {
		      return fromBits(~this.low, ~this.high, this.unsigned);
		    };

		    




		    LongPrototype.countLeadingZeros = function countLeadingZeros() {
		      return this.high ? Math.clz32(this.high) : Math.clz32(this.low) + 32;
		    };

		    





		    LongPrototype.clz = LongPrototype.countLeadingZeros;

		    




		    LongPrototype.countTrailingZeros = function countTrailingZeros() {
		      return this.low ? ctz32(this.low) : ctz32(this.high) + 32;
		    };

		    





		    LongPrototype.ctz = LongPrototype.countTrailingZeros;

		    





		    LongPrototype.and = function and(other) {
		      if (!isLong(other)) other = fromValue(other);
		      return fromBits(
		        this.low & other.low,
		        this.high & other.high,
		        this.unsigned,
		      );
		    };

		    





		    LongPrototype.or = function or(other) {
		      if (!isLong(other)) other = fromValue(other);
		      return fromBits(
		        this.low | other.low,
		        this.high | other.high,
		        this.unsigned,
		      );
		    };

		    





		    LongPrototype.xor = function xor(other) {
		      if (!isLong(other)) other = fromValue(other);
		      return fromBits(
		        this.low ^ other.low,
		        this.high ^ other.high,
		        this.unsigned,
		      );
		    };

		    





		    LongPrototype.shiftLeft = function shiftLeft(numBits) {
		      if (isLong(numBits)) numBits = numBits.toInt();
		      if ((numBits &= 63) === 0) return this;
		      else if (numBits < 32)
		        return fromBits(
		          this.low << numBits,
		          (this.high << numBits) | (this.low >>> (32 - numBits)),
		          this.unsigned,
		        );
		      else return fromBits(0, this.low << (numBits - 32), this.unsigned);
		    };

		    





		    LongPrototype.shl = LongPrototype.shiftLeft;

		    





		    LongPrototype.shiftRight = function shiftRight(numBits) {
		      if (isLong(numBits)) numBits = numBits.toInt();
		      if ((numBits &= 63) === 0) return this;
		      else if (numBits < 32)
		        return fromBits(
		          (this.low >>> numBits) | (this.high << (32 - numBits)),
		          this.high >> numBits,
		          this.unsigned,
		        );
		      else
		        return fromBits(
		          this.high >> (numBits - 32),
		          this.high >= 0 ? 0 : -1,
		          this.unsigned,
		        );
		    };

		    





		    LongPrototype.shr = LongPrototype.shiftRight;

		    





		    LongPrototype.shiftRightUnsigned = function shiftRightUnsigned(numBits) {
		      if (isLong(numBits)) numBits = numBits.toInt();
		      if ((numBits &= 63) === 0) return this;
		      if (numBits < 32)
		        return fromBits(
		          (this.low >>> numBits) | (this.high << (32 - numBits)),
		          this.high >>> numBits,
		          this.unsigned,
		        );
		      if (numBits === 32) return fromBits(this.high, 0, this.unsigned);
		      return fromBits(this.high >>> (numBits - 32), 0, this.unsigned);
		    };

		    





		    LongPrototype.shru = LongPrototype.shiftRightUnsigned;

		    





		    LongPrototype.shr_u = LongPrototype.shiftRightUnsigned;

		    





		    LongPrototype.rotateLeft = function rotateLeft(numBits) {
		      var b;
		      if (isLong(numBits)) numBits = numBits.toInt();
		      if ((numBits &= 63) === 0) return this;
		      if (numBits === 32) return fromBits(this.high, this.low, this.unsigned);
		      if (numBits < 32) {
		        b = 32 - numBits;
		        return fromBits(
		          (this.low << numBits) | (this.high >>> b),
		          (this.high << numBits) | (this.low >>> b),
		          this.unsigned,
		        );
		      }
		      numBits -= 32;
		      b = 32 - numBits;
		      return fromBits(
		        (this.high << numBits) | (this.low >>> b),
		        (this.low << numBits) | (this.high >>> b),
		        this.unsigned,
		      );
		    };
		    





		    LongPrototype.rotl = LongPrototype.rotateLeft;

		    





		    LongPrototype.rotateRight = function rotateRight(numBits) {
		      var b;
		      if (isLong(numBits)) numBits = numBits.toInt();
		      if ((numBits &= 63) === 0) return this;
		      if (numBits === 32) return fromBits(this.high, this.low, this.unsigned);
		      if (numBits < 32) {
		        b = 32 - numBits;
		        return fromBits(
		          (this.high << b) | (this.low >>> numBits),
		          (this.low << b) | (this.high >>> numBits),
		          this.unsigned,
		        );
		      }
		      numBits -= 32;
		      b = 32 - numBits;
		      return fromBits(
		        (this.low << b) | (this.high >>> numBits),
		        (this.high << b) | (this.low >>> numBits),
		        this.unsigned,
		      );
		    };
		    





		    LongPrototype.rotr = LongPrototype.rotateRight;

		    




		    LongPrototype.toSigned = function toSigned() {
		      if (!this.unsigned) return this;
		      return fromBits(this.low, this.high, false);
		    };

		    




		    LongPrototype.toUnsigned = function toUnsigned() {
		      if (this.unsigned) return this;
		      return fromBits(this.low, this.high, true);
		    };

		    





		    LongPrototype.toBytes = function toBytes(le) {
		      return le ? this.toBytesLE() : this.toBytesBE();
		    };

		    




		    LongPrototype.toBytesLE = function toBytesLE() {
		      var hi = this.high,
		        lo = this.low;
		      return [
		        lo & 0xff,
		        (lo >>> 8) & 0xff,
		        (lo >>> 16) & 0xff,
		        lo >>> 24,
		        hi & 0xff,
		        (hi >>> 8) & 0xff,
		        (hi >>> 16) & 0xff,
		        hi >>> 24,
		      ];
		    };

		    




		    LongPrototype.toBytesBE = function toBytesBE() {
		      var hi = this.high,
		        lo = this.low;
		      return [
		        hi >>> 24,
		        (hi >>> 16) & 0xff,
		        (hi >>> 8) & 0xff,
		        hi & 0xff,
		        lo >>> 24,
		        (lo >>> 16) & 0xff,
		        (lo >>> 8) & 0xff,
		        lo & 0xff,
		      ];
		    };

		    






		    Long.fromBytes = function fromBytes(bytes, unsigned, le) {
		      return le
		        ? Long.fromBytesLE(bytes, unsigned)
		        : Long.fromBytesBE(bytes, unsigned);
		    };

		    





		    Long.fromBytesLE = function fromBytesLE(bytes, unsigned) {
		      return new Long(
		        bytes[0] | (bytes[1] << 8) | (bytes[2] << 16) | (bytes[3] << 24),
		        bytes[4] | (bytes[5] << 8) | (bytes[6] << 16) | (bytes[7] << 24),
		        unsigned,
		      );
		    };

		    





		    Long.fromBytesBE = function fromBytesBE(bytes, unsigned) {
		      return new Long(
		        (bytes[4] << 24) | (bytes[5] << 16) | (bytes[6] << 8) | bytes[7],
		        (bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3],
		        unsigned,
		      );
		    };

		     
		    if (typeof BigInt === "function") {
		      






		      Long.fromBigInt = function fromBigInt(value, unsigned) {
		        var lowBits = Number(BigInt.asIntN(32, value));
		        var highBits = Number(BigInt.asIntN(32, value >> BigInt(32)));
		        return fromBits(lowBits, highBits, unsigned);
		      };

		       
		      Long.fromValue = function fromValueWithBigInt(value, unsigned) {
		        if (typeof value === "bigint") return Long.fromBigInt(value, unsigned);
		        return fromValue(value, unsigned);
		      };

		      




		      LongPrototype.toBigInt = function toBigInt() {
		        var lowBigInt = BigInt(this.low >>> 0);
		        var highBigInt = BigInt(this.unsigned ? this.high >>> 0 : this.high);
		        return (highBigInt << BigInt(32)) | lowBigInt;
		      };
		    }
		    (_exports.default = Long);
		  },
		); 
	} (umd$1, umd$1.exports));
	return umd$1.exports;
}

var hasRequiredMinimal$1;

function requireMinimal$1 () {
	if (hasRequiredMinimal$1) return minimal$1;
	hasRequiredMinimal$1 = 1;
	(function (exports) {
		 
		var util = exports;

		 
		util.asPromise = requireAspromise();

		 
		util.base64 = requireBase64();

		 
		util.EventEmitter = requireEventemitter();

		 
		util.float = requireFloat();

		 
		util.utf8 = requireUtf8();

		 
		util.pool = requirePool();

		 
		util.LongBits = requireLongbits();







		function isUnsafeProperty(key) {
		    return key === "__proto__" || key === "prototype" || key === "constructor";
		}

		util.isUnsafeProperty = isUnsafeProperty;






		util.isNode = Boolean(typeof commonjsGlobal !== "undefined"
		                   && commonjsGlobal
		                   && commonjsGlobal.process
		                   && commonjsGlobal.process.versions
		                   && commonjsGlobal.process.versions.node);






		util.global = util.isNode && commonjsGlobal
		           || typeof window !== "undefined" && window
		           || typeof self   !== "undefined" && self
		           || typeof globalThis !== "undefined" && globalThis
		           || minimal$1;  







		util.emptyArray = Object.freeze ? Object.freeze([]) :   [];  






		util.emptyObject = Object.freeze ? Object.freeze({}) :   {};  







		util.isInteger = Number.isInteger ||   function isInteger(value) {
		    return typeof value === "number" && isFinite(value) && Math.floor(value) === value;
		};






		util.isString = function isString(value) {
		    return typeof value === "string" || value instanceof String;
		};






		util.isObject = function isObject(value) {
		    return value && typeof value === "object";
		};









		util.isset =







		util.isSet = function isSet(obj, prop) {
		    var value = obj[prop];
		    if (value != null && Object.hasOwnProperty.call(obj, prop))  
		        return typeof value !== "object" || (Array.isArray(value) ? value.length : Object.keys(value).length) > 0;
		    return false;
		};












		util.Buffer = (function() {
		    try {
		        var Buffer = util.global.Buffer;
		         
		        return Buffer.prototype.utf8Write || util.isNode ? Buffer :   null;
		    } catch (e) {
		         
		        return null;
		    }
		})();






		util.newBuffer = function newBuffer(sizeOrArray) {
		    var Buffer = util.Buffer;
		     
		    return typeof sizeOrArray === "number"
		        ? Buffer
		            ? Buffer.allocUnsafe(sizeOrArray)
		            : new Uint8Array(sizeOrArray)
		        : Buffer
		            ? Buffer.from(sizeOrArray)
		            : new Uint8Array(sizeOrArray);
		};









		util.rawField = function rawField(id, wireType, data) {
		    var out = [],
		        tag = id << 3 | wireType;
		    tag >>>= 0;
		    while (tag > 127) {
		        out.push(tag & 127 | 128);
		        tag >>>= 7;
		    }
		    out.push(tag);
		    for (var i = 0; i < data.length; ++i)
		        out.push(data[i]);
		    return util.newBuffer(out);
		};






		util.Array = Uint8Array;














		util.Long =   util.global.dcodeIO &&   util.global.dcodeIO.Long
		         ||   util.global.Long
		         || (function() {
		                try {
		                    var Long = requireUmd();
		                    return Long && Long.isLong ? Long : null;
		                } catch (e) {
		                     
		                    return null;
		                }
		            })();






		util.key2Re = /^(?:true|false|0|1)$/;






		util.key32Re = /^-?(?:0|[1-9][0-9]*)$/;






		util.key64Re = /^(?:[\x00-\xff]{8}|-?(?:0|[1-9][0-9]*))$/;  






		util.longToHash = function longToHash(value) {
		    return value
		        ? util.LongBits.from(value).toHash()
		        : util.LongBits.zeroHash;
		};







		util.longFromHash = function longFromHash(hash, unsigned) {
		    var bits = util.LongBits.fromHash(hash);
		    if (util.Long)
		        return util.Long.fromBits(bits.lo, bits.hi, unsigned);
		    return bits.toNumber(Boolean(unsigned));
		};







		util.longFromKey = function longFromKey(key, unsigned) {
		    return util.key64Re.test(key) && !util.key32Re.test(key)
		        ? util.longFromHash(key, unsigned)
		        : key;
		};






		util.boolFromKey = function boolFromKey(key) {
		    return key === "true" || key === "1";
		};








		function merge(dst) {  
		    var ifNotSet = typeof arguments[arguments.length - 1] === "boolean",
		        limit = ifNotSet ? arguments.length - 1 : arguments.length;
		    ifNotSet = ifNotSet && arguments[arguments.length - 1];
		    for (var a = 1; a < limit; ++a) {
		        var src = arguments[a];
		        if (!src)
		            continue;
		        for (var keys = Object.keys(src), i = 0; i < keys.length; ++i)
		            if (!isUnsafeProperty(keys[i]) && (!ifNotSet || !Object.prototype.hasOwnProperty.call(dst, keys[i]) || dst[keys[i]] === undefined))
		                dst[keys[i]] = src[keys[i]];
		    }
		    return dst;
		}

		util.merge = merge;






		util.nestingLimit = 32;  






		util.recursionLimit = 100;  









		util.makeProp = function makeProp(obj, key, enumerable) {
		    if (Object.prototype.hasOwnProperty.call(obj, key))
		        return;
		    Object.defineProperty(obj, key, {
		        enumerable: enumerable === undefined ? true : enumerable,
		        configurable: true,
		        writable: true
		    });
		};






		util.lcFirst = function lcFirst(str) {
		    return str.charAt(0).toLowerCase() + str.substring(1);
		};







		function newError(name) {

		    function CustomError(message, properties) {

		        if (!(this instanceof CustomError))
		            return new CustomError(message, properties);

		         
		         

		        Object.defineProperty(this, "message", { get: function() { return message; } });

		         
		        if (Error.captureStackTrace)  
		            Error.captureStackTrace(this, CustomError);
		        else
		            Object.defineProperty(this, "stack", { value: new Error().stack || "" });

		        if (properties)
		            merge(this, properties);
		    }

		    CustomError.prototype = Object.create(Error.prototype, {
		        constructor: {
		            value: CustomError,
		            writable: true,
		            enumerable: false,
		            configurable: true,
		        },
		        name: {
		            get: function get() { return name; },
		            set: undefined,
		            enumerable: false,
		             
		             
		             
		             
		            configurable: true,
		        },
		        toString: {
		            value: function value() { return this.name + ": " + this.message; },
		            writable: true,
		            enumerable: false,
		            configurable: true,
		        },
		    });

		    return CustomError;
		}

		util.newError = newError;


















		util.ProtocolError = newError("ProtocolError");



















		util.oneOfGetter = function getOneOf(fieldNames) {
		    var fieldMap = {};
		    for (var i = 0; i < fieldNames.length; ++i)
		        fieldMap[fieldNames[i]] = 1;

		    




		    return function() {  
		        for (var keys = Object.keys(this), i = keys.length - 1; i > -1; --i)
		            if (fieldMap[keys[i]] === 1 && this[keys[i]] !== undefined && this[keys[i]] !== null)
		                return keys[i];
		    };
		};














		util.oneOfSetter = function setOneOf(fieldNames) {

		    





		    return function(name) {
		        for (var i = 0; i < fieldNames.length; ++i)
		            if (fieldNames[i] !== name)
		                delete this[fieldNames[i]];
		    };
		};

















		util.toJSONOptions = {
		    longs: String,
		    enums: String,
		    bytes: String,
		    json: true
		}; 
	} (minimal$1));
	return minimal$1;
}

var writer;
var hasRequiredWriter;

function requireWriter () {
	if (hasRequiredWriter) return writer;
	hasRequiredWriter = 1;
	writer = Writer;

	var util      = requireMinimal$1();

	var BufferWriter;  

	var LongBits  = util.LongBits,
	    base64    = util.base64,
	    utf8      = util.utf8;






	function Writer() {

	    



	    this.pos = 0;

	    



	    this.buf = this.constructor.alloc(Writer.initialBufferSize);

	    



	    this.view = null;

	    



	    this.states = null;
	}





	Writer.initialBufferSize = 128;







	Object.defineProperty(Writer.prototype, "len", {
	    configurable: true,
	    enumerable: true,
	    get: function get_len() {
	        return this.pos;
	    }
	});

	var create = function create() {
	    return util.Buffer
	        ? function create_buffer_setup() {
	            return (Writer.create = function create_buffer() {
	                return new BufferWriter();
	            })();
	        }
	         
	        : function create_array() {
	            return new Writer();
	        };
	};






	Writer.create = create();






	Writer.alloc = function alloc(size) {
	    return new Uint8Array(size);
	};

	 
	Writer.alloc = util.pool(Writer.alloc, Uint8Array.prototype.subarray);







	function sizeVarint32(value) {
	    return value         < 128       ? 1
	         : value         < 16384     ? 2
	         : value         < 2097152   ? 3
	         : value         < 268435456 ? 4
	         :                             5;
	}







	Writer.prototype._reserve = function _reserve(n) {
	    var need = this.pos + n;
	    if (need > this.buf.length) {
	        var size = this.buf.length << 1;
	        if (size < need)
	            size = need;
	        var buf = this.constructor.alloc(size);
	        buf.set(this.buf.subarray(0, this.pos), 0);
	        this.buf = buf;
	        this.view = null;  
	    }
	};

	function writeStringAscii(val, buf, pos) {
	    for (var i = 0; i < val.length;)
	        buf[pos++] = val.charCodeAt(i++);
	}

	function writeVarint32(val, buf, pos) {
	    while (val > 127) {
	        buf[pos++] = val & 127 | 128;
	        val >>>= 7;
	    }
	    buf[pos] = val;
	    return pos + 1;
	}






	Writer.prototype.uint32 = function write_uint32(value) {
	    value = value >>> 0;
	    this._reserve(5);
	    var pos = this.pos;
	    this.pos = writeVarint32(value, this.buf, pos);
	    return this;
	};







	Writer.prototype.int32 = function write_int32(value) {
	    if ((value |= 0) < 0) {  
	        this._reserve(10);
	        writeVarint64(LongBits.fromNumber(value), this.buf, this.pos);
	        this.pos += 10;
	        return this;
	    }
	    return this.uint32(value);
	};






	Writer.prototype.sint32 = function write_sint32(value) {
	    return this.uint32((value << 1 ^ value >> 31) >>> 0);
	};

	function writeVarint64(val, buf, pos) {
	    var lo = val.lo,
	        hi = val.hi;
	    while (hi) {
	        buf[pos++] = lo & 127 | 128;
	        lo = (lo >>> 7 | hi << 25) >>> 0;
	        hi >>>= 7;
	    }
	    while (lo > 127) {
	        buf[pos++] = lo & 127 | 128;
	        lo = lo >>> 7;
	    }
	    buf[pos] = lo;
	    return pos + 1;
	}







	Writer.prototype.uint64 = function write_uint64(value) {
	    var bits = LongBits.from(value);
	    this._reserve(10);
	    var pos = this.pos;
	    this.pos = writeVarint64(bits, this.buf, pos);
	    return this;
	};








	Writer.prototype.int64 = Writer.prototype.uint64;







	Writer.prototype.sint64 = function write_sint64(value) {
	    var bits = LongBits.from(value).zzEncode();
	    this._reserve(10);
	    var pos = this.pos;
	    this.pos = writeVarint64(bits, this.buf, pos);
	    return this;
	};






	Writer.prototype.bool = function write_bool(value) {
	    this._reserve(1);
	    this.buf[this.pos++] = value ? 1 : 0;
	    return this;
	};

	function writeFixed32(val, buf, pos) {
	    buf[pos    ] =  val         & 255;
	    buf[pos + 1] =  val >>> 8   & 255;
	    buf[pos + 2] =  val >>> 16  & 255;
	    buf[pos + 3] =  val >>> 24;
	}






	Writer.prototype.fixed32 = function write_fixed32(value) {
	    this._reserve(4);
	    writeFixed32(value >>> 0, this.buf, this.pos);
	    this.pos += 4;
	    return this;
	};







	Writer.prototype.sfixed32 = Writer.prototype.fixed32;







	Writer.prototype.fixed64 = function write_fixed64(value) {
	    var bits = LongBits.from(value);
	    this._reserve(8);
	    writeFixed32(bits.lo, this.buf, this.pos);
	    writeFixed32(bits.hi, this.buf, this.pos + 4);
	    this.pos += 8;
	    return this;
	};








	Writer.prototype.sfixed64 = Writer.prototype.fixed64;







	Writer.prototype.float = function write_float(value) {
	    this._reserve(4);
	    util.float.writeFloatLE(value, this.buf, this.pos);
	    this.pos += 4;
	    return this;
	};







	Writer.prototype.double = function write_double(value) {
	    this._reserve(8);
	    util.float.writeDoubleLE(value, this.buf, this.pos);
	    this.pos += 8;
	    return this;
	};






	Writer.prototype.bytes = function write_bytes(value) {
	    var len = value.length >>> 0;
	    if (!len) {
	        this._reserve(1);
	        this.buf[this.pos++] = 0;
	        return this;
	    }
	    if (util.isString(value)) {
	        var buf = Writer.alloc(len = base64.length(value));
	        base64.decode(value, buf, 0);
	        value = buf;
	    }
	    this.uint32(len);
	    this._reserve(len);
	    this.buf.set(value, this.pos);
	    this.pos += len;
	    return this;
	};






	Writer.prototype.raw = function write_raw(value) {
	    var len = value.length >>> 0;
	    if (!len)
	        return this;
	    this._reserve(len);
	    this.buf.set(value, this.pos);
	    this.pos += len;
	    return this;
	};








	Writer.prototype._delim = function _delim(pos, len) {
	    var n = sizeVarint32(len);
	    if (n > 1)
	        this.buf.copyWithin(pos + n, pos + 1, pos + 1 + len);
	    writeVarint32(len, this.buf, pos);
	    this.pos = pos + n + len;
	    return this;
	};






	Writer.prototype.string = function write_string(value) {
	    var n = value.length;
	    if (!n) {
	        this._reserve(1);
	        this.buf[this.pos++] = 0;
	        return this;
	    }
	    if (n < 0x80) {
	        this._reserve(n * 3 + 5);  
	        var lenPos = this.pos;
	        return this._delim(lenPos, utf8.write(value, this.buf, lenPos + 1));
	    }
	    var len = utf8.length(value);
	    this.uint32(len);
	    this._reserve(len);
	    if (len === value.length)
	        writeStringAscii(value, this.buf, this.pos);
	    else
	        utf8.write(value, this.buf, this.pos);
	    this.pos += len;
	    return this;
	};






	Writer.prototype.uint32s = function write_uint32s(value) {
	    var n = value.length;
	    this._reserve(n * 5 + 5);  
	    var buf = this.buf, lenPos = this.pos, p = lenPos + 1;
	    for (var i = 0; i < n; ++i)
	        p = writeVarint32(value[i] >>> 0, buf, p);
	    return this._delim(lenPos, p - lenPos - 1);
	};






	Writer.prototype.int32s = function write_int32s(value) {
	    var n = value.length;
	    this._reserve(n * 10 + 5);  
	    var buf = this.buf, lenPos = this.pos, pos = lenPos + 1, val;
	    for (var i = 0; i < n; ++i) {
	        if ((val = value[i] | 0) < 0) {  
	            pos = writeVarint64(LongBits.fromNumber(val), buf, pos);
	        } else {
	            pos = writeVarint32(val, buf, pos);
	        }
	    }
	    return this._delim(lenPos, pos - lenPos - 1);
	};






	Writer.prototype.sint32s = function write_sint32s(value) {
	    var n = value.length;
	    this._reserve(n * 5 + 5);
	    var buf = this.buf, lenPos = this.pos, pos = lenPos + 1;
	    for (var i = 0; i < n; ++i)
	        pos = writeVarint32((value[i] << 1 ^ value[i] >> 31) >>> 0, buf, pos);
	    return this._delim(lenPos, pos - lenPos - 1);
	};






	Writer.prototype.uint64s = function write_uint64s(value) {
	    var n = value.length;
	    this._reserve(n * 10 + 5);
	    var buf = this.buf, lenPos = this.pos, pos = lenPos + 1;
	    for (var i = 0; i < n; ++i) {
	        pos = writeVarint64(LongBits.from(value[i]), buf, pos);
	    }
	    return this._delim(lenPos, pos - lenPos - 1);
	};







	Writer.prototype.int64s = Writer.prototype.uint64s;






	Writer.prototype.sint64s = function write_sint64s(value) {
	    var n = value.length;
	    this._reserve(n * 10 + 5);
	    var buf = this.buf, lenPos = this.pos, pos = lenPos + 1;
	    for (var i = 0; i < n; ++i) {
	        pos = writeVarint64(LongBits.from(value[i]).zzEncode(), buf, pos);
	    }
	    return this._delim(lenPos, pos - lenPos - 1);
	};






	Writer.prototype.bools = function write_bools(value) {
	    var n = value.length;
	    this.uint32(n);  
	    this._reserve(n);
	    var buf = this.buf, p = this.pos;
	    for (var i = 0; i < n; ++i)
	        buf[p++] = value[i] ? 1 : 0;
	    this.pos += n;
	    return this;
	};

	 
	var VIEW_THRESHOLD_FLOAT = 16,
	    VIEW_THRESHOLD_INT   = 128;

	function getLazyView(writer, count, threshold) {
	    var view = writer.view;
	    if (view || count < threshold)
	        return view;
	    var buf = writer.buf;
	    return writer.view = new DataView(buf.buffer, buf.byteOffset, buf.byteLength);
	}






	Writer.prototype.fixed32s = function write_fixed32s(value) {
	    var n = value.length, bytes = n * 4;
	    this.uint32(bytes);  
	    this._reserve(bytes);
	    var p = this.pos, i, dv = getLazyView(this, n, VIEW_THRESHOLD_INT);
	    if (dv)
	        for (i = 0; i < n; ++i) { dv.setUint32(p, value[i] >>> 0, true); p += 4; }
	    else {
	        var buf = this.buf;
	        for (i = 0; i < n; ++i) { writeFixed32(value[i] >>> 0, buf, p); p += 4; }
	    }
	    this.pos += bytes;
	    return this;
	};







	Writer.prototype.sfixed32s = Writer.prototype.fixed32s;






	Writer.prototype.fixed64s = function write_fixed64s(value) {
	    var n = value.length, bytes = n * 8;
	    this.uint32(bytes);
	    this._reserve(bytes);
	    var p = this.pos, i, bits, dv = getLazyView(this, n, VIEW_THRESHOLD_INT);
	    if (dv)
	        for (i = 0; i < n; ++i) { bits = LongBits.from(value[i]); dv.setUint32(p, bits.lo, true); dv.setUint32(p + 4, bits.hi, true); p += 8; }
	    else {
	        var buf = this.buf;
	        for (i = 0; i < n; ++i) { bits = LongBits.from(value[i]); writeFixed32(bits.lo, buf, p); writeFixed32(bits.hi, buf, p + 4); p += 8; }
	    }
	    this.pos += bytes;
	    return this;
	};







	Writer.prototype.sfixed64s = Writer.prototype.fixed64s;






	Writer.prototype.floats = function write_floats(value) {
	    var n = value.length, bytes = n * 4;
	    this.uint32(bytes);
	    this._reserve(bytes);
	    var p = this.pos, i, dv = getLazyView(this, n, VIEW_THRESHOLD_FLOAT);
	    if (dv)
	        for (i = 0; i < n; ++i) { dv.setFloat32(p, value[i], true); p += 4; }
	    else {
	        var buf = this.buf;
	        for (i = 0; i < n; ++i) { util.float.writeFloatLE(value[i], buf, p); p += 4; }
	    }
	    this.pos += bytes;
	    return this;
	};






	Writer.prototype.doubles = function write_doubles(value) {
	    var n = value.length, bytes = n * 8;
	    this.uint32(bytes);
	    this._reserve(bytes);
	    var p = this.pos, i, dv = getLazyView(this, n, VIEW_THRESHOLD_FLOAT);
	    if (dv)
	        for (i = 0; i < n; ++i) { dv.setFloat64(p, value[i], true); p += 8; }
	    else {
	        var buf = this.buf;
	        for (i = 0; i < n; ++i) { util.float.writeDoubleLE(value[i], buf, p); p += 8; }
	    }
	    this.pos += bytes;
	    return this;
	};





	Writer.prototype.fork = function fork() {
	    this._reserve(1);
	    (this.states || (this.states = [])).push(this.pos);
	    this.pos += 1;
	    return this;
	};





	Writer.prototype.reset = function reset() {
	    var states = this.states;
	    if (states && states.length) {
	        this.pos = states.pop();
	    } else {
	        this.pos = 0;
	    }
	    return this;
	};





	Writer.prototype.ldelim = function ldelim() {
	    var states = this.states,
	        len,
	        vlen;
	    if (states && states.length) {
	        var lenPos = states.pop();
	        len = this.pos - lenPos - 1;
	        vlen = sizeVarint32(len);
	        if (vlen > 1) {  
	            this._reserve(vlen - 1);
	            this.buf.copyWithin(lenPos + vlen, lenPos + 1, lenPos + 1 + len);
	            this.pos += vlen - 1;
	            writeVarint32(len, this.buf, lenPos);
	        } else {
	            this.buf[lenPos] = len;
	        }
	    } else {  
	         
	         
	        len = this.pos;
	        vlen = sizeVarint32(len);
	        this._reserve(vlen);
	        this.buf.copyWithin(vlen, 0, len);
	        writeVarint32(len, this.buf, 0);
	        this.pos += vlen;
	    }
	    return this;
	};







	Writer.prototype.finish = function finish(shared) {
	    if (shared)
	        return this.buf.subarray(0, this.pos);
	    var buf = this.constructor.alloc(this.pos);
	    buf.set(this.buf.subarray(0, this.pos), 0);
	    return buf;
	};










	Writer.prototype.finishInto = function finishInto(buf, offset) {
	    if (offset === undefined)
	        offset = 0;
	    buf.set(this.buf.subarray(0, this.pos), offset);
	    return buf;
	};

	Writer._configure = function(BufferWriter_) {
	    BufferWriter = BufferWriter_;
	    Writer.create = create();
	    BufferWriter._configure();
	};
	return writer;
}

var writer_buffer;
var hasRequiredWriter_buffer;

function requireWriter_buffer () {
	if (hasRequiredWriter_buffer) return writer_buffer;
	hasRequiredWriter_buffer = 1;
	writer_buffer = BufferWriter;

	 
	var Writer = requireWriter();
	BufferWriter.prototype = Object.create(Writer.prototype, {
	    constructor: {
	        value: BufferWriter,
	        writable: true,
	        enumerable: false,
	        configurable: true
	    }
	});

	var util = requireMinimal$1();







	function BufferWriter() {
	    Writer.call(this);
	}

	var writeStringBuffer;

	BufferWriter._configure = function () {
	    





	    BufferWriter.alloc = util.Buffer && util.Buffer.allocUnsafe;

	    writeStringBuffer = util.Buffer && util.Buffer.prototype.utf8Write
	        ? function writeStringBuffer_utf8Write(val, buf, pos) {
	            return buf.utf8Write(val, pos);
	        }
	        : function writeStringBuffer_write(val, buf, pos) {
	            return buf.write(val, pos);
	        };
	};





	BufferWriter.prototype.bytes = function write_bytes_buffer(value) {
	    if (util.isString(value))
	        value = util.Buffer.from(value, "base64");
	    var len = value.length >>> 0;
	    this.uint32(len);
	    if (len) {
	        this._reserve(len);
	        this.buf.set(value, this.pos);
	        this.pos += len;
	    }
	    return this;
	};




	BufferWriter.prototype.string = function write_string_buffer(value) {
	    var n = value.length;
	    if (!n) {
	        this._reserve(1);
	        this.buf[this.pos++] = 0;
	        return this;
	    }
	    if (n < 0x80) {
	        this._reserve(n * 3 + 5);  
	        var pos = this.pos,
	            buf = this.buf;
	        return this._delim(pos,
	            n < 40
	                ? util.utf8.write(value, buf, pos + 1)
	                : writeStringBuffer(value, buf, pos + 1)
	        );
	    }
	    var len = util.Buffer.byteLength(value);
	    this.uint32(len);
	    this._reserve(len);
	    writeStringBuffer(value, this.buf, this.pos);
	    this.pos += len;
	    return this;
	};









	BufferWriter._configure();
	return writer_buffer;
}

var reader;
var hasRequiredReader;

function requireReader () {
	if (hasRequiredReader) return reader;
	hasRequiredReader = 1;
	reader = Reader;

	var util      = requireMinimal$1();

	var BufferReader;  

	var LongBits  = util.LongBits,
	    utf8      = util.utf8;

	 
	function indexOutOfRange(reader, writeLength) {
	    return RangeError("index out of range: " + reader.pos + " + " + (writeLength || 1) + " > " + reader.len);
	}







	function Reader(buffer) {

	    



	    this.buf = buffer;

	    



	    this.pos = 0;

	    



	    this.len = buffer.length;

	    



	    this.view = null;

	    



	    this.discardUnknown = Reader.discardUnknown;
	}

	function create_array(buffer) {
	     
	    if (Array.isArray(buffer))
	        buffer = new Uint8Array(buffer);
	    if (buffer instanceof Uint8Array)
	        return new Reader(buffer);
	    throw Error("illegal buffer");
	}

	var create = function create() {
	    return util.Buffer
	        ? function create_buffer_setup(buffer) {
	            return (Reader.create = function create_buffer(buffer) {
	                return util.Buffer.isBuffer(buffer)
	                    ? new BufferReader(buffer)
	                     
	                    : create_array(buffer);
	            })(buffer);
	        }
	         
	        : create_array;
	};








	Reader.create = create();







	Reader.prototype.raw = function read_raw(start, end) {
	    return this.buf.subarray(start, end);
	};

	function readVarint32NearEnd(reader) {
	     
	    var value = 0;
	    for (var i = 0; i < 4; ++i) {
	        if (reader.pos >= reader.len)
	            throw indexOutOfRange(reader);
	        var b = reader.buf[reader.pos++];
	        value = (value | (b & 127) << i * 7) >>> 0;
	        if (b < 128)
	            return value;
	    }
	    throw indexOutOfRange(reader);
	}






	Reader.prototype.uint32 = function read_uint32() {
	    if (this.len - this.pos < 5) {
	        if (this.pos >= this.len)
	            throw indexOutOfRange(this);
	        if (this.buf[this.pos] >= 128)
	            return readVarint32NearEnd(this);
	    }
	    var buf = this.buf,
	        pos = this.pos,
	        value = (buf[pos] & 127) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 127) << 7) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 127) << 14) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 127) << 21) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 15) << 28) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }

	    for (var i = 0; i < 5; ++i) {
	         
	        if (pos >= this.len) {
	            this.pos = pos;
	            throw indexOutOfRange(this);
	        }
	        if (buf[pos++] < 128) {
	            this.pos = pos;
	            return value;
	        }
	    }
	     
	    this.pos = pos;
	    throw Error("invalid varint encoding");
	};






	Reader.prototype.tag = function read_tag() {
	    if (this.len - this.pos < 5) {
	        if (this.pos >= this.len)
	            throw indexOutOfRange(this);
	        if (this.buf[this.pos] >= 128)
	            return readVarint32NearEnd(this);
	    }
	    var buf = this.buf,
	        pos = this.pos,
	        value = (buf[pos] & 127) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 127) << 7) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 127) << 14) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 127) << 21) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 15) << 28) >>> 0;
	    if (buf[pos] < 128 && (buf[pos] & 112) === 0) {
	        this.pos = pos + 1;
	        return value;
	    }

	    this.pos = pos + 1;
	    throw Error("invalid tag encoding");
	};





	Reader.prototype.size = function read_size() {
	    if (this.len - this.pos < 5) {
	        if (this.pos >= this.len)
	            throw indexOutOfRange(this);
	        if (this.buf[this.pos] >= 128)
	            return readVarint32NearEnd(this);
	    }
	    var buf = this.buf,
	        pos = this.pos,
	        value = (buf[pos] & 127) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 127) << 7) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 127) << 14) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    value = (value | (buf[pos] & 127) << 21) >>> 0;
	    if (buf[pos++] < 128) {
	        this.pos = pos;
	        return value;
	    }
	    this.pos = pos + 1;
	    if (buf[pos] > 7)
	        throw Error("invalid length encoding");
	    return (value | buf[pos] << 28) >>> 0;
	};





	Reader.prototype.int32 = function read_int32() {
	    return this.uint32() | 0;
	};





	Reader.prototype.sint32 = function read_sint32() {
	    var value = this.uint32();
	    return value >>> 1 ^ -(value & 1) | 0;
	};

	 

	function readLongVarint() {
	     
	    var bits = new LongBits(0, 0);
	    var i = 0;
	    if (this.len - this.pos > 4) {  
	        for (; i < 4; ++i) {
	             
	            bits.lo = (bits.lo | (this.buf[this.pos] & 127) << i * 7) >>> 0;
	            if (this.buf[this.pos++] < 128)
	                return bits;
	        }
	         
	        bits.lo = (bits.lo | (this.buf[this.pos] & 127) << 28) >>> 0;
	        bits.hi = (bits.hi | (this.buf[this.pos] & 127) >>  4) >>> 0;
	        if (this.buf[this.pos++] < 128)
	            return bits;
	        i = 0;
	    } else {
	        for (; i < 4; ++i) {
	             
	            if (this.pos >= this.len)
	                throw indexOutOfRange(this);
	             
	            bits.lo = (bits.lo | (this.buf[this.pos] & 127) << i * 7) >>> 0;
	            if (this.buf[this.pos++] < 128)
	                return bits;
	        }
	        throw indexOutOfRange(this);
	    }
	    if (this.len - this.pos > 4) {  
	        for (; i < 5; ++i) {
	             
	            bits.hi = (bits.hi | (this.buf[this.pos] & 127) << i * 7 + 3) >>> 0;
	            if (this.buf[this.pos++] < 128)
	                return bits;
	        }
	    } else {
	        for (; i < 5; ++i) {
	             
	            if (this.pos >= this.len)
	                throw indexOutOfRange(this);
	             
	            bits.hi = (bits.hi | (this.buf[this.pos] & 127) << i * 7 + 3) >>> 0;
	            if (this.buf[this.pos++] < 128)
	                return bits;
	        }
	    }
	     
	    throw Error("invalid varint encoding");
	}

	 


























	Reader.prototype.bool = function read_bool() {
	    var value = false,
	        b;
	    for (var i = 0; i < 10; ++i) {
	         
	        if (this.pos >= this.len)
	            throw indexOutOfRange(this);
	        b = this.buf[this.pos++];
	        if (b & 127)
	            value = true;
	        if (b < 128)
	            return value;
	    }
	     
	    throw Error("invalid varint encoding");
	};

	function readFixed32_end(buf, end) {  
	    return (buf[end - 4]
	          | buf[end - 3] << 8
	          | buf[end - 2] << 16
	          | buf[end - 1] << 24) >>> 0;
	}





	Reader.prototype.fixed32 = function read_fixed32() {

	     
	    if (this.pos + 4 > this.len)
	        throw indexOutOfRange(this, 4);

	    return readFixed32_end(this.buf, this.pos += 4);
	};





	Reader.prototype.sfixed32 = function read_sfixed32() {

	     
	    if (this.pos + 4 > this.len)
	        throw indexOutOfRange(this, 4);

	    return readFixed32_end(this.buf, this.pos += 4) | 0;
	};

	 

	function readFixed64( ) {

	     
	    if (this.pos + 8 > this.len)
	        throw indexOutOfRange(this, 8);

	    return new LongBits(readFixed32_end(this.buf, this.pos += 4), readFixed32_end(this.buf, this.pos += 4));
	}

	 




















	Reader.prototype.float = function read_float() {

	     
	    if (this.pos + 4 > this.len)
	        throw indexOutOfRange(this, 4);

	    var value = util.float.readFloatLE(this.buf, this.pos);
	    this.pos += 4;
	    return value;
	};






	Reader.prototype.double = function read_double() {

	     
	    if (this.pos + 8 > this.len)
	        throw indexOutOfRange(this, 4);

	    var value = util.float.readDoubleLE(this.buf, this.pos);
	    this.pos += 8;
	    return value;
	};






	Reader.prototype.uint32s = function read_uint32s(array) {
	    if (array === undefined) array = [];
	    var end = this.size() + this.pos, len = this.len, buf = this.buf, pos = this.pos, value;
	    if (end > len) throw indexOutOfRange(this, end - this.pos);
	    this.len = end;
	    while (pos < end) {
	        value = buf[pos++];
	        if (value < 128)
	            array.push(value);
	        else {
	            this.pos = pos - 1;
	            array.push(this.uint32());
	            pos = this.pos;
	        }
	    }
	    this.pos = pos;
	    if (pos !== end) throw RangeError("index out of range");
	    this.len = len;
	    return array;
	};






	Reader.prototype.int32s = function read_int32s(array) {
	    if (array === undefined) array = [];
	    var end = this.size() + this.pos, len = this.len, buf = this.buf, pos = this.pos, value;
	    if (end > len) throw indexOutOfRange(this, end - this.pos);
	    this.len = end;
	    while (pos < end) {
	        value = buf[pos++];
	        if (value < 128)
	            array.push(value);
	        else {
	            this.pos = pos - 1;
	            array.push(this.int32());
	            pos = this.pos;
	        }
	    }
	    this.pos = pos;
	    if (pos !== end) throw RangeError("index out of range");
	    this.len = len;
	    return array;
	};






	Reader.prototype.sint32s = function read_sint32s(array) {
	    if (array === undefined) array = [];
	    var end = this.size() + this.pos, len = this.len;
	    if (end > len) throw indexOutOfRange(this, end - this.pos);
	    this.len = end;
	    while (this.pos < end)
	        array.push(this.sint32());
	    if (this.pos !== end) throw RangeError("index out of range");
	    this.len = len;
	    return array;
	};






	Reader.prototype.bools = function read_bools(array) {
	    if (array === undefined) array = [];
	    var end = this.size() + this.pos, len = this.len, buf = this.buf, pos = this.pos, value;
	    if (end > len) throw indexOutOfRange(this, end - this.pos);
	    this.len = end;
	    while (pos < end) {
	        value = buf[pos++];
	        if (value < 128)
	            array.push(value !== 0);
	        else {
	            this.pos = pos - 1;
	            array.push(this.bool());
	            pos = this.pos;
	        }
	    }
	    this.pos = pos;
	    if (pos !== end) throw RangeError("index out of range");
	    this.len = len;
	    return array;
	};

	 
	var VIEW_THRESHOLD_FLOAT = 8,
	    VIEW_THRESHOLD_INT   = 128;

	function getLazyView(reader, count, threshold) {
	    var view = reader.view;
	    if (view || count < threshold)
	        return view;
	    var buf = reader.buf;
	    return reader.view = new DataView(buf.buffer, buf.byteOffset, buf.byteLength);
	}






	Reader.prototype.fixed32s = function read_fixed32s(array) {
	    if (array === undefined) array = [];
	    var len = this.size(), end = this.pos + len;
	     
	    if (end > this.len) throw indexOutOfRange(this, len);
	    var count = len >>> 2, i = array.length, pos = this.pos;
	    array.length = i + count;
	    var dv = getLazyView(this, count, VIEW_THRESHOLD_INT);
	    if (dv)
	        for (var k = 0; k < count; ++k, pos += 4) array[i++] = dv.getUint32(pos, true);
	    else {
	        var buf = this.buf;
	        for (var j = 0; j < count; ++j, pos += 4) array[i++] = readFixed32_end(buf, pos + 4);
	    }
	    this.pos = pos;
	    if (pos !== end) throw indexOutOfRange(this, 4);
	    return array;
	};






	Reader.prototype.sfixed32s = function read_sfixed32s(array) {
	    if (array === undefined) array = [];
	    var len = this.size(), end = this.pos + len;
	     
	    if (end > this.len) throw indexOutOfRange(this, len);
	    var count = len >>> 2, i = array.length, pos = this.pos;
	    array.length = i + count;
	    var dv = getLazyView(this, count, VIEW_THRESHOLD_INT);
	    if (dv)
	        for (var k = 0; k < count; ++k, pos += 4) array[i++] = dv.getInt32(pos, true);
	    else {
	        var buf = this.buf;
	        for (var j = 0; j < count; ++j, pos += 4) array[i++] = readFixed32_end(buf, pos + 4) | 0;
	    }
	    this.pos = pos;
	    if (pos !== end) throw indexOutOfRange(this, 4);
	    return array;
	};






	Reader.prototype.floats = function read_floats(array) {
	    if (array === undefined) array = [];
	    var len = this.size(), end = this.pos + len;
	     
	    if (end > this.len) throw indexOutOfRange(this, len);
	    var count = len >>> 2, i = array.length, pos = this.pos;
	    array.length = i + count;
	    var dv = getLazyView(this, count, VIEW_THRESHOLD_FLOAT);
	    if (dv)
	        for (var k = 0; k < count; ++k, pos += 4) array[i++] = dv.getFloat32(pos, true);
	    else {
	        var buf = this.buf;
	        for (var j = 0; j < count; ++j, pos += 4) array[i++] = util.float.readFloatLE(buf, pos);
	    }
	    this.pos = pos;
	    if (pos !== end) throw indexOutOfRange(this, 4);
	    return array;
	};






	Reader.prototype.doubles = function read_doubles(array) {
	    if (array === undefined) array = [];
	    var len = this.size(), end = this.pos + len;
	     
	    if (end > this.len) throw indexOutOfRange(this, len);
	    var count = len >>> 3, i = array.length, pos = this.pos;
	    array.length = i + count;
	    var dv = getLazyView(this, count, VIEW_THRESHOLD_FLOAT);
	    if (dv)
	        for (var k = 0; k < count; ++k, pos += 8) array[i++] = dv.getFloat64(pos, true);
	    else {
	        var buf = this.buf;
	        for (var j = 0; j < count; ++j, pos += 8) array[i++] = util.float.readDoubleLE(buf, pos);
	    }
	    this.pos = pos;
	    if (pos !== end) throw indexOutOfRange(this, 8);
	    return array;
	};






	Reader.prototype.uint64s = function read_uint64s(array) {
	    if (array === undefined) array = [];
	    var end = this.size() + this.pos, len = this.len;
	    if (end > len) throw indexOutOfRange(this, end - this.pos);
	    this.len = end;
	    while (this.pos < end)
	        array.push(this.uint64());
	    if (this.pos !== end) throw RangeError("index out of range");
	    this.len = len;
	    return array;
	};






	Reader.prototype.int64s = function read_int64s(array) {
	    if (array === undefined) array = [];
	    var end = this.size() + this.pos, len = this.len;
	    if (end > len) throw indexOutOfRange(this, end - this.pos);
	    this.len = end;
	    while (this.pos < end)
	        array.push(this.int64());
	    if (this.pos !== end) throw RangeError("index out of range");
	    this.len = len;
	    return array;
	};






	Reader.prototype.sint64s = function read_sint64s(array) {
	    if (array === undefined) array = [];
	    var end = this.size() + this.pos, len = this.len;
	    if (end > len) throw indexOutOfRange(this, end - this.pos);
	    this.len = end;
	    while (this.pos < end)
	        array.push(this.sint64());
	    if (this.pos !== end) throw RangeError("index out of range");
	    this.len = len;
	    return array;
	};






	Reader.prototype.fixed64s = function read_fixed64s(array) {
	    if (array === undefined) array = [];
	    var len = this.size(), end = this.pos + len, i = array.length;
	     
	    if (end > this.len) throw indexOutOfRange(this, len);
	    var count = len >>> 3;
	    array.length = i + count;  
	    for (var j = 0; j < count; ++j)
	        array[i++] = this.fixed64();
	    if (this.pos !== end) throw indexOutOfRange(this, 8);
	    return array;
	};






	Reader.prototype.sfixed64s = function read_sfixed64s(array) {
	    if (array === undefined) array = [];
	    var len = this.size(), end = this.pos + len, i = array.length;
	     
	    if (end > this.len) throw indexOutOfRange(this, len);
	    var count = len >>> 3;
	    array.length = i + count;  
	    for (var j = 0; j < count; ++j)
	        array[i++] = this.sfixed64();
	    if (this.pos !== end) throw indexOutOfRange(this, 8);
	    return array;
	};





	Reader.prototype.bytes = function read_bytes() {
	    var length = this.size(),
	        start  = this.pos,
	        end    = this.pos + length;

	     
	    if (end > this.len)
	        throw indexOutOfRange(this, length);

	    this.pos = end;
	    return this.raw(start, end);
	};





	Reader.prototype.string = function read_string() {
	    var length = this.size(),
	        start  = this.pos,
	        end    = this.pos + length;

	     
	    if (end > this.len)
	        throw indexOutOfRange(this, length);

	    this.pos = end;
	    return utf8.read(this.buf, start, end);
	};





	Reader.prototype.stringVerify = function read_string_verify() {
	    var length = this.size(),
	        start  = this.pos,
	        end    = this.pos + length;

	     
	    if (end > this.len)
	        throw indexOutOfRange(this, length);

	    this.pos = end;
	    return utf8.readStrict(this.buf, start, end);
	};






	Reader.prototype.skip = function skip(length) {
	    if (typeof length === "number") {
	         
	        if (this.pos + length > this.len)
	            throw indexOutOfRange(this, length);
	        this.pos += length;
	    } else {
	        do {
	             
	            if (this.pos >= this.len)
	                throw indexOutOfRange(this);
	        } while (this.buf[this.pos++] & 128);
	    }
	    return this;
	};





	Reader.recursionLimit = util.recursionLimit;





	Reader.discardUnknown = true;








	Reader.prototype.skipType = function(wireType, depth, fieldNumber) {
	    if (depth === undefined) depth = 0;
	    if (depth > Reader.recursionLimit)
	        throw Error("max depth exceeded");
	    if (fieldNumber === 0)
	        throw Error("illegal tag: field number 0");
	    switch (wireType) {
	        case 0:
	            this.skip();
	            break;
	        case 1:
	            this.skip(8);
	            break;
	        case 2:
	            this.skip(this.size());
	            break;
	        case 3:
	            while (true) {
	                var tag = this.tag();
	                var nestedField = tag >>> 3;
	                wireType = tag & 7;
	                if (!nestedField)
	                    throw Error("illegal tag: field number 0");
	                if (wireType === 4) {
	                    if (fieldNumber !== undefined && nestedField !== fieldNumber)
	                        throw Error("invalid end group tag");
	                    break;
	                }
	                this.skipType(wireType, depth + 1, nestedField);
	            }
	            break;
	        case 5:
	            this.skip(4);
	            break;

	         
	        default:
	            throw Error("invalid wire type " + wireType + " at offset " + this.pos);
	    }
	    return this;
	};

	Reader._configure = function(BufferReader_) {
	    BufferReader = BufferReader_;
	    Reader.create = create();
	    BufferReader._configure();

	    var fn = util.Long ? "toLong" :   "toNumber";
	    util.merge(Reader.prototype, {

	        int64: function read_int64() {
	            return readLongVarint.call(this)[fn](false);
	        },

	        uint64: function read_uint64() {
	            return readLongVarint.call(this)[fn](true);
	        },

	        sint64: function read_sint64() {
	            return readLongVarint.call(this).zzDecode()[fn](false);
	        },

	        fixed64: function read_fixed64() {
	            return readFixed64.call(this)[fn](true);
	        },

	        sfixed64: function read_sfixed64() {
	            return readFixed64.call(this)[fn](false);
	        }

	    });
	};
	return reader;
}

var reader_buffer;
var hasRequiredReader_buffer;

function requireReader_buffer () {
	if (hasRequiredReader_buffer) return reader_buffer;
	hasRequiredReader_buffer = 1;
	reader_buffer = BufferReader;

	 
	var Reader = requireReader();
	BufferReader.prototype = Object.create(Reader.prototype, {
	    constructor: {
	        value: BufferReader,
	        writable: true,
	        enumerable: false,
	        configurable: true
	    }
	});

	var util = requireMinimal$1();








	function BufferReader(buffer) {
	    Reader.call(this, buffer);

	    




	}

	BufferReader._configure = function () {
	     
	    if (util.Buffer)
	        BufferReader.prototype._slice = util.Buffer.prototype.slice;
	};









	BufferReader.prototype.raw = function read_raw_buffer(start, end) {
	    return this._slice.call(this.buf, start, end);
	};




	BufferReader.prototype.string = function read_string_buffer() {
	    var len = this.size(),  
	        start = this.pos,
	        end = this.pos + len;

	     
	    if (end > this.len)
	        throw RangeError("index out of range: " + this.pos + " + " + len + " > " + this.len);

	    this.pos = end;
	    return this.buf.utf8Slice
	        ? this.buf.utf8Slice(start, end)
	        : this.buf.toString("utf-8", start, end);
	};








	BufferReader._configure();
	return reader_buffer;
}

var rpc = {};

var service;
var hasRequiredService;

function requireService () {
	if (hasRequiredService) return service;
	hasRequiredService = 1;
	service = Service;

	var util = requireMinimal$1();

	 
	Service.prototype = Object.create(util.EventEmitter.prototype, {
	    constructor: {
	        value: Service,
	        writable: true,
	        enumerable: false,
	        configurable: true
	    }
	});








































	function Service(rpcImpl, requestDelimited, responseDelimited) {

	    if (typeof rpcImpl !== "function")
	        throw TypeError("rpcImpl must be a function");

	    util.EventEmitter.call(this);

	    



	    this.rpcImpl = rpcImpl;

	    



	    this.requestDelimited = Boolean(requestDelimited);

	    



	    this.responseDelimited = Boolean(responseDelimited);
	}












	Service.prototype.rpcCall = function rpcCall(method, requestCtor, responseCtor, request, callback) {

	    if (!request)
	        throw TypeError("request must be specified");

	    var self = this;
	    if (!callback)
	        return util.asPromise(rpcCall, self, method, requestCtor, responseCtor, request);

	    if (!self.rpcImpl) {
	        setTimeout(function() { callback(Error("already ended")); }, 0);
	        return undefined;
	    }

	    try {
	        return self.rpcImpl(
	            method,
	            requestCtor[self.requestDelimited ? "encodeDelimited" : "encode"](request).finish(),
	            function rpcCallback(err, response) {

	                if (err) {
	                    self.emit("error", err, method);
	                    return callback(err);
	                }

	                if (response === null) {
	                    self.end(  true);
	                    return undefined;
	                }

	                if (!(response instanceof responseCtor)) {
	                    try {
	                        response = responseCtor[self.responseDelimited ? "decodeDelimited" : "decode"](response);
	                    } catch (err) {
	                        self.emit("error", err, method);
	                        return callback(err);
	                    }
	                }

	                self.emit("data", response, method);
	                return callback(null, response);
	            }
	        );
	    } catch (err) {
	        self.emit("error", err, method);
	        setTimeout(function() { callback(err); }, 0);
	        return undefined;
	    }
	};






	Service.prototype.end = function end(endedByRPC) {
	    if (this.rpcImpl) {
	        if (!endedByRPC)  
	            this.rpcImpl(null, null, null);
	        this.rpcImpl = null;
	        this.emit("end").off();
	    }
	    return this;
	};
	return service;
}

var hasRequiredRpc;

function requireRpc () {
	if (hasRequiredRpc) return rpc;
	hasRequiredRpc = 1;
	(function (exports) {





		var rpc = exports;




























		rpc.Service = requireService(); 
	} (rpc));
	return rpc;
}

var roots;
var hasRequiredRoots;

function requireRoots () {
	if (hasRequiredRoots) return roots;
	hasRequiredRoots = 1;
	roots = Object.create(null);
	return roots;
}

var hasRequiredIndexMinimal;

function requireIndexMinimal () {
	if (hasRequiredIndexMinimal) return indexMinimal;
	hasRequiredIndexMinimal = 1;
	(function (exports) {







		exports.build = "minimal";

		 
		exports.Writer       = requireWriter();
		exports.BufferWriter = requireWriter_buffer();
		exports.Reader       = requireReader();
		exports.BufferReader = requireReader_buffer();

		 
		exports.util         = requireMinimal$1();
		exports.rpc          = requireRpc();
		exports.roots        = requireRoots();
		exports.configure    = configure;

		 




		function configure() {
		    exports.util.LongBits._configure(exports.util.Long);
		    exports.Writer._configure(exports.BufferWriter);
		    exports.Reader._configure(exports.BufferReader);
		}

		 
		configure(); 
	} (indexMinimal));
	return indexMinimal;
}

var minimal;
var hasRequiredMinimal;

function requireMinimal () {
	if (hasRequiredMinimal) return minimal;
	hasRequiredMinimal = 1;
	minimal = requireIndexMinimal();
	return minimal;
}

var minimalExports = requireMinimal();

/** Wire types of protocol buffers, beside a field's number in its tag. */
const [VARINT, FIXED64, BYTES] = [0, 1, 2];
const tag = (field        , wire        ) => (field << 3) | wire;

/**
 * A `WriteRequest` of remote write 1.0: of each series its labels, sorted by name and none empty, and one sample.
 * https://prometheus.io/docs/specs/prw/remote_write_spec/
 */
function writeRequest(families                         , job        , at      )             {
  const writer = minimalExports.Writer.create();
  for (const { name, samples } of families)
    for (const { labels, value } of samples) {
      writer.uint32(tag(1, BYTES)).fork();
      for (const [label, text] of sorted({ ...labels, job, __name__: name }))
        writer
          .uint32(tag(1, BYTES))
          .fork()
          .uint32(tag(1, BYTES))
          .string(label)
          .uint32(tag(2, BYTES))
          .string(text)
          .ldelim();
      writer.uint32(tag(2, BYTES)).fork().uint32(tag(1, FIXED64)).double(value);
      writer.uint32(tag(2, VARINT)).int64(at.getTime()).ldelim();
      writer.ldelim();
    }
  return writer.finish()
}

const sorted = (labels                                  ) =>
  Object.entries(labels)
    .filter(([, text]) => text !== '')
    .map(([label, text])                   => [label, text.toWellFormed()])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Writes samples of one time by remote write 1.0; a name for messages. */
function remoteWrite(
  settings                       ,
  environment                                              ,
  second         ,
) {
  const receiver = {
    name: `the remote write endpoint ${settings.url}`,
    credentials: "Name environment variables that hold a right 'token-env', or 'username-env' and 'password-env'",
    address:
      'Check connections.remote-write.url: Prometheus has it at /api/v1/write (with --web.enable-remote-write-receiver), Mimir at /api/v1/push',
    ...({} ),
  };
  return {
    name: `Remote write ${settings.url}`,
    async write(families                         , at      )                {
      await deliver(receiver, {
        method: 'POST',
        url: new URL(settings.url),
        headers: {
          ...credentials(settings, environment),
          'content-type': 'application/x-protobuf',
          'content-encoding': 'snappy',
          'x-prometheus-remote-write-version': '0.1.0',
        },
        body: snappyjsExports.compress(writeRequest(families, settings.job, at)),
      });
    },
  }
}

export { remoteWrite };
