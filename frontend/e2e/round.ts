import { RSABSSA } from '@cloudflare/blindrsa-ts'
import type { BrowserContext } from 'playwright-core'

// A round of staff as the API tells it, with the signatures and refusals of the real one (api/ballots/stories_test.go
// tries those): codes are made by letters and sheets only, and here there are none.
const suite = RSABSSA.SHA384.PSS.Randomized()
const id = '0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c04'
const group = '0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c05'
const choice = (key: string, sv: string, en: string) => ({ key, sv, en })

const questions = [
  {
    key: 'moter',
    type: 'single',
    required: true,
    textSv: 'Möter du frågan i ditt arbete?',
    textEn: 'Do you meet the matter in your work?',
    helpSvHtml: '<p>Tänk på det senaste året.</p>',
    options: [choice('ja', 'Ja', 'Yes'), choice('nej', 'Nej', 'No')],
  },
  {
    key: 'ofta',
    type: 'scale',
    textSv: 'Hur ofta?',
    textEn: 'How often?',
    min: 1,
    max: 5,
    minLabelSv: 'sällan',
    maxLabelSv: 'varje dag',
    condition: { questionKey: 'moter', op: 'is', values: ['ja'] },
  },
  {
    key: 'var',
    type: 'matrix',
    required: true,
    textSv: 'Var möter du den?',
    textEn: 'Where do you meet it?',
    options: [choice('aldrig', 'Aldrig', 'Never'), choice('ofta', 'Ofta', 'Often')],
    rows: [choice('hem', 'Hemmet', 'At home'), choice('skola', 'Skolan', 'At school')],
  },
  { key: 'saknas', type: 'longText', textSv: 'Vad saknas?', textEn: 'What is missing?', maxLength: 500 },
].map((question, position) => ({ id: question.key, sectionKey: 'idag', position, ...question }))

const survey = {
  id,
  titleSv: 'Hur vi möter våld i arbetet',
  titleEn: 'How we meet violence at work',
  introSvHtml: '<p>Så arbetar vi i dag.</p>',
  closesOn: '2036-12-18',
  minGroup: 10,
  sections: [{ key: 'idag', titleSv: 'Så arbetar vi i dag', titleEn: 'How we work today' }],
  groups: [{ id: group, key: 'aldre', nameSv: 'Äldreomsorgen', nameEn: 'Elderly care' }],
}

const pageOf = (items: object[]) => ({ items, _meta: { totalRecords: items.length } })
const plain = (code: string): string => code.replace(/[^0-9a-z]/gi, '').toUpperCase()
const refused = (status: number, code: string, name?: string) => ({
  status,
  body: { code, errors: name ? [{ name, code }] : [] },
})

export async function openRound() {
  const keys = await suite.generateKey({ modulusLength: 2048, publicExponent: Uint8Array.from([1, 0, 1]) })
  const publicKey = await crypto.subtle.exportKey('jwk', keys.publicKey)
  let shown: object[] = [{ id: group, publicKey }]
  const bought = new Map<string, string>()
  const answers = new Map<string, string>()

  async function buy({ code, blinded }: { code: string; blinded: string }) {
    if ((bought.get(plain(code)) ?? blinded) !== blinded) return refused(409, 'codeUsed')
    bought.set(plain(code), blinded)
    const stamp = await suite.blindSign(keys.privateKey, Buffer.from(blinded, 'base64url'))
    return { status: 201, body: { signature: Buffer.from(stamp).toString('base64url') } }
  }

  async function take(sent: string) {
    const { ballot, signature } = JSON.parse(sent) as { ballot: string; signature: string }
    const [message, stamp] = [Buffer.from(ballot, 'base64url'), Buffer.from(signature, 'base64url')]
    if (!(await suite.verify(keys.publicKey, stamp, message))) return refused(422, 'notABallot', 'signature')
    if ((answers.get(ballot) ?? sent) !== sent) return refused(409, 'alreadyAnswered')
    answers.set(ballot, sent)
    return { status: 201, body: {} }
  }

  async function answerTo(path: string, sent: string): Promise<{ status: number; body: object } | undefined> {
    if (path === '/ballot-codes') {
      const code = plain((JSON.parse(sent) as { code: string }).code)
      if (code.length !== 16) return refused(422, 'mistyped', 'code')
      return { status: 200, body: { surveyId: id, keyId: group, state: bought.has(code) ? 'used' : 'unused' } }
    }
    if (path === `/surveys/${id}`) return { status: 200, body: survey }
    if (path === `/surveys/${id}/questions`) return { status: 200, body: pageOf(questions) }
    if (path === `/surveys/${id}/ballot-keys`) return { status: 200, body: pageOf(shown) }
    if (path === `/surveys/${id}/ballots`) return buy(JSON.parse(sent))
    if (path === `/surveys/${id}/staff-answers`) return take(sent)
    return undefined
  }

  return {
    /** What has been kept: one for each ballot. */
    answers,
    /** The list of keys shows other keys than that of the codes. */
    hideKey: () => {
      shown = [{ id: 'another', publicKey }]
    },
    showKey: () => {
      shown = [{ id: group, publicKey }]
    },
    async serve(context: BrowserContext) {
      await context.route('**/api/v1/**', async (route) => {
        const request = route.request()
        const answer = await answerTo(new URL(request.url()).pathname.replace('/api/v1', ''), request.postData() ?? '')
        if (!answer) return route.continue()
        return route.fulfill({ status: answer.status, json: answer.body, headers: { 'Cache-Control': 'no-store' } })
      })
    },
  }
}
