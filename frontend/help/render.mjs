// Draws the help pages from one JSON document: at build from what is committed, and later from what the API gives.
// Plain pages on purpose: whole without JavaScript and without the API, for an old phone and a bad network.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { words } from './words.mjs'

const beside = (name) => readFile(fileURLToPath(new URL(name, import.meta.url)), 'utf8')

/** The languages a document has pages in, the first of them at the root. */
const languages = ['sv', 'en']

/**
 * All files of the section, by path under /stod/.
 * @param {object} document as api/seeds/help.json: `services` by key, and `pages` in the order they are told
 * @returns {Promise<Map<string, string>>}
 */
export async function render(document) {
  if (document.format !== 'envagin-help/1') throw new Error(`not a help document: ${document.format}`)
  if (!document.pages?.length || !document.pages.some((page) => page.slug.sv === '')) {
    throw new Error('a help document has a first page')
  }
  const style = await beside('style.css')
  const script = (await beside('page.js')).replace("'AWAY'", JSON.stringify(document.away))
  const files = new Map()
  const named = {}
  for (const [name, text] of [
    ['a.css', style],
    ['a.js', script],
  ]) {
    // A name of its own for each content, so that a page never meets a style of another day.
    named[name] = `${createHash('sha256').update(text).digest('hex').slice(0, 8)}.${name.split('.')[1]}`
    files.set(named[name], text)
  }
  for (const lang of languages) {
    for (const page of document.pages) {
      if (page.title[lang]) files.set(file(page, lang), html(document, page, lang, named))
    }
  }
  return files
}

const folder = (page, lang) => [lang === languages[0] ? '' : lang, page.slug[lang]].filter(Boolean).join('/')
const file = (page, lang) => [folder(page, lang), 'index.html'].filter(Boolean).join('/')
const address = (page, lang) => `/stod/${[folder(page, lang), ''].filter((part, i) => part || i).join('/')}`

function html(document, page, lang, named) {
  const w = words[lang]
  const others = languages.filter((other) => other !== lang && page.title[other])
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noarchive">
<meta name="format-detection" content="telephone=no">
<title>${text(page.title[lang])}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/stod/${named['a.css']}">
<script src="/stod/${named['a.js']}" defer></script>
</head>
<body>
<a class="skip" href="#t">${w.skip}</a>
<header class="bar"><a id="x" href="${document.away}" rel="nofollow noreferrer" data-once="${w.once}" data-twice="${w.twice}" data-left="${w.left}">${w.leave}</a></header>
<div class="sheet">
<main id="t" tabindex="-1">
<h1>${text(page.title[lang])}</h1>
<p class="lead">${text(page.lead[lang])}</p>
${page.blocks.map((block) => drawn(document, block, lang)).join('\n')}
</main>
<nav aria-label="${w.pages}"><p>${w.pages}</p><ul>
${document.pages
  .filter((other) => other.title[lang])
  .map((other) => {
    const here = other === page ? ' aria-current="page"' : ''
    return `<li><a href="${address(other, lang)}"${here}>${text(other.title[lang])}</a></li>`
  })
  .join('\n')}
</ul></nav>
<footer><p>${others
    .map((other) => `<a href="${address(page, other)}" lang="${other}" hreflang="${other}">${words[other].self}</a>`)
    .concat(`<a href="${document.home[lang]}">${w.home}</a>`)
    .join(' · ')}</p></footer>
</div>
<p class="said" role="status" id="s"></p>
</body>
</html>
`
}

function drawn(document, block, lang) {
  if (block.heading) return `<h2>${text(block.heading[lang])}</h2>`
  if (block.text) return `<p>${inline(document, block.text[lang])}</p>`
  if (block.list) return `<ul>${items(document, block.list, lang)}</ul>`
  if (block.steps) return `<ol>${items(document, block.steps, lang)}</ol>`
  if (block.services) return `<ul class="calls">${block.services.map((key) => call(document, key, lang)).join('')}</ul>`
  throw new Error(`unknown kind of block: ${Object.keys(block)}`)
}

const items = (document, list, lang) => list.map((item) => `<li>${inline(document, item[lang])}</li>`).join('')

function call(document, key, lang) {
  const w = words[lang]
  const service = find(document, key)
  const name = service.name?.[lang]
  const checked = service.source && w.source(service.source, service.checked && month(service.checked, lang))
  return `<li><p class="who">${name ? `<b>${text(name)}</b>` : ''}<span>${text(service.for[lang])}</span></p>
<p class="number">${tel(service)}</p>
<p>${[service.hours?.[lang], service.onBill === 'no' && w.notOnBill, service.price?.[lang]].filter(Boolean).map(text).join(' ')}</p>
${checked ? `<p class="source">${text(checked)}</p>` : ''}</li>
`
}

function find(document, key) {
  const service = document.services.find((one) => one.key === key)
  if (!service) throw new Error(`no service has the key ${key}`)
  return service
}

const tel = (service) => `<a href="tel:${service.phone.replace(/[^0-9+]/g, '')}">${text(service.phone)}</a>`

/** Text with {key} where the number of a service stands. */
function inline(document, content) {
  return text(content).replace(/\{([a-z-]+)\}/g, (_, key) => tel(find(document, key)))
}

const month = (checked, lang) =>
  checked.length === 4
    ? checked
    : new Intl.DateTimeFormat(lang === 'sv' ? 'sv-SE' : 'en-GB', {
        year: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }).format(new Date(`${checked}-01T00:00:00Z`.replace(/-(\d\d)-(\d\d)-01T/, '-$1-$2T')))

const text = (content) =>
  String(content).replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c],
  )
