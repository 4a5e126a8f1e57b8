// write.mjs [--from FILE] [--to FOLDER]: the help pages as files, from the committed content when nothing else is said.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { render } from './render.mjs'

const here = import.meta.dirname
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: resolve(here, '../../api/seeds/help.json') },
    to: { type: 'string', default: resolve(here, '../dist/stod') },
  },
})
const files = await render(JSON.parse(await readFile(values.from, 'utf8')))
await rm(values.to, { recursive: true, force: true })
for (const [name, content] of files) {
  const path = join(values.to, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
