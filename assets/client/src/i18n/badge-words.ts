/** The sentences about one badge and sharing it, fetched only by who looks at one. */
import type { Language } from './language'
import { Words } from './words'

const SENTENCES: Readonly<Record<Language, () => Promise<{ default: string }>>> = {
  ja: () => import('../../../locales/ja/badge.ftl?raw'),
  en: () => import('../../../locales/en/badge.ftl?raw'),
  th: () => import('../../../locales/th/badge.ftl?raw'),
  ko: () => import('../../../locales/ko/badge.ftl?raw'),
  'zh-TW': () => import('../../../locales/zh-TW/badge.ftl?raw'),
}

/** Fetch them in one language. */
export async function loadBadgeWords(language: Language): Promise<Words> {
  return new Words(language, (await SENTENCES[language]()).default)
}
