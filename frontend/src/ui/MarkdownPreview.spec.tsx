import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import MarkdownPreview from './MarkdownPreview'

const drawn = (text: string) => render(<MarkdownPreview text={text} />).container.querySelector('.prose')?.innerHTML

it('draws what a plan needs: emphasis, lists, links', () => {
  expect(drawn('Hjälpen gäller **både** utsatta och *utövare*.')).toBe(
    '<p>Hjälpen gäller <strong>både</strong> utsatta och <em>utövare</em>.</p>',
  )
  expect(drawn('- en\n- två')).toBe('<ul><li>en</li><li>två</li></ul>')
  expect(drawn('[NCK](https://nck.uu.se)')).toContain('<a href="https://nck.uu.se">NCK</a>')
})

it('lets in neither HTML nor a link that runs', () => {
  const html = drawn('<img src=x onerror=alert(1)>\n\n[klicka](javascript:alert(1)) <script>alert(1)</script>')
  expect(html).not.toMatch(/<img|<script|javascript:/)
  expect(html).toContain('klicka')
})

it('shows a sign as it was typed', () => {
  expect(drawn('A & B "c"')).toBe('<p>A &amp; B "c"</p>')
})
