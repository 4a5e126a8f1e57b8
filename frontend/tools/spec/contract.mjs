// Does an exchange keep to the specification? Prism's validators (the part of @stoplight/prism-cli that judges) answer.
import { readFile } from 'node:fs/promises'
import prism from '@stoplight/prism-http'

const prefix = '/api/v1'
// Answered by the API and left out of the specification's paths: a dot there breaks the national profile.
const outside = ['/openapi.json', '/openapi.yaml', '/reference']
const quiet = { child: () => quiet, fatal() {}, error() {}, warn() {}, info() {}, debug() {}, trace() {} }

/**
 * Reads a specification and gives a judge: exchange → list of violations, empty when all is well.
 * An exchange is { method, url, headers, body, answer: { status, headers, body } } with bodies as Buffers.
 */
export async function contract(specFile) {
  const spec = JSON.parse(await readFile(specFile, 'utf8'))
  closeAnswers(spec)
  openOperations(spec)
  // Prism judges nothing, and says nothing, where its JSON Schema library does not know the dialect.
  spec.jsonSchemaDialect = 'https://json-schema.org/draft/2020-12/schema'
  const operations = await prism.getHttpOperationsFromSpec(spec)
  const instance = prism.createInstance(
    {
      isProxy: true,
      upstream: new URL('http://upstream.invalid'),
      errors: true,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      mock: {},
    },
    // The exchange has happened: what Prism would forward is answered with what came back.
    { logger: quiet, forward: (input) => () => async () => ({ _tag: 'Right', right: input.data.answer }) },
  )
  const check = (exchange) => judge(instance, operations, exchange)
  await prove(operations, check)
  return check
}

/** Every JSON answer must be refused when it is something else; else Prism could not read its schema. */
async function prove(operations, check) {
  for (const operation of operations) {
    for (const { code, contents = [] } of operation.responses) {
      const json = contents.find((c) => c.mediaType === 'application/json' && c.schema)
      if (!json || !/^2\d\d$/.test(code)) continue
      const found = await check({
        method: operation.method.toUpperCase(),
        url: prefix + operation.path.replaceAll(/\{[^}]+\}/g, '0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11'),
        headers: {},
        answer: {
          status: Number(code),
          headers: { 'content-type': 'application/json', traceparent: 'x' },
          body: Buffer.from('false'),
        },
      })
      if (!found.some((v) => v.at.startsWith('body')))
        throw new Error(`${operation.method} ${operation.path}: the schema of ${code} cannot be judged`)
    }
  }
}

async function judge(instance, operations, { method, url, headers, body, answer }) {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  if (!pathname.startsWith(`${prefix}/`)) return []
  const path = pathname.slice(prefix.length)
  if (outside.includes(path)) return []
  const found = []
  if (!answer.headers.traceparent) found.push(line('response', ['headers'], 'there is no traceparent'))
  // Prism takes any +json for JSON.
  const media = `${answer.headers['content-type'] ?? ''}`
  if (answer.status >= 400 && answer.body.length > 0 && !media.startsWith('application/problem+json')) {
    found.push(line('response', ['headers'], `a failure that is ${media}, not application/problem+json`))
  }
  if (method === 'OPTIONS') return found
  const query = Object.fromEntries([...new Set(searchParams.keys())].map((key) => [key, one(searchParams.getAll(key))]))
  const result = await instance.request(
    {
      // HEAD is GET without the body.
      method: method === 'HEAD' ? 'get' : method.toLowerCase(),
      url: { path, query },
      headers,
      body: parse(headers, body),
      answer: { statusCode: answer.status, headers: answer.headers, body: parse(answer.headers, answer.body) },
    },
    operations,
    {},
  )()
  if (result._tag === 'Left') return [...found, ...unknown(result.left, answer)]
  const { input, output } = result.right.validations
  // A wrong request is a test of ours, as long as it is refused.
  const accepted = answer.status < 300
  for (const v of input) if (accepted && grave(v)) found.push(line('request', v.path, `accepted, though ${v.message}`))
  const empty = method === 'HEAD' || answer.status === 304
  for (const v of output) {
    if (grave(v) && !(empty && v.path?.[0] === 'body')) found.push(line('response', v.path, v.message))
  }
  if (empty && answer.body.length > 0) found.push(line('response', ['body'], 'there is a body'))
  return found
}

/** What is not in the specification must not be there: 404, 405 or a refusal before the route was looked for. */
function unknown(error, answer) {
  if (answer.status >= 400) return []
  return [line('response', ['status'], `${answer.status}, though ${error.detail ?? error.message}`)]
}

const one = (values) => (values.length === 1 ? values[0] : values)
const grave = (v) => v.severity === 0
const line = (side, path, message) => ({ side, at: (path ?? []).join('.'), message })

function parse(headers, body) {
  if (!body?.length) return undefined
  const text = body.toString('utf8')
  if (!/[/+]json\b/.test(headers['content-type'] ?? '')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * Published schemas are open, so that clients bear new fields. Here they are closed, so that a field which the
 * specification does not know is found.
 */
function closeAnswers(node) {
  if (Array.isArray(node)) return node.forEach(closeAnswers)
  if (!node || typeof node !== 'object') return
  if (node.type === 'object' && node.properties && node.additionalProperties === undefined && !node.in) {
    node.additionalProperties = false
  }
  for (const [key, value] of Object.entries(node)) if (key !== 'example') closeAnswers(value)
}

/** An operation that asks for nothing ([{}]) takes a token too; Prism knows that only as an empty list. */
function openOperations(spec) {
  for (const operations of Object.values(spec.paths)) {
    for (const operation of Object.values(operations)) {
      if (operation.security?.every((needed) => Object.keys(needed).length === 0)) operation.security = []
    }
  }
}
