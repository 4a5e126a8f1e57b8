import { lexer, type Token, type Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'

/**
 * How Markdown will look, while it is being written. The text is read into pieces and drawn as elements, so that no HTML
 * in it is ever let in; what is shown to readers is made and sanitised by the server.
 */
export default function MarkdownPreview({ text, lang }: { text: string; lang?: string }) {
  return (
    <div className="prose" lang={lang}>
      {drawAll(lexer(text))}
    </div>
  )
}

function drawAll(tokens: Token[] | undefined): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name than their place
  return (tokens ?? []).map((token, place) => <Fragment key={place}>{draw(token)}</Fragment>)
}

const inner = (token: Token): ReactNode => ('tokens' in token && token.tokens ? drawAll(token.tokens) : plain(token))

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

const plain = (token: Token): string =>
  ('text' in token ? String(token.text) : token.raw).replace(
    /&(amp|lt|gt|quot|#39);/g,
    (entity) => entities[entity] ?? '',
  )

function draw(token: Token): ReactNode {
  switch (token.type) {
    case 'paragraph':
      return <p>{inner(token)}</p>
    case 'heading':
      // The page's own headings stand above: a heading in a text begins at the third level, as on the page.
      return token.depth <= 2 ? <h3>{inner(token)}</h3> : <h4>{inner(token)}</h4>
    case 'list':
      return drawList(token as Tokens.List)
    case 'blockquote':
      return <blockquote>{inner(token)}</blockquote>
    case 'strong':
      return <strong>{inner(token)}</strong>
    case 'em':
      return <em>{inner(token)}</em>
    case 'del':
      return <del>{inner(token)}</del>
    case 'codespan':
      return <code>{plain(token)}</code>
    case 'code':
      return (
        <pre>
          <code>{plain(token)}</code>
        </pre>
      )
    case 'link':
      return drawLink(token as Tokens.Link)
    case 'table':
      return drawTable(token as Tokens.Table)
    case 'hr':
      return <hr />
    case 'br':
      return <br />
    case 'space':
    case 'html':
    case 'image':
      return null
    default:
      return inner(token)
  }
}

function drawList(list: Tokens.List): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: items have no other name than their place
  const items = list.items.map((item, place) => <li key={place}>{drawAll(item.tokens)}</li>)
  return list.ordered ? <ol start={list.start || 1}>{items}</ol> : <ul>{items}</ul>
}

function drawLink(link: Tokens.Link): ReactNode {
  const safe = /^(https?:|mailto:|tel:|\/|#)/i.test(link.href)
  return safe ? <a href={link.href}>{inner(link)}</a> : inner(link)
}

function drawTable(table: Tokens.Table): ReactNode {
  const cells = (row: Tokens.TableCell[], Cell: 'th' | 'td') =>
    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name than their place
    row.map((cell, place) => <Cell key={place}>{drawAll(cell.tokens)}</Cell>)
  return (
    <table>
      <thead>
        <tr>{cells(table.header, 'th')}</tr>
      </thead>
      <tbody>
        {table.rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
          <tr key={place}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}
