import { type Lang, wordsIn } from '../lib/i18n'
import type { components } from './schema'
import { codeWords, words } from './words'

export type FieldProblem = { name: string; code: string; detail: string }
export type Change = NonNullable<components['schemas']['Problem']['changes']>[number]

/** Every failure of the API as one error: its stable code, the fields it names, and what to say about it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: FieldProblem[] = [],
    readonly changes: Change[] = [],
    readonly requestId?: string,
    /** Seconds until the next try, when the API says so. */
    readonly retryAfter?: number,
  ) {
    super(detail || code)
  }

  get isStale(): boolean {
    return this.status === 412
  }

  get isMissing(): boolean {
    return this.status === 404 || this.status === 410
  }
}

export const unreachable = () => new ApiProblem(0, 'unreachable', '')

export function problemFrom(response: Response, body: unknown): ApiProblem {
  const seen = (typeof body === 'object' && body !== null ? body : {}) as Partial<components['schemas']['Problem']>
  return new ApiProblem(
    response.status,
    seen.code ?? `http${response.status}`,
    seen.detail ?? '',
    seen.errors?.map(({ name, code, detail = '' }) => ({ name, code, detail })) ?? [],
    seen.changes ?? [],
    seen.requestId,
    Number(response.headers.get('Retry-After')) || undefined,
  )
}

/** What to tell the reader: by code, else by status, else in general. The API's own detail is for developers. */
export function sayProblem(error: unknown, lang: Lang): string {
  const w = wordsIn(words, lang)
  if (!(error instanceof ApiProblem)) return w.unexpected
  if (error.status === 429 && error.retryAfter) return w.tooManyFor(sayWait(error.retryAfter, w))
  return sayCode(error.code, lang) ?? sayStatus(error.status, w)
}

/** Whole minutes from one and a half on, rounded up: nobody shall come back too soon. */
const sayWait = (seconds: number, w: ReturnType<typeof wordsIn<typeof words>>): string =>
  seconds <= 90 ? w.seconds(Math.ceil(seconds)) : w.minutes(Math.ceil(seconds / 60))

function sayStatus(status: number, w: ReturnType<typeof wordsIn<typeof words>>): string {
  if (status === 0) return w.unreachable
  if (status === 401) return w.unauthenticated
  if (status === 403) return w.forbidden
  if (status === 404 || status === 410) return w.notFound
  if (status === 409) return w.conflict
  if (status === 412 || status === 428) return w.stale
  if (status === 422 || status === 400) return w.invalid
  if (status === 429) return w.tooMany
  if (status === 503) return w.unavailable
  return w.unexpected
}

type CodeWords = Record<string, Record<Lang, string>>

const known = new Map<string, Record<Lang, string>>(Object.entries(codeWords))

/** Codes that only one room's forms meet: their words travel with the forms. */
export function sayAlso(codes: CodeWords): void {
  for (const [code, said] of Object.entries(codes)) known.set(code, said)
}

const sayCode = (code: string, lang: Lang): string | undefined => known.get(code)?.[lang]

/** Field errors by the field's name, in the reader's language; the API's detail is kept when a code is new to us. */
export function fieldErrors(error: unknown, lang: Lang): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {}
  return Object.fromEntries(
    error.fields.map((field) => [field.name, sayCode(field.code, lang) ?? (field.detail || sayProblem(error, lang))]),
  )
}
