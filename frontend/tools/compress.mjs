// Writes file.gz beside every text asset of the build, so that the server never compresses while someone waits.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url).pathname
const texts = new Set(['.js', '.css', '.html', '.svg', '.json', '.txt', '.yaml'])

for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !texts.has(extname(entry.name))) continue
  const path = join(entry.parentPath ?? entry.path, entry.name)
  const content = await readFile(path)
  if (content.length < 1024) continue
  await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }))
}
