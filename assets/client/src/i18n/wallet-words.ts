/** The sentences about wallets, fetched only by who opens that page. */
import type { Language } from './language'
import { Words } from './words'

const SENTENCES: Readonly<Record<Language, () => Promise<{ default: string }>>> = {
  ja: () => import('../../../locales/ja/wallet.ftl?raw'),
  en: () => import('../../../locales/en/wallet.ftl?raw'),
  th: () => import('../../../locales/th/wallet.ftl?raw'),
  ko: () => import('../../../locales/ko/wallet.ftl?raw'),
  'zh-TW': () => import('../../../locales/zh-TW/wallet.ftl?raw'),
}

/** Fetch them in one language. */
export async function loadWalletWords(language: Language): Promise<Words> {
  return new Words(language, (await SENTENCES[language]()).default)
}
