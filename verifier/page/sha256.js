/**
 * SHA-256 (FIPS 180-4), answering at once. A browser's own is asynchronous: fine for one file, but a log has millions of short
 * messages, and waiting for each takes many times longer than hashing it.
 */
const roundConstants = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const startState = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));
const schedule = new Uint32Array(64);
const lastBlocks = new Uint8Array(128);

function primes(count) {
  const found = [];
  for (let candidate = 2; found.length < count; candidate += 1)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}

/** The first 32 bits behind the point. */
function fraction(root) {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function sha256(message) {
  const state = startState.slice();
  const wholeBlocks = Math.floor(message.length / 64);
  for (let block = 0; block < wholeBlocks; block += 1) mix(state, message, block * 64);
  const rest = message.length - wholeBlocks * 64;
  const padded = rest < 56 ? 64 : 128;
  lastBlocks.fill(0);
  lastBlocks.set(message.subarray(wholeBlocks * 64));
  lastBlocks[rest] = 0x80;
  const length = new DataView(lastBlocks.buffer);
  length.setUint32(padded - 8, Math.floor(message.length / 2 ** 29));
  length.setUint32(padded - 4, message.length * 8);
  for (let at = 0; at < padded; at += 64) mix(state, lastBlocks, at);
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  state.forEach((word, at) => out.setUint32(at * 4, word));
  return digest;
}

function mix(state, bytes, begin) {
  const w = schedule;
  for (let at = 0; at < 16; at += 1) {
    const from = begin + at * 4;
    w[at] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
  }
  for (let at = 16; at < 64; at += 1) {
    const [x, y] = [w[at - 15], w[at - 2]];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[at] = w[at - 16] + s0 + w[at - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let at = 0; at < 64; at += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[at] + w[at]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}
