/** Sentences, dates and numbers in one language. */
import type { Language } from './language'
import { sayPattern, type Sentences, type Values } from './sentence'

const SENTENCES: Readonly<Record<Language, () => Promise<{ default: Sentences }>>> = {
  ja: () => import('./ja'),
  en: () => import('./en'),
  th: () => import('./th'),
  ko: () => import('./ko'),
  'zh-TW': () => import('./zh-TW'),
}

/** The city's clock; every event is announced in it. */
export const KASHIMA_ZONE = 'Asia/Tokyo'

export class Words {
  readonly language: Language
  private readonly sentences: Sentences

  constructor(language: Language, sentences: Sentences) {
    this.language = language
    this.sentences = sentences
  }

  has(key: string): boolean {
    return Object.hasOwn(this.sentences, key)
  }

  /** The sentence `key`; the key itself when it is missing, so that a page never breaks over it. */
  say(key: string, values: Values = {}): string {
    const { sentences, language } = this
    const pattern = this.has(key) ? sentences[key] : undefined
    return pattern === undefined ? key : sayPattern(pattern, { sentences, language, values })
  }

  /** Why something was refused; in general words for a code this client has no sentence for. */
  why({ code, details }: { readonly code: string; readonly details: Values }): string {
    const key = `error-${code}`
    return this.has(key) ? this.say(key, details) : this.say('error-town-error')
  }

  /** Day and time of a moment in ISO form, as people of this language write them. */
  moment(iso: string, zone: string | undefined = undefined): string {
    return this.format(iso, zone, {
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    })
  }

  time(iso: string, zone: string | undefined = undefined): string {
    return this.format(iso, zone, { hour: '2-digit', minute: '2-digit' })
  }

  /** A calendar day written YYYY-MM-DD, which has no time zone of its own. */
  day(date: string): string {
    const options = { year: 'numeric', month: 'long', day: 'numeric' } as const
    return this.format(`${date}T00:00:00Z`, 'UTC', options)
  }

  /** The month a calendar day lies in, with its year. */
  month(date: string): string {
    return this.format(`${date}T00:00:00Z`, 'UTC', { year: 'numeric', month: 'long' })
  }

  private format(
    iso: string,
    zone: string | undefined,
    options: Intl.DateTimeFormatOptions,
  ): string {
    // Thai would otherwise count years in the Buddhist era, which the city's own pages do not.
    const locale = this.language === 'th' ? 'th-u-ca-gregory' : this.language
    return new Intl.DateTimeFormat(locale, {
      ...options,
      hourCycle: 'h23',
      ...(zone !== undefined && { timeZone: zone }),
    }).format(new Date(iso))
  }
}

/** Fetch the sentences of a language. */
export async function loadWords(language: Language): Promise<Words> {
  const sentences = await SENTENCES[language]()
  return new Words(language, sentences.default)
}
