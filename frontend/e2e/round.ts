import type { Harness } from './harness'

/** An open round of staff with a question of each kind that matters, and codes to answer it with, as they are printed. */
export async function makeRound(site: Harness, count: number): Promise<string[]> {
  const context = await site.browser.newContext({ baseURL: site.baseUrl })
  const { request } = context
  const password = process.env.ENVAGIN_DEMO_PASSWORD ?? 'ett-losenord-for-prov'
  const session = await request.post('/api/v1/sessions', { data: { email: 'coordinator@demo.example', password } })
  const { accessToken } = (await session.json()) as { accessToken: string }
  const send = async (method: 'POST' | 'PUT', path: string, data: object, version?: number) => {
    const answer = await request.fetch(`/api/v1${path}`, {
      method,
      data,
      headers: {
        Authorization: `Bearer ${accessToken}`,
        ...(version ? { 'If-Match': `"${version}"` } : { 'Idempotency-Key': crypto.randomUUID() }),
      },
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer
  }
  const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const made = await send('POST', '/surveys', {
    key: 'prov-med-koder',
    answering: 'staff',
    titleSv: 'Hur vi möter våld i arbetet',
    titleEn: 'How we meet violence at work',
    introSv: 'Så arbetar vi i dag.',
    isSensitive: true,
    closesOn: inAMonth,
    sections: [{ key: 'idag', titleSv: 'Så arbetar vi i dag', titleEn: 'How we work today' }],
    groups: [{ key: 'aldreomsorgen', nameSv: 'Äldreomsorgen', nameEn: 'Elderly care', size: 240 }],
  })
  const { id, groups } = (await made.json()) as { id: string; groups: { id: string }[] }
  const choice = (key: string, sv: string, en: string) => ({ key, sv, en })
  const questions = [
    {
      key: 'moter',
      type: 'single',
      required: true,
      textSv: 'Möter du frågan i ditt arbete?',
      textEn: 'Do you meet the matter in your work?',
      helpSv: 'Tänk på det senaste året.',
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
  ]
  for (const [position, question] of questions.entries()) {
    await send('POST', `/surveys/${id}/questions`, { sectionKey: 'idag', position, ...question })
  }
  const seen = await request.get(`/api/v1/surveys/${id}`, { headers: { Authorization: `Bearer ${accessToken}` } })
  const { version } = (await seen.json()) as { version: number }
  await send('PUT', `/surveys/${id}/opening`, {}, version)
  const sheet = await send('POST', `/surveys/${id}/code-sheets`, { groupId: groups[0]?.id, count })
  const { codes } = (await sheet.json()) as { codes: string[] }
  await context.close()
  return codes
}
