// The proxy's own test, against an upstream that answers right and wrong: node --test tools/spec
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { startProxy } from './proxy.mjs'

const id = '0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11'
const link = { href: `https://envagin.example.se/api/v1/trees/${id}`, method: 'GET' }
const tree = {
  id,
  name: 'Storbjörken',
  kind: 'birch',
  felledOn: null,
  version: 3,
  updatedAt: '2026-11-22T10:15:00Z',
  _links: { self: link, edit: { ...link, method: 'PUT' } },
}
const page = { items: [tree], _meta: { totalRecords: 1 }, _links: { self: link } }
const problem = { type: 'urn:x', title: 'No', status: 404, detail: 'No.', instance: '/api/v1/trees', code: 'notFound' }
const trace = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }
const input = { name: 'Björk', kind: 'birch', felledOn: null }
const bearer = { authorization: 'Bearer x' }
const write = { ...bearer, 'content-type': 'application/json' }

let next // what the upstream answers with
let upstream
let proxy

before(async () => {
  upstream = createServer((_, res) => {
    const { status = 200, headers = {}, body } = next
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    const zipped = headers['content-encoding'] === 'gzip'
    res.writeHead(status, { ...trace, ...(text ? { 'content-type': type } : {}), ...headers })
    res.end(zipped ? gzipSync(text) : text)
  })
  await new Promise((resolve) => upstream.listen(0, 'localhost', resolve))
  const spec = fileURLToPath(new URL('../../../api/openapi/testdata/sample.json', import.meta.url))
  proxy = await startProxy({ upstream: `http://localhost:${upstream.address().port}`, spec })
})

after(async () => {
  await proxy.close()
  upstream.close()
})

async function ask(method, path, answer, init = {}) {
  next = answer
  const before = proxy.violations.length
  const body = init.body === undefined ? undefined : JSON.stringify(init.body)
  const response = await fetch(proxy.url + path, { method, ...init, body, redirect: 'manual' })
  return { status: response.status, text: await response.text(), found: proxy.violations.slice(before) }
}

const good = {
  'a list': ['GET', '/api/v1/trees?page=1&limit=20', { body: page }],
  'a list, compressed': ['GET', '/api/v1/trees', { body: page, headers: { 'content-encoding': 'gzip' } }],
  'null where it may be': ['GET', `/api/v1/trees/${id}`, { body: tree }],
  'any relation in _links': ['GET', `/api/v1/trees/${id}`, { body: { ...tree, _links: { self: link, fell: link } } }],
  'not modified': [
    'GET',
    '/api/v1/trees',
    { status: 304, headers: { etag: '"1.x"' } },
    { headers: { 'if-none-match': '"1.x"' } },
  ],
  HEAD: ['HEAD', '/api/v1/trees', { headers: { 'content-type': 'application/json', 'content-length': '100' } }],
  OPTIONS: ['OPTIONS', '/api/v1/trees', { status: 204 }],
  'a problem that is documented': ['GET', `/api/v1/trees/${id}`, { status: 404, body: problem }],
  'a problem by default': ['GET', `/api/v1/trees/${id}`, { status: 503, body: problem }],
  'a method that is not allowed': ['PATCH', '/api/v1/trees', { status: 405, body: problem }],
  'a path that is not there': ['GET', '/api/v1/flowers', { status: 404, body: problem }],
  'a calendar': [
    'GET',
    '/api/v1/trees/calendar',
    { body: 'BEGIN:VCALENDAR', headers: { 'content-type': 'text/calendar; charset=utf-8' } },
  ],
  created: ['POST', '/api/v1/trees', { status: 201, body: tree }, { headers: write, body: input }],
  deleted: ['DELETE', `/api/v1/trees/${id}`, { status: 204 }, { headers: { ...bearer, 'if-match': '"1.x"' } }],
  'a wrong request that is refused': [
    'POST',
    '/api/v1/trees',
    { status: 400, body: problem },
    { headers: write, body: { x: 1 } },
  ],
  'the specification itself': ['GET', '/api/v1/openapi.json', { body: { openapi: '3.1.0' } }],
  'what is not the API': ['GET', '/', { body: '<html>', headers: { 'content-type': 'text/html' } }],
}
for (const [name, [method, path, answer, init]] of Object.entries(good)) {
  test(`lets through: ${name}`, async () => {
    const got = await ask(method, path, answer, init)
    assert.deepEqual(got.found, [])
    assert.equal(got.status, answer.status ?? 200)
    if (answer.body !== undefined)
      assert.equal(got.text, typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  })
}

const { name: _, ...nameless } = tree
const bad = {
  'a field that is missing': ['GET', `/api/v1/trees/${id}`, { body: nameless }],
  'a field nobody published': ['GET', `/api/v1/trees/${id}`, { body: { ...tree, secret: 1 } }],
  'null where it may not be': ['GET', `/api/v1/trees/${id}`, { body: { ...tree, name: null } }],
  'a word outside the enumeration': ['GET', `/api/v1/trees/${id}`, { body: { ...tree, kind: 'oak' } }],
  'a date that is none': ['GET', `/api/v1/trees/${id}`, { body: { ...tree, plantedOn: '2019' } }],
  'a link without method': ['GET', `/api/v1/trees/${id}`, { body: { ...tree, _links: { self: { href: link.href } } } }],
  'a failure as plain JSON': [
    'GET',
    '/api/v1/trees',
    { status: 404, body: problem, headers: { 'content-type': 'application/json' } },
  ],
  'a problem without code': ['GET', '/api/v1/trees', { status: 500, body: { ...problem, code: undefined } }],
  'another media type': ['GET', '/api/v1/trees/calendar', { body: '{}' }],
  'another status': ['POST', '/api/v1/trees', { status: 200, body: tree }, { headers: write, body: input }],
  'an answer on a path nobody published': ['GET', '/api/v1/flowers', { body: {} }],
  'a wrong body that is accepted': [
    'POST',
    '/api/v1/trees',
    { status: 201, body: tree },
    { headers: write, body: { x: 1 } },
  ],
  'a write without token that is accepted': [
    'DELETE',
    `/api/v1/trees/${id}`,
    { status: 204 },
    { headers: { 'if-match': '"1.x"' } },
  ],
  'a change without If-Match that is accepted': ['DELETE', `/api/v1/trees/${id}`, { status: 204 }, { headers: bearer }],
  'a page that is no number and accepted': ['GET', '/api/v1/trees?page=x', { body: page }],
  'no traceparent': ['GET', '/api/v1/trees', { body: page, headers: { traceparent: '' } }],
}
for (const [name, [method, path, answer, init]] of Object.entries(bad)) {
  test(`stops: ${name}`, async () => {
    const got = await ask(method, path, answer, init)
    assert.equal(got.found.length, 1)
    assert.equal(got.status, 500)
  })
}
