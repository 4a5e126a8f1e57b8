// What a reader fetches in scripts before a public page is complete: the page's chunk and all it imports, gzipped.
import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const limit = 110_000
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'))

// Forms are fetched by those who begin to write; the pages for those signed in are found by way of staffPages.ts.
const isStaff = (page) => page === 'src/staffPages.ts' || /Form\.tsx$/.test(page)

async function sizeOf(keys) {
  let sum = 0
  for (const key of keys) sum += gzipSync(await readFile(new URL(manifest[key].file, dist)), { level: 9 }).length
  return sum
}

function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) withImports(next, seen)
  return seen
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const start = withImports(entry)
let failed = false
console.log(`${String(await sizeOf(start)).padStart(7)}  the shell`)
for (const page of manifest[entry].dynamicImports ?? []) {
  const bytes = await sizeOf(withImports(page, new Set(start)))
  const over = bytes > limit && !isStaff(page)
  failed ||= over
  console.log(`${String(bytes).padStart(7)}  ${page}${over ? `  over ${limit}` : ''}`)
}
// The page where an employee answers is one file, with everything in it from the start: the network may go at any time.
for (const file of await readdir(new URL('svara/', dist))) {
  if (!file.endsWith('.js')) continue
  const bytes = gzipSync(await readFile(new URL(`svara/${file}`, dist)), { level: 9 }).length
  failed ||= bytes > limit
  console.log(`${String(bytes).padStart(7)}  svara/${bytes > limit ? `  over ${limit}` : ''}`)
}
process.exitCode = failed ? 1 : 0
