// A proxy that holds every API exchange against the specification, and passes everything else on untouched.
//
//   node tools/spec/proxy.mjs --listen 4010 --upstream http://localhost:4011 [--log FILE] [--spec FILE] [-- COMMAND…]
//
// With a command it runs that (ENVAGIN_E2E_PROXY and ENVAGIN_E2E_PORT are set for it) and ends when it ends; without,
// it runs until SIGINT or SIGTERM. An answer that breaks the specification reaches the client as 500, so that the
// story fails where it happens; each violation is a line of JSON in the log, and any makes the run fail.
import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { contract } from './contract.mjs'

const ownSpec = fileURLToPath(new URL('../../../api/openapi/openapi.json', import.meta.url))

/** Starts the proxy; gives its url, the violations so far, how many exchanges were judged, and close(). */
export async function startProxy({ upstream, listen = 0, log, spec = ownSpec }) {
  const judge = await contract(spec)
  const violations = []
  const counts = { judged: 0 }
  if (log) {
    mkdirSync(dirname(log), { recursive: true })
    writeFileSync(log, '')
  }
  const note = (exchange, found) => {
    const { method, url, answer } = exchange
    // The path alone: a query may hold what somebody looked for.
    const entry = {
      at: new Date().toISOString(),
      method,
      path: url.split('?')[0],
      status: answer.status,
      violations: found,
    }
    violations.push(entry)
    if (log) appendFileSync(log, `${JSON.stringify(entry)}\n`)
  }
  const server = createServer((req, res) => {
    const api = req.url.startsWith('/api/v1/')
    handle(req, res, upstream, api ? judge : undefined, note, counts).catch((error) =>
      fail(res, 502, `${error.message}`),
    )
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(listen, 'localhost', resolve))
  return {
    url: `http://localhost:${server.address().port}`,
    violations,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}

async function handle(req, res, upstream, judge, note, counts) {
  if (!judge) {
    const answer = await forward(req, upstream, req)
    res.writeHead(answer.statusCode, answer.rawHeaders)
    answer.pipe(res)
    return
  }
  const body = await gather(req)
  const incoming = await forward(req, upstream, body)
  const raw = await gather(incoming)
  const exchange = {
    method: req.method,
    url: req.url,
    headers: req.headers,
    body,
    answer: { status: incoming.statusCode, headers: incoming.headers, body: plain(incoming.headers, raw) },
  }
  const found = await judge(exchange)
  counts.judged++
  if (found.length > 0) {
    note(exchange, found)
    fail(res, 500, found.map((v) => `${v.side} ${v.at}: ${v.message}`).join('; '))
    return
  }
  res.writeHead(incoming.statusCode, incoming.rawHeaders)
  res.end(raw)
}

/** Sends the request on with the headers it had; body is a Buffer, or a stream to pipe. */
function forward(req, upstream, body) {
  return new Promise((resolve, reject) => {
    const out = request(new URL(req.url, upstream), { method: req.method, headers: req.headers }, resolve)
    out.once('error', reject)
    if (Buffer.isBuffer(body)) out.end(body)
    else body.pipe(out)
  })
}

async function gather(stream) {
  const parts = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

function plain(headers, raw) {
  if (raw.length === 0) return raw
  if (headers['content-encoding'] === 'gzip') return gunzipSync(raw)
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(raw)
  return raw
}

function fail(res, status, detail) {
  if (res.headersSent) return res.destroy()
  const problem = { type: 'about:blank', title: 'The validating proxy', status, detail }
  res.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem))
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      listen: { type: 'string', default: '4010' },
      upstream: { type: 'string', default: 'http://localhost:4011' },
      log: { type: 'string', default: 'e2e/.artifacts/violations.jsonl' },
      spec: { type: 'string' },
    },
  })
  const proxy = await startProxy({ ...values, listen: Number(values.listen) })
  console.log(`validating ${values.upstream} at ${proxy.url}`)
  const status = positionals.length > 0 ? await run(positionals, proxy.url, values.upstream) : await stopped()
  await proxy.close()
  for (const v of proxy.violations) console.error(JSON.stringify(v))
  console.log(`${proxy.counts.judged} exchanges, ${proxy.violations.length} with violations`)
  // No exchange at all means that the stories went past the proxy.
  process.exit(status || (proxy.violations.length > 0 || (positionals.length > 0 && proxy.counts.judged === 0) ? 1 : 0))
}

function run([command, ...args], url, upstream) {
  const env = { ...process.env, ENVAGIN_E2E_PROXY: url, ENVAGIN_E2E_PORT: new URL(upstream).port }
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env })
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
  })
}

const stopped = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(0))
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
