/** Which of the five languages to speak. */

export const LANGUAGES = ['ja', 'en', 'th', 'ko', 'zh-TW'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name, as people look for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ja: '日本語',
  en: 'English',
  th: 'ไทย',
  ko: '한국어',
  'zh-TW': '繁體中文',
}

/** The language of that tag among ours (en-GB is en; any Chinese reads best in the one we have). */
export function nearestLanguage(tag: string): Language | null {
  const primary = tag.split('-')[0]?.toLowerCase()
  return LANGUAGES.find((name) => name.split('-')[0] === primary) ?? null
}

/** The first tag we can speak, else Japanese. */
export function pickLanguage(tags: readonly (string | null | undefined)[]): Language {
  for (const tag of tags) {
    const found = tag ? nearestLanguage(tag) : null
    if (found !== null) return found
  }
  return 'ja'
}
