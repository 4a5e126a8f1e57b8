// Puts the library of the API reference beside its page in the build: node tools/spec/copy-reference.mjs [FOLDER]
import { copyFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const from = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const to = process.argv[2] ?? fileURLToPath(new URL('../../dist/reference', import.meta.url))

await mkdir(to, { recursive: true })
for (const name of [
  'swagger-ui-bundle.js',
  'swagger-ui-bundle.js.LICENSE.txt',
  'swagger-ui.css',
  'LICENSE',
  'NOTICE',
]) {
  // A name without an ending would be served as unknown bytes.
  await copyFile(join(from, name), join(to, /\./.test(name) ? name : `swagger-ui-${name}.txt`))
}
